/** Which image another one was built from. */
@NullMarked
package io.breakwater.inventory.base;

import org.jspecify.annotations.NullMarked;
