/** Packages of Nim. */
@NullMarked
package io.breakwater.inventory.internal.nim;

import org.jspecify.annotations.NullMarked;
