package io.breakwater.advisory.internal.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The ecosystems of rpm distributions, by how their publishers name releases. Products and modules
 * that share one set of packages are one ecosystem here: {@code enterprise_linux:9::appstream} is
 * {@code enterprise_linux:9}, and the Basesystem module of SLES 15 SP4 is its release.
 */
final class RpmReleases {
  /** Red Hat's products whose editions (baseos, appstream, server …) are one distribution. */
  private static final Set<String> CHANNELS =
      Set.of(
          "enterprise_linux",
          "rhel_eus",
          "rhel_aus",
          "rhel_e4s",
          "rhel_tus",
          "rhel_els",
          "rhel_eus_long_life",
          "rhel_mission_critical");

  private RpmReleases() {}

  /** Of {@code cpe:/a:redhat:enterprise_linux:9::appstream}: {@code Red Hat:enterprise_linux:9}. */
  static Optional<String> ofRedHatCpe(String cpe) {
    int at = cpe.indexOf(":redhat:");
    boolean known = (cpe.startsWith("cpe:/") || cpe.startsWith("cpe:2.3:")) && at > 0;
    if (!known || cpe.length() > 200) return Optional.empty();
    String[] parts = cpe.substring(at + ":redhat:".length()).split(":", -1);
    if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) return Optional.empty();
    String product = "Red Hat:" + parts[0] + ":" + parts[1];
    if (CHANNELS.contains(parts[0]) || parts.length < 4 || parts[3].isEmpty()) {
      return Optional.of(product);
    }
    return parts[3].equals("*") ? Optional.of(product) : Optional.of(product + "::" + parts[3]);
  }

  /** Whether an ecosystem is a release of a distribution, not a product that is put on one. */
  static boolean isRelease(String ecosystem) {
    return !ecosystem.startsWith("Red Hat:")
        || ecosystem.startsWith("Red Hat:enterprise_linux:")
        || ecosystem.startsWith("Red Hat:rhel_");
  }

  /**
   * Of a product's name: {@code SUSE Linux Enterprise Module for Basesystem 15 SP4} is {@code
   * SUSE:Linux Enterprise Server 15 SP4}. Empty for products that no image is.
   */
  static Optional<String> ofSuse(String product) {
    if (product.startsWith("openSUSE ")) {
      return Optional.of("openSUSE:" + product.substring("openSUSE ".length()));
    }
    if (!product.startsWith("SUSE ")) return Optional.empty();
    String name = product.substring("SUSE ".length());
    boolean own =
        name.startsWith("Linux Enterprise Micro ")
            || name.startsWith("Linux Micro ")
            || name.startsWith("Package Hub ");
    if (own) return Optional.of("SUSE:" + name);
    if (!name.startsWith("Linux Enterprise ")) return Optional.empty();
    String release = suseRelease(name);
    return release.isEmpty()
        ? Optional.empty()
        : Optional.of("SUSE:Linux Enterprise Server " + release);
  }

  /** The end of a name that starts with a number: {@code 15 SP4-LTSS}, {@code 16.0}. */
  private static String suseRelease(String name) {
    int at = name.length();
    while (at > 0) {
      int space = name.lastIndexOf(' ', at - 1);
      String word = name.substring(space + 1, at);
      if (!word.isEmpty() && Character.isDigit(word.charAt(0))) return name.substring(space + 1);
      boolean part = word.startsWith("SP") || isSuffix(word);
      if (!part) return "";
      at = space;
    }
    return "";
  }

  private static boolean isSuffix(String word) {
    return word.equals("LTSS") || word.equals("GA") || word.equals("ESPOS");
  }

  /** Of a version's last part: {@code .cm2} and {@code .azl3} are Azure Linux 2 and 3. */
  static Optional<String> ofAzureVersion(String version) {
    return number(version, ".azl").or(() -> number(version, ".cm")).map(n -> "Azure Linux:" + n);
  }

  /** Of a version such as {@code 1-2.el9_4}: {@code 9}. */
  static Optional<String> enterpriseLinux(String version) {
    return number(version, ".el").or(() -> number(version, "+el"));
  }

  /** Of a version such as {@code 1-2.an8}: {@code 8}. */
  static Optional<String> anolis(String version) {
    return number(version, ".an").or(() -> number(version, "+an"));
  }

  /** Of a version such as {@code 1-2.oe2203sp3}: {@code openEuler:22.03-LTS-SP3}. */
  static Optional<String> ofOpenEulerVersion(String version) {
    int at = version.lastIndexOf(".oe");
    if (at < 0) return Optional.empty();
    String tag = version.substring(at + 3).toLowerCase(Locale.ROOT);
    if (tag.equals("1")) return Optional.of("openEuler:20.03-LTS");
    int digits = digits(tag, 0);
    if (digits != 4) return Optional.empty();
    String release = tag.substring(0, 2) + "." + tag.substring(2, 4);
    String rest = tag.substring(4);
    if (rest.isEmpty()) return Optional.of("openEuler:" + release + "-LTS");
    boolean pack = rest.startsWith("sp") && rest.length() > 2 && digits(rest, 2) == rest.length();
    return pack
        ? Optional.of("openEuler:" + release + "-LTS-SP" + rest.substring(2))
        : Optional.empty();
  }

  private static Optional<String> number(String version, String before) {
    int at = version.lastIndexOf(before);
    if (at < 0) return Optional.empty();
    int end = digits(version, at + before.length());
    return end == at + before.length()
        ? Optional.empty()
        : Optional.of(version.substring(at + before.length(), end));
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    return at;
  }
}
