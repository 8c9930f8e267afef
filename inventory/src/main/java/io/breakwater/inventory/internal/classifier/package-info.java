/** Software that no package manager knows, by what its files say of themselves. */
@NullMarked
package io.breakwater.inventory.internal.classifier;

import org.jspecify.annotations.NullMarked;
