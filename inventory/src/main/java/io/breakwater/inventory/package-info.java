/**
 * What is inside an image. One {@link io.breakwater.inventory.Analyser} per package format reads
 * files; {@link io.breakwater.inventory.Inventories} runs them all over every layer and merges what
 * they find.
 */
@NullMarked
package io.breakwater.inventory;

import org.jspecify.annotations.NullMarked;
