/** Tests of updates. */
@NullMarked
package io.breakwater.advisory.update;

import org.jspecify.annotations.NullMarked;
