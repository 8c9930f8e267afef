package io.breakwater.model;

/**
 * What a collector saw, word for word enough for a person to check it: the ground that a verdict
 * stands on. Evidence from an image has no time of its own; it holds for the image's digest.
 *
 * @param source the collector that saw it, such as {@code java-archive} or {@code dpkg}
 * @param location where it was seen
 * @param statement what was seen, such as {@code pom.properties says org.example:app:1.2}
 */
public record Evidence(String source, Location location, String statement) {}
