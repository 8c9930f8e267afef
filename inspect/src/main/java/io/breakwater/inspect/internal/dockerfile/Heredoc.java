package io.breakwater.inspect.internal.dockerfile;

/**
 * A text in the lines after an instruction.
 *
 * @param name that ends it
 * @param expand whether variables in it are filled in
 * @param chomp whether tabs at the beginning of its lines go
 * @param start where the lines begin in the file
 * @param end where they end, before the line that ends them
 * @param terminatorEnd where the line that ends them ends
 */
record Heredoc(String name, boolean expand, boolean chomp, int start, int end, int terminatorEnd) {}
