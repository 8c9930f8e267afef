/** Fetches feeds, keeps the last good state of each, and makes the database of them. */
@NullMarked
package io.breakwater.advisory.update;

import org.jspecify.annotations.NullMarked;
