/** Results per layer, kept between scans and shared by processes. */
@NullMarked
package io.breakwater.oci.cache;

import org.jspecify.annotations.NullMarked;
