/** Checks about the shell commands of a build. */
@NullMarked
package io.breakwater.inspect.internal.shell.check;

import org.jspecify.annotations.NullMarked;
