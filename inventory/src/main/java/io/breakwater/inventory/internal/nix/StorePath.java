package io.breakwater.inventory.internal.nix;

import java.util.Optional;

/**
 * The name of a path in the store of Nix: a hash of 32 characters, a dash, a name; of a package a
 * dash, its version and, for all but the main output, a dash and the output's name follow.
 *
 * @param output such as {@code dev}; empty for the main one
 */
record StorePath(String name, String version, String output) {
  private static final int HASH = 32;
  private static final int LONGEST = 211;

  /** The package of a store path's last part; empty when it is no package of some version. */
  static Optional<StorePath> parse(String text) {
    if (text.length() <= HASH + 1 || text.length() > HASH + 1 + LONGEST) return Optional.empty();
    if (text.charAt(HASH) != '-') return Optional.empty();
    for (int i = 0; i < HASH; i++) if (!isHash(text.charAt(i))) return Optional.empty();
    int dash = versionDash(text, HASH + 1);
    if (dash < 0 || text.endsWith(".drv")) return Optional.empty();
    String version = text.substring(dash + 1);
    String output = output(version);
    if (!output.isEmpty()) {
      version = version.substring(0, version.length() - output.length() - 1);
    }
    return Optional.of(new StorePath(text.substring(HASH + 1, dash), version, output));
  }

  /** As Nix has it, the version starts after the first dash that a digit follows. */
  private static int versionDash(String text, int start) {
    for (int dash = text.indexOf('-', start + 1); dash > 0; dash = text.indexOf('-', dash + 1)) {
      if (dash + 1 < text.length() && isDigit(text.charAt(dash + 1))) return dash;
    }
    return -1;
  }

  private static String output(String version) {
    int dash = version.lastIndexOf('-');
    if (dash <= 0) return "";
    String word = version.substring(dash + 1);
    return switch (word) {
      case "bin",
          "dev",
          "lib",
          "man",
          "doc",
          "info",
          "out",
          "static",
          "debug",
          "devdoc",
          "getent",
          "terminfo",
          "dist",
          "tools",
          "libgcc",
          "data",
          "python" ->
          word;
      default -> "";
    };
  }

  /** Digits and the lower-case letters but e, o, t and u. */
  private static boolean isHash(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z' && c != 'e' && c != 'o' && c != 't' && c != 'u');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
