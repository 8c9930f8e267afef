/** How right the matcher is, against answers that nobody here wrote. */
@NullMarked
package io.breakwater.bench.accuracy;

import org.jspecify.annotations.NullMarked;
