/** Tests of the readers of package databases that have little to say each. */
@NullMarked
package io.breakwater.inventory.internal.distribution;

import org.jspecify.annotations.NullMarked;
