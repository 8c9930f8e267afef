/** Packages of conda. */
@NullMarked
package io.breakwater.inventory.internal.conda;

import org.jspecify.annotations.NullMarked;
