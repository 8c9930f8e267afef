/** Tests. */
@NullMarked
package io.breakwater.oci.zip;

import org.jspecify.annotations.NullMarked;
