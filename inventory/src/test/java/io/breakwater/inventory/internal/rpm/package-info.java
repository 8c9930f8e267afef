/** Tests of the readers of rpm's databases. */
@NullMarked
package io.breakwater.inventory.internal.rpm;

import org.jspecify.annotations.NullMarked;
