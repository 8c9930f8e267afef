/** Packages of Haskell. */
@NullMarked
package io.breakwater.inventory.internal.haskell;

import org.jspecify.annotations.NullMarked;
