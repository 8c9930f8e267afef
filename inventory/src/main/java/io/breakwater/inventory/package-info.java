@NullMarked
package io.breakwater.inventory;

import org.jspecify.annotations.NullMarked;
