package io.breakwater.inspect.lint;

/**
 * What the Pod Security Standards are asked for.
 *
 * @param level {@code privileged}, {@code baseline} or {@code restricted}
 * @param version such as {@code v1.34}, or {@code latest}
 */
public record PodSecurityLevel(String level, String version) {}
