/** Plug-ins and themes of WordPress. */
@NullMarked
package io.breakwater.inventory.internal.wordpress;

import org.jspecify.annotations.NullMarked;
