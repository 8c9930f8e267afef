/** Which distribution an image is: os-release and its older cousins. */
@NullMarked
package io.breakwater.inventory.internal.os;

import org.jspecify.annotations.NullMarked;
