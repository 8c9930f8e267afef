/** Rules by which people leave findings out of reports, with a reason. */
@NullMarked
package io.breakwater.advisory.ignore;

import org.jspecify.annotations.NullMarked;
