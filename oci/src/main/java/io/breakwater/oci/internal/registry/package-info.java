/** A client of the OCI distribution specification 1.1: pull. */
@NullMarked
package io.breakwater.oci.internal.registry;

import org.jspecify.annotations.NullMarked;
