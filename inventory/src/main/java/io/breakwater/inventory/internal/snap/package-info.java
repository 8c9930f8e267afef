/** Snaps, unpacked, and the packages that they were made of. */
@NullMarked
package io.breakwater.inventory.internal.snap;

import org.jspecify.annotations.NullMarked;
