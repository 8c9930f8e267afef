/** Folders and archives of feeds, walked with bounds. */
@NullMarked
package io.breakwater.advisory.internal.input;

import org.jspecify.annotations.NullMarked;
