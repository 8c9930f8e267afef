/** Package notes, as tests see them. */
@NullMarked
package io.breakwater.inventory.internal.notes;

import org.jspecify.annotations.NullMarked;
