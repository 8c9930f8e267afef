/** Tests of the cache. */
@NullMarked
package io.breakwater.oci.cache;

import org.jspecify.annotations.NullMarked;
