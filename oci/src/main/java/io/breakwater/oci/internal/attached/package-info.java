/** Documents that are attached to images. */
@NullMarked
package io.breakwater.oci.internal.attached;

import org.jspecify.annotations.NullMarked;
