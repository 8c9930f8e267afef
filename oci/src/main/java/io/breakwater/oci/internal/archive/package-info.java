/** Files that hold images: layouts in folders and in archives. */
@NullMarked
package io.breakwater.oci.internal.archive;

import org.jspecify.annotations.NullMarked;
