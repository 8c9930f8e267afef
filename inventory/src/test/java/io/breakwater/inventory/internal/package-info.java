/** Tests. */
@NullMarked
package io.breakwater.inventory.internal;

import org.jspecify.annotations.NullMarked;
