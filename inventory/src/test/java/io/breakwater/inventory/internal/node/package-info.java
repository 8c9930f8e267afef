/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.node;

import org.jspecify.annotations.NullMarked;
