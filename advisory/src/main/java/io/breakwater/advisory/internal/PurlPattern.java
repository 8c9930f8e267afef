package io.breakwater.advisory.internal;

import io.breakwater.advisory.version.VersionSchemes;
import io.breakwater.model.Component;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.Purl;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A package URL that stands for packages: without a version for all of its versions; qualifiers
 * that it does not name do not matter. One whose architecture is {@code source} or {@code src}
 * stands for what was built of that source package.
 *
 * @param purl as somebody wrote it
 */
public record PurlPattern(Purl purl) {

  /** Reads a pattern; empty when the text is no package URL. */
  public static Optional<PurlPattern> parse(String text) {
    if (!text.startsWith("pkg:")) return Optional.empty();
    try {
      return Optional.of(new PurlPattern(Purl.repair(text)));
    } catch (InvalidPurlException none) {
      return Optional.empty();
    }
  }

  /** Whether it names a version. */
  public boolean isExact() {
    return purl.version().isPresent();
  }

  /** Whether a package is one of those that are meant. */
  public boolean matches(Component component) {
    Purl other = component.purl();
    if (!purl.type().equals(other.type()) || !purl.namespace().equals(other.namespace())) {
      return false;
    }
    if (purl.subpath().isPresent() && !purl.subpath().equals(other.subpath())) return false;
    boolean ofSource = isOfSource();
    if (!qualifiersMatch(other, ofSource)) return false;
    if (!ofSource) return purl.name().equals(other.name()) && versionMatches(other.version());
    String name = component.source().map(s -> s.name()).orElse(component.name());
    String version = component.source().map(s -> s.version()).orElse(component.version());
    return purl.name().equals(name)
        && (versionMatches(Optional.of(version)) || versionMatches(withoutEpoch(version)));
  }

  private boolean isOfSource() {
    String arch = purl.qualifiers().getOrDefault("arch", "");
    return arch.equals("source") || arch.equals("src");
  }

  private boolean qualifiersMatch(Purl other, boolean ofSource) {
    for (Map.Entry<String, String> wanted : purl.qualifiers().entrySet()) {
      if (ofSource && wanted.getKey().equals("arch")) continue;
      if (!wanted.getValue().equals(other.qualifiers().get(wanted.getKey()))) return false;
    }
    return true;
  }

  private boolean versionMatches(Optional<String> version) {
    if (purl.version().isEmpty() || purl.version().equals(version)) return true;
    if (version.isEmpty() || VersionSchemes.byName(purl.type()).isEmpty()) return false;
    OptionalInt order = Versions.of(purl.type()).compare(purl.version().get(), version.get());
    return order.isPresent() && order.getAsInt() == 0;
  }

  /** Package URLs of rpm packages tell the epoch in a qualifier. */
  private static Optional<String> withoutEpoch(String version) {
    return Optional.of(version.substring(version.indexOf(':') + 1));
  }
}
