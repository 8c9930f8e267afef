/** What the tests of every module share. */
@NullMarked
package io.breakwater.testing;

import org.jspecify.annotations.NullMarked;
