/** What each layer of an image does to its files, and what that costs. */
@NullMarked
package io.breakwater.oci.layers;

import org.jspecify.annotations.NullMarked;
