/** What is known of licences, and how files that hold their texts are recognised. */
@NullMarked
package io.breakwater.inspect.internal.licence;

import org.jspecify.annotations.NullMarked;
