package io.breakwater.inspect.internal.dockerfile;

/**
 * A word to the builder in the first lines.
 *
 * @param name in lower case
 * @param value without white space around it
 * @param start where its line begins in the file
 */
record Directive(String name, String value, int start) {}
