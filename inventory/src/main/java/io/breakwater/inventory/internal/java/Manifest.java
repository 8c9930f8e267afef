package io.breakwater.inventory.internal.java;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The main section of a META-INF/MANIFEST.MF (JAR file specification), read as leniently as the
 * files that are found: any line end, values of any length, continued by lines that begin with a
 * space.
 */
final class Manifest {
  /** The most attributes that are kept. */
  private static final int MOST = 500;

  /** A manifest that says nothing. */
  static final Manifest EMPTY = new Manifest(Map.of());

  private final Map<String, String> attributes;

  private Manifest(Map<String, String> attributes) {
    this.attributes = attributes;
  }

  /** Reads the main section; never fails. */
  static Manifest parse(byte[] bytes) {
    var attributes = new HashMap<String, String>();
    String text = new String(bytes, 0, end(bytes), StandardCharsets.UTF_8);
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    String key = "";
    var value = new StringBuilder();
    while (at < text.length() && attributes.size() < MOST) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
      if (end > at && text.charAt(at) == ' ') {
        value.append(text, at + 1, end);
      } else {
        keep(attributes, key, value);
        key = "";
        if (end == at && !attributes.isEmpty()) break;
        int colon = text.indexOf(':', at, end);
        if (colon > at) {
          key = text.substring(at, colon).strip().toLowerCase(Locale.ROOT);
          value.append(text, colon + 1, end);
        }
      }
      at = end + 1;
      if (at < text.length() && text.charAt(end) == '\r' && text.charAt(at) == '\n') at++;
    }
    keep(attributes, key, value);
    return attributes.isEmpty() ? EMPTY : new Manifest(attributes);
  }

  /** Where the main section ends: in a signed archive most of the file comes behind. */
  private static int end(byte[] bytes) {
    int start = 0;
    boolean any = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\n') continue;
      boolean empty = i == start || (i == start + 1 && bytes[start] == '\r');
      if (empty && any) return i;
      any |= !empty;
      start = i + 1;
    }
    return bytes.length;
  }

  private static void keep(Map<String, String> attributes, String key, StringBuilder value) {
    if (!key.isEmpty()) attributes.putIfAbsent(key, value.toString().strip());
    value.setLength(0);
  }

  /** The value of an attribute; empty when there is none. */
  String get(String attribute) {
    return attributes.getOrDefault(attribute.toLowerCase(Locale.ROOT), "");
  }

  /** An attribute of OSGi without its directives: what stands before the first semicolon. */
  String bare(String attribute) {
    String value = get(attribute);
    int semicolon = value.indexOf(';');
    return semicolon < 0 ? value : value.substring(0, semicolon).strip();
  }
}
