/** Tests of SBOMs, in and out. */
@NullMarked
package io.breakwater.inventory.sbom;

import org.jspecify.annotations.NullMarked;
