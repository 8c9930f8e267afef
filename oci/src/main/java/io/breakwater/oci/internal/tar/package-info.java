/** Tar archives, read forwards and within bounds, as container runtimes understand them. */
@NullMarked
package io.breakwater.oci.internal.tar;

import org.jspecify.annotations.NullMarked;
