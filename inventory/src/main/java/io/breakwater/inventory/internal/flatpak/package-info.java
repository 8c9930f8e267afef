/** Applications and runtimes of Flatpak. */
@NullMarked
package io.breakwater.inventory.internal.flatpak;

import org.jspecify.annotations.NullMarked;
