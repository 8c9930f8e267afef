package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The list that pip and its kin keep of the distributions copied into them: lines {@code
 * name==version}, perhaps with a marker or comment behind.
 */
final class VendorList {
  private static final int MAX_SIZE = 1 << 20;

  /** Of this one only pkg_resources is copied, and its holes are elsewhere. */
  private static final String PARTIAL = "setuptools";

  private VendorList() {}

  static void read(Content content, FactSink facts) throws IOException {
    String text = new String(content.readAll(MAX_SIZE), StandardCharsets.UTF_8);
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      int equals = text.indexOf("==", at, end);
      if (equals > at) {
        String name = text.substring(at, equals).strip();
        int extras = name.indexOf('[');
        if (extras > 0) name = name.substring(0, extras).strip();
        String version = version(text, equals + 2, end);
        if (isName(name) && !version.isEmpty() && !name.equals(PARTIAL)) {
          Coordinates.plain("pypi", name, version).report(facts, List.of(), "", "vendor list");
        }
      }
      at = end + 1;
    }
  }

  private static String version(String text, int start, int end) {
    int from = start;
    while (from < end && text.charAt(from) == ' ') from++;
    int to = from;
    while (to < end && text.charAt(to) > ' ' && ";#,\\".indexOf(text.charAt(to)) < 0) to++;
    return text.substring(from, to);
  }

  private static boolean isName(String name) {
    if (name.isEmpty()) return false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!word && c != '-' && c != '_' && c != '.') return false;
    }
    return true;
  }
}
