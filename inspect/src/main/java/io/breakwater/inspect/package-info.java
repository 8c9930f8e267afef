/**
 * What else is wrong in an image, beside holes in packages: secrets, configuration, exposure,
 * malware, licences.
 */
@NullMarked
package io.breakwater.inspect;

import org.jspecify.annotations.NullMarked;
