package io.breakwater.advisory;

/**
 * A package as a feed names it.
 *
 * @param ecosystem as OSV writes it, such as {@code npm} or {@code Debian:12}
 * @param name in the spelling by which the database finds it
 */
public record PackageKey(String ecosystem, String name) {}
