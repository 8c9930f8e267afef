/** Regular expressions in linear time, over bytes. */
@NullMarked
package io.breakwater.inspect.internal.regex;

import org.jspecify.annotations.NullMarked;
