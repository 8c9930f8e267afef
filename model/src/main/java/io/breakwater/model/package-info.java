/**
 * The vocabulary of Breakwater: what every room speaks of, as values that cannot be wrong. No I/O
 * and no frameworks. Every type is immutable, safe for use by many threads, and never holds null.
 */
@NullMarked
package io.breakwater.model;

import org.jspecify.annotations.NullMarked;
