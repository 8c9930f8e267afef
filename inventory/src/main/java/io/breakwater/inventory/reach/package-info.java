/** Which packages the entry point of an image uses, as far as files tell. */
@NullMarked
package io.breakwater.inventory.reach;

import org.jspecify.annotations.NullMarked;
