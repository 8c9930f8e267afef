/** Packages of Arch Linux and its kin: the database of pacman. */
@NullMarked
package io.breakwater.inventory.internal.pacman;

import org.jspecify.annotations.NullMarked;
