/** What the tests of this module share. */
@NullMarked
package io.breakwater.oci.testing;

import org.jspecify.annotations.NullMarked;
