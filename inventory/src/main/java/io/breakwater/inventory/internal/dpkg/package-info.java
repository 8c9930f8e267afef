/** Packages of Debian and its kin: the database of dpkg. */
@NullMarked
package io.breakwater.inventory.internal.dpkg;

import org.jspecify.annotations.NullMarked;
