/** Tests of the readers of the files that tell which distribution an image is. */
@NullMarked
package io.breakwater.inventory.internal.os;

import org.jspecify.annotations.NullMarked;
