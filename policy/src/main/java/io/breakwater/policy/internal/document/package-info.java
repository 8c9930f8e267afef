/** The report document as expressions see it: typed, read lazily, from records or from JSON. */
@NullMarked
package io.breakwater.policy.internal.document;

import org.jspecify.annotations.NullMarked;
