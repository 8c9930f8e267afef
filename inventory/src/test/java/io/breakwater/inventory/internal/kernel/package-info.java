/** Linux kernels and modules, as tests see them. */
@NullMarked
package io.breakwater.inventory.internal.kernel;

import org.jspecify.annotations.NullMarked;
