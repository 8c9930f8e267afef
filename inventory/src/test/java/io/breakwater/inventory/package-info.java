/** Tests of the inventory, with images that are made in memory. */
@NullMarked
package io.breakwater.inventory;

import org.jspecify.annotations.NullMarked;
