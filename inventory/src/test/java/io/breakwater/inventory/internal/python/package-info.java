/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.python;

import org.jspecify.annotations.NullMarked;
