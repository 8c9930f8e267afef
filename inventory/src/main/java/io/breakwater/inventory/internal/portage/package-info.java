/** Packages of Gentoo: the database of Portage. */
@NullMarked
package io.breakwater.inventory.internal.portage;

import org.jspecify.annotations.NullMarked;
