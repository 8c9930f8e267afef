/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.classifier;

import org.jspecify.annotations.NullMarked;
