/** SBOM documents that lie in images. */
@NullMarked
package io.breakwater.inventory.internal.embedded;

import org.jspecify.annotations.NullMarked;
