/** Tests of the documents that describe images. */
@NullMarked
package io.breakwater.oci.config;

import org.jspecify.annotations.NullMarked;
