/** What feeds, database and matching share. */
@NullMarked
package io.breakwater.advisory.internal;

import org.jspecify.annotations.NullMarked;
