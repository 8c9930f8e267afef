/** Indexes, manifests and image configurations of OCI and Docker, parsed. */
@NullMarked
package io.breakwater.oci.internal.config;

import org.jspecify.annotations.NullMarked;
