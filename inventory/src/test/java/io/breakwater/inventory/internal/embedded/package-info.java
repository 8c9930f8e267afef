/** SBOMs within files, as tests see them. */
@NullMarked
package io.breakwater.inventory.internal.embedded;

import org.jspecify.annotations.NullMarked;
