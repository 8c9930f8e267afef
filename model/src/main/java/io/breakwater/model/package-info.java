@NullMarked
package io.breakwater.model;

import org.jspecify.annotations.NullMarked;
