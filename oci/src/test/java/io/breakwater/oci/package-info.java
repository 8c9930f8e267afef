/** Tests of reading images, through the public API and the seams of the sources. */
@NullMarked
package io.breakwater.oci;

import org.jspecify.annotations.NullMarked;
