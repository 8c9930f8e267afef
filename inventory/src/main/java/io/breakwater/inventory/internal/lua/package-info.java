/** Rocks of Lua. */
@NullMarked
package io.breakwater.inventory.internal.lua;

import org.jspecify.annotations.NullMarked;
