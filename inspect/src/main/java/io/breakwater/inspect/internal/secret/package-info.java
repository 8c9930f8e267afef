/** Secrets: kinds as data, found by keywords, matched in linear time, then tested. */
@NullMarked
package io.breakwater.inspect.internal.secret;

import org.jspecify.annotations.NullMarked;
