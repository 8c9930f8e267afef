/** CEL: the library checks expressions, our own closures evaluate them. */
@NullMarked
package io.breakwater.policy.internal.cel;

import org.jspecify.annotations.NullMarked;
