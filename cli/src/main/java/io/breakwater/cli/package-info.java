/**
 * {@code bw}: every capability as a command. {@link io.breakwater.cli.Main} is where it starts;
 * {@link io.breakwater.cli.Commands} lists the commands.
 */
@NullMarked
package io.breakwater.cli;

import org.jspecify.annotations.NullMarked;
