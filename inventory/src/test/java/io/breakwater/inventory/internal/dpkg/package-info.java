/** Tests of the readers of dpkg's database. */
@NullMarked
package io.breakwater.inventory.internal.dpkg;

import org.jspecify.annotations.NullMarked;
