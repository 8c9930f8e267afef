package io.breakwater.inventory;

import io.breakwater.inventory.internal.python.PythonNames;
import io.breakwater.model.Purl;
import java.util.Locale;

/**
 * Which names of an ecosystem mean one package however they are spelled. Packages keep the spelling
 * of their metadata; only when they are compared it does not count.
 */
final class SpellingRules {
  private SpellingRules() {}

  /** The one spelling of a package's full name. */
  static String name(String type, String name) {
    return switch (type) {
      case "pypi" -> PythonNames.normal(name);
      case "bitbucket", "bitnami", "composer", "github", "hex", "luarocks", "nuget", "otp", "pub" ->
          name.toLowerCase(Locale.ROOT);
      default -> name;
    };
  }

  /** Equal for equal packages: of purl, name and version. */
  static long identity(FoundPackage pkg) {
    Purl purl = pkg.purl();
    long identity = PathHash.chain(0, canonical(purl).toString());
    identity = PathHash.chain(identity, name(purl.type(), pkg.name()));
    return PathHash.chain(identity, pkg.version());
  }

  /** The types whose purl has a spelling left. */
  private static Purl canonical(Purl purl) {
    if (!purl.type().equals("pypi") && !purl.type().equals("nuget")) return purl;
    String name = name(purl.type(), purl.name());
    if (name.equals(purl.name())) return purl;
    return new Purl(
        purl.type(), purl.namespace(), name, purl.version(), purl.qualifiers(), purl.subpath());
  }
}
