/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.binary;

import org.jspecify.annotations.NullMarked;
