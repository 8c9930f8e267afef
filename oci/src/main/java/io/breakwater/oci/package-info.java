@NullMarked
package io.breakwater.oci;

import org.jspecify.annotations.NullMarked;
