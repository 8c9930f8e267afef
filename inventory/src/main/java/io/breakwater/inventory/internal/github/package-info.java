/** Actions that GitHub workflows use. */
@NullMarked
package io.breakwater.inventory.internal.github;

import org.jspecify.annotations.NullMarked;
