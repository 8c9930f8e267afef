/** What containerd keeps on disk, as far as images go. */
@NullMarked
package io.breakwater.oci.internal.containerd;

import org.jspecify.annotations.NullMarked;
