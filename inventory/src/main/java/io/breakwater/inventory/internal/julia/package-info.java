/** Packages of Julia. */
@NullMarked
package io.breakwater.inventory.internal.julia;

import org.jspecify.annotations.NullMarked;
