/** Packages that npm and its kin installed. */
@NullMarked
package io.breakwater.inventory.internal.node;

import org.jspecify.annotations.NullMarked;
