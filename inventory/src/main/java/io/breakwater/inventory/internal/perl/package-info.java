/** Distributions of CPAN. */
@NullMarked
package io.breakwater.inventory.internal.perl;

import org.jspecify.annotations.NullMarked;
