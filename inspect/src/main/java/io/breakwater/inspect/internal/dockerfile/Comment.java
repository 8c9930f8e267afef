package io.breakwater.inspect.internal.dockerfile;

/**
 * A comment that is a line of its own.
 *
 * @param text behind the {@code #}
 * @param start where its {@code #} stands in the file
 * @param inside whether it stands between the lines of an instruction
 */
record Comment(String text, int start, boolean inside) {}
