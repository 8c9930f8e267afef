/** Ruby gems, installed. */
@NullMarked
package io.breakwater.inventory.internal.ruby;

import org.jspecify.annotations.NullMarked;
