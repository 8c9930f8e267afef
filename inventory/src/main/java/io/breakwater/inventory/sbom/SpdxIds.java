package io.breakwater.inventory.sbom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives elements ids that SPDX allows: letters, digits, dots and dashes, each once. */
final class SpdxIds {
  private static final String PREFIX = "SPDXRef-";

  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> taken = new HashSet<>(Set.of(PREFIX + "DOCUMENT"));

  /** The id of a ref, the same whenever it is asked for. */
  String of(String ref) {
    return ids.computeIfAbsent(ref, this::make);
  }

  private String make(String ref) {
    String base = ref.startsWith(PREFIX) ? ref.substring(PREFIX.length()) : "Package-" + ref;
    String id = PREFIX + sanitised(base);
    for (int n = 2; !taken.add(id); n++) id = PREFIX + sanitised(base) + "-" + n;
    return id;
  }

  /** Other characters become dashes, several of them one. */
  static String sanitised(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Chars.isLetterOrDigit(c) || c == '.') out.append(c);
      else if (out.isEmpty() || out.charAt(out.length() - 1) != '-') out.append('-');
    }
    return out.isEmpty() ? "x" : out.toString();
  }
}
