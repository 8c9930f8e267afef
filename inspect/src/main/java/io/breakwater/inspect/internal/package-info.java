/** What every inspector needs. */
@NullMarked
package io.breakwater.inspect.internal;

import org.jspecify.annotations.NullMarked;
