/** Rules, exceptions and messages of policies, compiled. */
@NullMarked
package io.breakwater.policy.internal;

import org.jspecify.annotations.NullMarked;
