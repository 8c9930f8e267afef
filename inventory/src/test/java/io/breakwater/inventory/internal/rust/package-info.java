/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.rust;

import org.jspecify.annotations.NullMarked;
