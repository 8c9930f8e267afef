package io.breakwater.advisory.internal.feed;

import java.util.Optional;
import java.util.Set;

/**
 * A built package of rpm, as feeds name it.
 *
 * @param name the package's name
 * @param evr {@code [epoch:]version-release}, without an epoch of zero
 * @param arch such as {@code x86_64} or {@code src}; may be empty
 */
record Rpm(String name, String evr, String arch) {
  private static final int MAX_LENGTH = 500;
  private static final Set<String> ARCHES =
      Set.of(
          "x86_64",
          "aarch64",
          "noarch",
          "src",
          "nosrc",
          "i386",
          "i486",
          "i586",
          "i686",
          "ia32e",
          "ppc64le",
          "ppc64",
          "ppc",
          "s390x",
          "s390",
          "ia64",
          "armv7hl",
          "armv6hl",
          "armhfp",
          "loongarch64",
          "riscv64",
          "sw_64",
          "athlon",
          "x86_64_v2",
          "sparc64");

  /**
   * Reads {@code name-[epoch:]version-release[.arch][.rpm]}, or rpm's older {@code
   * epoch:name-version-release}; empty for text that has no version and release.
   */
  static Optional<Rpm> parse(String text) {
    String nevra = text.strip();
    if (nevra.length() > MAX_LENGTH) return Optional.empty();
    if (nevra.endsWith(".rpm")) nevra = nevra.substring(0, nevra.length() - 4);
    String arch = "";
    int dot = nevra.lastIndexOf('.');
    if (dot > 0 && ARCHES.contains(nevra.substring(dot + 1))) {
      arch = nevra.substring(dot + 1);
      nevra = nevra.substring(0, dot);
    }
    int release = nevra.lastIndexOf('-');
    int version = release < 1 ? -1 : nevra.lastIndexOf('-', release - 1);
    if (version < 1 || release == nevra.length() - 1 || version + 1 == release) {
      return Optional.empty();
    }
    String name = nevra.substring(0, version);
    String evr = nevra.substring(version + 1);
    int colon = name.indexOf(':');
    if (colon > 0 && isNumber(name.substring(0, colon))) {
      evr = name.substring(0, colon + 1) + evr;
      name = name.substring(colon + 1);
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new Rpm(name, evr(evr), arch));
  }

  /** {@code [epoch:]version-release} of its parts. */
  static String evr(String epoch, String version, String release) {
    String rest = release.isEmpty() ? version : version + "-" + release;
    return epoch.isEmpty() || epoch.equals("0") ? rest : epoch + ":" + rest;
  }

  /** The same without an epoch of zero. */
  static String evr(String evr) {
    String text = evr.strip();
    return text.startsWith("0:") ? text.substring(2) : text;
  }

  /** Whether a package holds nothing but what debuggers need: no hole can be in it. */
  static boolean isDebug(String name) {
    return name.endsWith("-debuginfo")
        || name.endsWith("-debugsource")
        || name.contains("-debuginfo-");
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    }
    return true;
  }
}
