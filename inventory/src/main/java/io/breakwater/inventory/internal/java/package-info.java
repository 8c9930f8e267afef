/** Java archives: jar, war, ear and their kin. */
@NullMarked
package io.breakwater.inventory.internal.java;

import org.jspecify.annotations.NullMarked;
