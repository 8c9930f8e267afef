/** Providers of Terraform. */
@NullMarked
package io.breakwater.inventory.internal.terraform;

import org.jspecify.annotations.NullMarked;
