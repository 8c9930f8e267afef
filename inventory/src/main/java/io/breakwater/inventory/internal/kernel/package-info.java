/** Linux kernels and their modules. */
@NullMarked
package io.breakwater.inventory.internal.kernel;

import org.jspecify.annotations.NullMarked;
