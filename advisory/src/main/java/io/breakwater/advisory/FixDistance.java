package io.breakwater.advisory;

import java.util.Locale;

/** How far an upgrade goes, by the first numbers of its versions that differ. */
public enum FixDistance {
  /** Another patch, revision or build of the same minor version. */
  PATCH,
  /** Another minor version. */
  MINOR,
  /** Another major version, or another epoch. */
  MAJOR;

  /** The word that a priority's term has. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From one version to another, as any ecosystem writes them. */
  public static FixDistance between(String installed, String fixed) {
    var from = new Numbers(installed);
    var to = new Numbers(fixed);
    if (from.epoch() != to.epoch() || from.next() != to.next()) return MAJOR;
    return from.next() == to.next() ? PATCH : MINOR;
  }

  /** The numbers of a version, one after the other; 0 where there is none any more. */
  private static final class Numbers {
    private final String version;
    private int at;

    Numbers(String version) {
      this.version = version;
      this.at = version.startsWith("v") ? 1 : 0;
    }

    /** The number before a colon. */
    long epoch() {
      int colon = version.indexOf(':');
      if (colon <= 0) return 0;
      long epoch = next();
      at = colon + 1;
      return epoch;
    }

    long next() {
      while (at < version.length() && version.charAt(at) == '.') at++;
      long value = 0;
      for (; at < version.length() && isDigit(version.charAt(at)); at++) {
        value = value * 10 + version.charAt(at) - '0';
      }
      return value;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }
}
