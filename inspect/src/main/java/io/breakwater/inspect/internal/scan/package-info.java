/** Reads layers for all inspectors at once. */
@NullMarked
package io.breakwater.inspect.internal.scan;

import org.jspecify.annotations.NullMarked;
