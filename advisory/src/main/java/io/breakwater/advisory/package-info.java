/**
 * What is known about packages: an immutable database made of the feeds of many publishers, and the
 * judgement which installed packages have which holes.
 */
@NullMarked
package io.breakwater.advisory;

import org.jspecify.annotations.NullMarked;
