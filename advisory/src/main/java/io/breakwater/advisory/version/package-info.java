/** How each ecosystem orders its versions. */
@NullMarked
package io.breakwater.advisory.version;

import org.jspecify.annotations.NullMarked;
