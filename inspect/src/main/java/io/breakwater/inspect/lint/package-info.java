/**
 * Looks at files of configuration where they are written: Dockerfiles, manifests, Compose files.
 */
@NullMarked
package io.breakwater.inspect.lint;

import org.jspecify.annotations.NullMarked;
