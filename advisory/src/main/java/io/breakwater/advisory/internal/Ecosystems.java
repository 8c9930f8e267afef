package io.breakwater.advisory.internal;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ecosystems by the names that OSV gives them, and how each spells names and orders versions. A
 * release is written after a colon: {@code Debian:12}.
 */
public final class Ecosystems {
  /** Ours: archives by their digests, {@code sha1:…}, whatever they are called. */
  public static final String DIGEST = "digest";

  /** Ecosystem, in small letters, to its name and version scheme. */
  private static final Map<String, Traits> TRAITS = new TreeMap<>();

  private enum Spelling {
    AS_IS,
    /** Letter case does not matter. */
    CASELESS,
    /** Letter case does not matter, and runs of {@code - _ .} are one hyphen (PEP 503). */
    PYTHON
  }

  private record Traits(String name, String scheme, Spelling spelling) {}

  static {
    for (String name : new String[] {"Debian", "Ubuntu", "Echo", "Root"}) {
      put(name, "deb", Spelling.AS_IS);
    }
    for (String name :
        new String[] {
          "Alpine", "Wolfi", "Chainguard", "MinimOS", "Alpaquita", "BellSoft Hardened Containers"
        }) {
      put(name, "apk", Spelling.AS_IS);
    }
    for (String name :
        new String[] {
          "AlmaLinux",
          "Rocky Linux",
          "Red Hat",
          "SUSE",
          "openSUSE",
          "openEuler",
          "Mageia",
          "Photon OS",
          "Azure Linux",
          "Amazon Linux",
          "Oracle Linux",
          "Fedora",
          "Anolis OS",
          "Bottlerocket"
        }) {
      put(name, "rpm", Spelling.AS_IS);
    }
    put("Arch Linux", "alpm", Spelling.AS_IS);
    put("Gentoo", "ebuild", Spelling.AS_IS);
    put("npm", "npm", Spelling.AS_IS);
    put("Maven", "maven", Spelling.AS_IS);
    put("PyPI", "pypi", Spelling.PYTHON);
    put("Go", "golang", Spelling.CASELESS);
    put("RubyGems", "gem", Spelling.AS_IS);
    put("Packagist", "composer", Spelling.CASELESS);
    put("NuGet", "nuget", Spelling.CASELESS);
    put("crates.io", "cargo", Spelling.CASELESS);
    put("Hex", "hex", Spelling.CASELESS);
    put("Pub", "pub", Spelling.CASELESS);
    put("CRAN", "cran", Spelling.AS_IS);
    put("Hackage", "hackage", Spelling.AS_IS);
    put("Bitnami", "bitnami", Spelling.CASELESS);
    put("SwiftURL", "swift", Spelling.CASELESS);
    put("GitHub Actions", "githubactions", Spelling.CASELESS);
    put("ConanCenter", "conan", Spelling.CASELESS);
    put("Julia", "semver", Spelling.AS_IS);
    put("VSCode", "semver", Spelling.CASELESS);
    // Ours: software that no package manager knows, by vendor:product; archives by their digests.
    put("CPE", "generic", Spelling.CASELESS);
    put(DIGEST, "generic", Spelling.CASELESS);
  }

  private static void put(String name, String scheme, Spelling spelling) {
    TRAITS.put(name.toLowerCase(Locale.ROOT), new Traits(name, scheme, spelling));
  }

  private Ecosystems() {}

  /**
   * One spelling for each ecosystem: letter case as OSV writes it, {@code Ubuntu:22.04:LTS} without
   * its last part, no repository after {@code Maven}. Unknown ecosystems stay as they are.
   */
  public static String canonical(String ecosystem) {
    String base = base(ecosystem);
    Traits traits = TRAITS.get(base.toLowerCase(Locale.ROOT));
    if (traits == null) return ecosystem;
    String release = ecosystem.substring(base.length());
    return switch (traits.name()) {
      case "Maven" -> "Maven";
      case "Ubuntu" ->
          "Ubuntu"
              + (release.endsWith(":LTS") ? release.substring(0, release.length() - 4) : release);
      default -> traits.name() + release;
    };
  }

  /** The ecosystem without its release. */
  public static String base(String ecosystem) {
    int colon = ecosystem.indexOf(':');
    return colon < 0 ? ecosystem : ecosystem.substring(0, colon);
  }

  /** The name of the version scheme; empty text for an ecosystem that we do not know. */
  public static String scheme(String ecosystem) {
    Traits traits = TRAITS.get(base(ecosystem).toLowerCase(Locale.ROOT));
    return traits == null ? "" : traits.scheme();
  }

  /** Whether packages of this ecosystem are a distribution's. */
  public static boolean isDistribution(String ecosystem) {
    return switch (scheme(ecosystem)) {
      case "deb", "apk", "rpm", "alpm", "ebuild" -> true;
      default -> false;
    };
  }

  /** One spelling for each package, so that two names are equal when the ecosystem says so. */
  public static String foldName(String ecosystem, String name) {
    Traits traits = TRAITS.get(base(ecosystem).toLowerCase(Locale.ROOT));
    if (traits == null) return name;
    return switch (traits.spelling()) {
      case AS_IS -> name;
      case CASELESS -> name.toLowerCase(Locale.ROOT);
      case PYTHON -> python(name);
    };
  }

  private static String python(String name) {
    var out = new StringBuilder(name.length());
    boolean gap = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '-' || c == '_' || c == '.') {
        gap = true;
        continue;
      }
      if (gap && !out.isEmpty()) out.append('-');
      gap = false;
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }
}
