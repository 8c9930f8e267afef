package io.breakwater.inventory.internal.java;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the pom.properties that Maven puts into archives: a few keys, no escapes. */
final class PomProperties {
  private PomProperties() {}

  /** The identity; empty when group, artifact or version is missing. Never fails. */
  static Optional<MavenIdentity> parse(byte[] bytes) {
    String group = "";
    String artifact = "";
    String version = "";
    String text = new String(bytes, StandardCharsets.UTF_8);
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      int equals = text.indexOf('=', at, end);
      if (equals > at && text.charAt(at) != '#') {
        String value = text.substring(equals + 1, end).strip();
        switch (text.substring(at, equals).strip()) {
          case "groupId" -> group = value;
          case "artifactId" -> artifact = value;
          case "version" -> version = value;
          default -> {}
        }
      }
      at = end + 1;
    }
    if (group.isEmpty() || artifact.isEmpty() || version.isEmpty()) return Optional.empty();
    if (group.contains("${") || artifact.contains("${") || version.contains("${")) {
      return Optional.empty();
    }
    return Optional.of(new MavenIdentity(group, artifact, version, "pom.properties"));
  }
}
