/** ZIP archives, read at random places and within a budget. */
@NullMarked
package io.breakwater.oci.zip;

import org.jspecify.annotations.NullMarked;
