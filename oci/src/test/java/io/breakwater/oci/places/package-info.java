/** Images of registries and local stores, made and served by tools that we did not write. */
@NullMarked
package io.breakwater.oci.places;

import org.jspecify.annotations.NullMarked;
