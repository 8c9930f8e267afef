/** Packages of Nix: the store. */
@NullMarked
package io.breakwater.inventory.internal.nix;

import org.jspecify.annotations.NullMarked;
