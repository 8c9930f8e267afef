/** The judgement which installed packages have which holes. */
@NullMarked
package io.breakwater.advisory.internal.match;

import org.jspecify.annotations.NullMarked;
