/** A read-only reader of bbolt databases, which containerd keeps its names in. */
@NullMarked
package io.breakwater.oci.internal.bolt;

import org.jspecify.annotations.NullMarked;
