/** Feeds in their native forms, one file each, read into advisories and facts. */
@NullMarked
package io.breakwater.advisory.internal.feed;

import org.jspecify.annotations.NullMarked;
