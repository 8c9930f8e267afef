/** Crates that are linked into Rust binaries. */
@NullMarked
package io.breakwater.inventory.internal.rust;

import org.jspecify.annotations.NullMarked;
