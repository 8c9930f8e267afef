/** AI models in the files that hold them. */
@NullMarked
package io.breakwater.inventory.internal.models;

import org.jspecify.annotations.NullMarked;
