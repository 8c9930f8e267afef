package io.breakwater.inventory.internal.golang;

import java.util.Locale;
import java.util.Set;

/**
 * The version of a main module. One that was built from a working copy says {@code (devel)}; then
 * the linker flags may set a version variable, or the version control's revision makes a pseudo
 * version, as Go's own are made (go.dev/ref/mod#pseudo-versions).
 */
final class MainVersion {
  private static final Set<String> VARIABLES =
      Set.of(
          "version",
          "ver",
          "gitversion",
          "buildversion",
          "appversion",
          "tag",
          "gittag",
          "buildtag",
          "release",
          "semver",
          "currentversion",
          "programversion");

  private static final String UNKNOWN = "(devel)";

  private static final int REVISION_LENGTH = 12;

  private MainVersion() {}

  /** The version; {@code (devel)} when nothing tells it, as Go writes. */
  static String of(BuildInfo info) {
    String stated = info.mainVersion();
    if (!stated.isEmpty() && !stated.equals(UNKNOWN)) return stated;
    String linked = ofFlags(info.setting("-ldflags"));
    if (!linked.isEmpty()) return linked;
    String pseudo = pseudo(info.setting("vcs.revision"), info.setting("vcs.time"));
    return pseudo.isEmpty() ? UNKNOWN : pseudo;
  }

  private static String ofFlags(String flags) {
    for (int at = flags.indexOf("-X"); at >= 0; at = flags.indexOf("-X", at + 2)) {
      int start = at + 2;
      while (start < flags.length() && isBetween(flags.charAt(start))) start++;
      if (start < flags.length() && flags.charAt(start) == '=') start++;
      int end = wordEnd(flags, start);
      int equals = flags.indexOf('=', start, end);
      if (equals < 0) continue;
      String name = flags.substring(start, equals);
      name = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      String value = flags.substring(equals + 1, wordEnd(flags, equals + 1));
      if (VARIABLES.contains(name) && isVersion(value)) {
        return value.charAt(0) == 'v' ? value : "v" + value;
      }
    }
    return "";
  }

  private static int wordEnd(String flags, int from) {
    int end = from;
    while (end < flags.length() && !isBetween(flags.charAt(end))) end++;
    return end;
  }

  private static boolean isBetween(char c) {
    return c <= ' ' || c == '"' || c == '\'';
  }

  /** Whether this is three numbers, perhaps with a v before and a word behind. */
  private static boolean isVersion(String value) {
    int at = value.startsWith("v") ? 1 : 0;
    for (int part = 0; part < 3; part++) {
      int start = at;
      while (at < value.length() && value.charAt(at) >= '0' && value.charAt(at) <= '9') at++;
      if (at == start) return false;
      if (part < 2) {
        if (at == value.length() || value.charAt(at) != '.') return false;
        at++;
      }
    }
    return at == value.length() || value.charAt(at) == '-' || value.charAt(at) == '+';
  }

  /** {@code v0.0.0-20230102150405-0123456789ab} of a revision and an RFC 3339 time. */
  private static String pseudo(String revision, String time) {
    if (revision.length() < REVISION_LENGTH || !time.endsWith("Z")) return "";
    var digits = new StringBuilder(14);
    for (int i = 0; i < time.length() && digits.length() < 14; i++) {
      char c = time.charAt(i);
      if (c >= '0' && c <= '9') digits.append(c);
    }
    if (digits.length() < 14) return "";
    return "v0.0.0-" + digits + "-" + revision.substring(0, REVISION_LENGTH);
  }
}
