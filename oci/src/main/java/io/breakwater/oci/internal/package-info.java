/** How images are read. Nothing in here is for other modules. */
@NullMarked
package io.breakwater.oci.internal;

import org.jspecify.annotations.NullMarked;
