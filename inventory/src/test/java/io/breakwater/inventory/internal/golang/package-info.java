/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.golang;

import org.jspecify.annotations.NullMarked;
