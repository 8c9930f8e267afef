/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.java;

import org.jspecify.annotations.NullMarked;
