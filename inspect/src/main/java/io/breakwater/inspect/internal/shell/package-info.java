/** Shell code as it stands in a Dockerfile, and its grammar. */
@NullMarked
package io.breakwater.inspect.internal.shell;

import org.jspecify.annotations.NullMarked;
