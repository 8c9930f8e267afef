/** The API of Docker's engine, which podman speaks too, over its socket. */
@NullMarked
package io.breakwater.oci.internal.engine;

import org.jspecify.annotations.NullMarked;
