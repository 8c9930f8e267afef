/** SBOM documents, in and out: CycloneDX, SPDX and Syft's own form. */
@NullMarked
package io.breakwater.inventory.sbom;

import org.jspecify.annotations.NullMarked;
