/**
 * Layers, from wherever their bytes are: {@link io.breakwater.oci.internal.layer.StoredLayer} reads
 * an archive, {@link io.breakwater.oci.internal.layer.DirectoryLayer} an unpacked tree.
 */
@NullMarked
package io.breakwater.oci.internal.layer;

import org.jspecify.annotations.NullMarked;
