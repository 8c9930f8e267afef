/** Packages of Red Hat, SUSE and their kin: the databases of rpm, in each of its formats. */
@NullMarked
package io.breakwater.inventory.internal.rpm;

import org.jspecify.annotations.NullMarked;
