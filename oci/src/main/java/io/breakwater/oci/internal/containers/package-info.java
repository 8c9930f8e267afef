/**
 * The store of podman, buildah and CRI-O (containers-storage), read where it lies, without running
 * any of them and without mounting.
 */
@NullMarked
package io.breakwater.oci.internal.containers;

import org.jspecify.annotations.NullMarked;
