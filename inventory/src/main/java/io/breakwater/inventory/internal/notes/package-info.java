/** Package notes: what distributions write into each program and library that they build. */
@NullMarked
package io.breakwater.inventory.internal.notes;

import org.jspecify.annotations.NullMarked;
