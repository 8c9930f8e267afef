/** Gates: pure functions of the report document that say whether an image may pass. */
@NullMarked
package io.breakwater.policy;

import org.jspecify.annotations.NullMarked;
