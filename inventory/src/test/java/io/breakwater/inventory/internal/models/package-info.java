/** Proofs of the readers of AI models. */
@NullMarked
package io.breakwater.inventory.internal.models;

import org.jspecify.annotations.NullMarked;
