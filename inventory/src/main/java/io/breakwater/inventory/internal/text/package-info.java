/** Reads lines of text out of bytes. */
@NullMarked
package io.breakwater.inventory.internal.text;

import org.jspecify.annotations.NullMarked;
