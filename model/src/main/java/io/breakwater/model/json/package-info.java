/** JSON as a bounded tree of values, for documents of a known size. */
@NullMarked
package io.breakwater.model.json;

import org.jspecify.annotations.NullMarked;
