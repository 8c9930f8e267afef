/** Packages of R. */
@NullMarked
package io.breakwater.inventory.internal.r;

import org.jspecify.annotations.NullMarked;
