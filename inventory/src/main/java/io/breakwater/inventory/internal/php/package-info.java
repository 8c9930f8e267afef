/** PHP packages that Composer installed. */
@NullMarked
package io.breakwater.inventory.internal.php;

import org.jspecify.annotations.NullMarked;
