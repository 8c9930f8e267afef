/** How an image is set up: its configuration and its history. */
@NullMarked
package io.breakwater.inspect.internal.config;

import org.jspecify.annotations.NullMarked;
