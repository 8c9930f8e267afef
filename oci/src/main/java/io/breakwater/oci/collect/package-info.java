/** Evidence out of layers: each layer is read once for all who ask, and never again. */
@NullMarked
package io.breakwater.oci.collect;

import org.jspecify.annotations.NullMarked;
