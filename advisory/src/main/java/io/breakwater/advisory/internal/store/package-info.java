/** The file format of the advisory database: writing, and bounded reading. */
@NullMarked
package io.breakwater.advisory.internal.store;

import org.jspecify.annotations.NullMarked;
