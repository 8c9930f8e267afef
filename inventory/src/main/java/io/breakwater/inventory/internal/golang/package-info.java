/** Modules that are linked into Go binaries. */
@NullMarked
package io.breakwater.inventory.internal.golang;

import org.jspecify.annotations.NullMarked;
