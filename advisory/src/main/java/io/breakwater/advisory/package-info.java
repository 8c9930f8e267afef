@NullMarked
package io.breakwater.advisory;

import org.jspecify.annotations.NullMarked;
