/**
 * Compressed blobs as plain streams, recognised by their first bytes and bounded in their growth.
 */
@NullMarked
package io.breakwater.oci.internal.compress;

import org.jspecify.annotations.NullMarked;
