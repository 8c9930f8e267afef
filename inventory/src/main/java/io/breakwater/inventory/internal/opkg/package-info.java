/** Packages of OpenWrt and Yocto: the database of opkg. */
@NullMarked
package io.breakwater.inventory.internal.opkg;

import org.jspecify.annotations.NullMarked;
