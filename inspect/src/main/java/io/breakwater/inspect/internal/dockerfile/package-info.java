/** Dockerfiles: their grammar, what they mean, and what is wrong with them. */
@NullMarked
package io.breakwater.inspect.internal.dockerfile;

import org.jspecify.annotations.NullMarked;
