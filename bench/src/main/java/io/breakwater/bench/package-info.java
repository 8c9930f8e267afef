/** Benchmarks that need our own classes; the scripts beside this module compare with peers. */
@NullMarked
package io.breakwater.bench;

import org.jspecify.annotations.NullMarked;
