package io.breakwater.inventory.internal.os;

import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.OperatingSystem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files of shell assignments: os-release as os-release(5) has it, and lsb-release. */
final class OsRelease {
  private OsRelease() {}

  static Optional<OperatingSystem> read(byte[] bytes) {
    Map<String, String> values = assignments(bytes);
    String id = values.getOrDefault("ID", "");
    String version = values.getOrDefault("VERSION_ID", "");
    String name = values.getOrDefault("PRETTY_NAME", "");
    String shortName = values.getOrDefault("NAME", "");
    if (name.isEmpty()) name = (shortName + " " + values.getOrDefault("VERSION", "")).strip();
    if (id.isEmpty() && shortName.isEmpty()) return Optional.empty();
    // The manual says that a missing ID means linux; a name tells more, if it is one word.
    if (id.isEmpty()) id = firstWord(shortName).toLowerCase(Locale.ROOT);
    return Optional.of(new OperatingSystem(id, version, name));
  }

  static Optional<OperatingSystem> readLsb(byte[] bytes) {
    Map<String, String> values = assignments(bytes);
    String id = values.getOrDefault("DISTRIB_ID", "");
    if (id.isEmpty()) return Optional.empty();
    String release = values.getOrDefault("DISTRIB_RELEASE", "");
    if (release.equals("rolling")) release = "";
    return Optional.of(
        new OperatingSystem(
            firstWord(id).toLowerCase(Locale.ROOT),
            release,
            values.getOrDefault("DISTRIB_DESCRIPTION", (id + " " + release).strip())));
  }

  private static Map<String, String> assignments(byte[] bytes) {
    var values = new HashMap<String, String>();
    var lines = new Lines(bytes);
    while (lines.next()) {
      String line = lines.text(0);
      int equals = line.indexOf('=');
      if (equals <= 0 || line.charAt(0) == '#') continue;
      values.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1).strip()));
    }
    return values;
  }

  /**
   * As a shell reads it: quotes of either kind, and a backslash before a character with meaning.
   */
  private static String unquoted(String value) {
    var out = new StringBuilder(value.length());
    char quote = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < value.length()) {
        char next = value.charAt(i + 1);
        boolean escaped = quote == 0 || "\"\\$`".indexOf(next) >= 0;
        out.append(escaped ? next : c);
        if (escaped) i++;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == ' ' || c == '\t')) {
        break;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }
}
