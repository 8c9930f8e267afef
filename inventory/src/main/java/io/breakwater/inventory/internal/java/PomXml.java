package io.breakwater.inventory.internal.java;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a project's own coordinates out of a pom.xml, or its parent's where it leaves them out. A
 * scanner over tags, not an XML reader: no entities, no external anything.
 */
final class PomXml {
  private static final int MAX_DEPTH = 64;

  private String group = "";
  private String artifact = "";
  private String version = "";
  private String parentGroup = "";
  private String parentVersion = "";

  private PomXml() {}

  /** The coordinates; empty when group or artifact is missing. Never fails. */
  static Optional<MavenIdentity> parse(byte[] bytes) {
    var pom = new PomXml();
    pom.scan(new String(bytes, StandardCharsets.UTF_8));
    String group = pom.group.isEmpty() ? pom.parentGroup : pom.group;
    String version = pom.version.isEmpty() ? pom.parentVersion : pom.version;
    if (version.contains("${")) version = "";
    if (group.isEmpty() || pom.artifact.isEmpty()) return Optional.empty();
    if (group.contains("${") || pom.artifact.contains("${")) return Optional.empty();
    return Optional.of(new MavenIdentity(group, pom.artifact, version, "pom.xml"));
  }

  private void scan(String text) {
    var path = new String[MAX_DEPTH];
    int depth = 0;
    int at = text.indexOf('<');
    while (at >= 0 && depth >= 0) {
      if (text.startsWith("<!--", at)) {
        at = next(text, text.indexOf("-->", at + 4));
        continue;
      }
      int end = text.indexOf('>', at);
      if (end < 0) return;
      char first = at + 1 < text.length() ? text.charAt(at + 1) : '>';
      if (first == '/') {
        depth--;
        if (depth == 0) return;
      } else if (first != '?' && first != '!' && text.charAt(end - 1) != '/') {
        if (depth >= MAX_DEPTH) return;
        String tag = tag(text, at + 1, end);
        path[depth++] = tag;
        int close = text.indexOf('<', end);
        if (close > 0) value(path, depth, text.substring(end + 1, close).strip());
      }
      at = next(text, end);
    }
  }

  private static int next(String text, int from) {
    return from < 0 ? -1 : text.indexOf('<', from);
  }

  private static String tag(String text, int start, int end) {
    int stop = start;
    while (stop < end && text.charAt(stop) > ' ') stop++;
    return text.substring(start, stop);
  }

  private void value(String[] path, int depth, String value) {
    if (value.isEmpty() || !"project".equals(path[0])) return;
    if (depth == 2) {
      switch (path[1]) {
        case "groupId" -> group = value;
        case "artifactId" -> artifact = value;
        case "version" -> version = value;
        default -> {}
      }
    } else if (depth == 3 && "parent".equals(path[1])) {
      switch (path[2]) {
        case "groupId" -> parentGroup = value;
        case "version" -> parentVersion = value;
        default -> {}
      }
    }
  }
}
