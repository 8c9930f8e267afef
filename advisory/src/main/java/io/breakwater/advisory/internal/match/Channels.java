package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import java.util.List;

/**
 * Red Hat's channels of extended support, which keep a minor release alive. Their fixes have lower
 * versions than those of the main channel: who compares with the main channel only reports what is
 * fixed. A package tells by its release which minor release it was built for, and a channel's fix
 * for that one is a fix.
 */
final class Channels {
  /** The names of the channels, as their CPE names have them. */
  static final List<String> OF_RED_HAT =
      List.of("rhel_eus", "rhel_e4s", "rhel_aus", "rhel_tus", "rhel_els", "rhel_eus_long_life");

  private Channels() {}

  /** Whether an ecosystem is such a channel. */
  static boolean isChannel(String ecosystem) {
    if (!ecosystem.startsWith("Red Hat:rhel_")) return false;
    int end = ecosystem.indexOf(':', "Red Hat:".length());
    return end > 0 && OF_RED_HAT.contains(ecosystem.substring("Red Hat:".length(), end));
  }

  /** Of a version such as {@code 1.2-3.el9_2.5}: {@code 9.2}; empty for others. */
  static String minorRelease(String version) {
    int at = version.lastIndexOf(".el");
    if (at < 0) return modularRelease(version);
    int underscore = digits(version, at + 3);
    if (underscore == at + 3 || underscore >= version.length()) return "";
    if (version.charAt(underscore) != '_') return "";
    int end = digits(version, underscore + 1);
    if (end == underscore + 1) return "";
    return version.substring(at + 3, underscore) + "." + version.substring(underscore + 1, end);
  }

  /** Of a module's version such as {@code 1-2.module+el8.4.0+10484+27ce8e03}: {@code 8.4}. */
  private static String modularRelease(String version) {
    int at = version.lastIndexOf("+el");
    if (at < 0) return "";
    int dot = digits(version, at + 3);
    if (dot >= version.length() || version.charAt(dot) != '.') return "";
    int end = digits(version, dot + 1);
    return end == dot + 1 ? "" : version.substring(at + 3, end);
  }

  /** Whether a statement tells a fix that was built for the same minor release. */
  static boolean tellsFixFor(Statement statement, String version) {
    String minor = minorRelease(version);
    for (AffectedRange range : statement.ranges()) {
      boolean same =
          range.end() instanceof End.Fixed(String fix) && minorRelease(fix).equals(minor);
      if (same && !minor.isEmpty()) return true;
    }
    return false;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    return at;
  }
}
