/** Tests. */
@NullMarked
package io.breakwater.inventory.internal.php;

import org.jspecify.annotations.NullMarked;
