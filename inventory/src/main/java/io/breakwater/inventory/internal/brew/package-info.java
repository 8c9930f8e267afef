/** Packages of Homebrew: the cellar. */
@NullMarked
package io.breakwater.inventory.internal.brew;

import org.jspecify.annotations.NullMarked;
