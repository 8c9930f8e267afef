/** HTTP as registries need it: trust, proxies, time limits, one exchange at a time. */
@NullMarked
package io.breakwater.oci.internal.net;

import org.jspecify.annotations.NullMarked;
