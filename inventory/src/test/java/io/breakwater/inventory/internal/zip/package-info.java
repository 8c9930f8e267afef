/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.zip;

import org.jspecify.annotations.NullMarked;
