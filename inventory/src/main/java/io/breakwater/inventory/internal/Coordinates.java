package io.breakwater.inventory.internal;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Purl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an ecosystem names a package, on the way from a file to a {@link FoundPackage}.
 *
 * @param purlType the purl type
 * @param namespace what stands before the name in the purl; may be empty
 * @param purlName the name in the purl
 * @param version may be empty
 * @param fullName the name as the ecosystem's own tools write it
 */
public record Coordinates(
    String purlType, String namespace, String purlName, String version, String fullName) {
  /** Longer names and versions are an attack, not a package. */
  private static final int MAX_LENGTH = 1_000;

  /** Coordinates of an ecosystem whose names have one part. */
  public static Coordinates plain(String purlType, String name, String version) {
    return new Coordinates(purlType, "", name, version, name);
  }

  /**
   * Coordinates of a name whose parts are separated by slashes; the last one is the purl's name.
   */
  public static Coordinates path(String purlType, String name, String version) {
    int slash = name.lastIndexOf('/');
    String namespace = slash < 0 ? "" : name.substring(0, slash);
    return new Coordinates(purlType, namespace, name.substring(slash + 1), version, name);
  }

  /** Maven coordinates. Without a group the artifact stands alone, in the purl as its own group. */
  public static Coordinates maven(String group, String artifact, String version) {
    return group.isEmpty()
        ? new Coordinates("maven", artifact, artifact, version, artifact)
        : new Coordinates("maven", group, artifact, version, group + ":" + artifact);
  }

  /** The full name and the version as evidence writes them. */
  public String words() {
    String separator = purlType.equals("maven") ? ":" : purlType.equals("npm") ? "@" : " ";
    return version.isEmpty() ? fullName : fullName + separator + version;
  }

  /**
   * Reports the package, or that its name cannot be one.
   *
   * @param inner as in {@link FoundPackage}
   * @param source what says so, such as {@code pom.properties}
   */
  public void report(FactSink facts, List<String> licences, String inner, String source) {
    report(facts, licences, List.of(), inner, source);
  }

  /**
   * Reports the package with what it depends on, or that its name cannot be one.
   *
   * @param needs as in {@link FoundPackage#traits}
   * @param inner as in {@link FoundPackage}
   * @param source what says so, such as {@code pom.properties}
   */
  public void report(
      FactSink facts, List<String> licences, List<String> needs, String inner, String source) {
    Optional<Purl> purl = purl(facts, Map.of(), inner, source);
    if (purl.isEmpty()) return;
    String says = source + " says " + words();
    var found =
        new FoundPackage(purl.get(), fullName, version, Optional.empty(), licences, inner, says);
    facts.found(needs.isEmpty() ? found : found.with(found.traits().dependingOn(needs)));
  }

  /** The package URL; empty, and told of as not analysed, when this cannot be a package. */
  Optional<Purl> purl(FactSink facts, Map<String, String> qualifiers, String inner, String source) {
    if (!isText(fullName) || fullName.isEmpty() || !(version.isEmpty() || isText(version))) {
      facts.notAnalysed(inner, NotAnalysed.Reason.MALFORMED, "no package name in " + source);
      return Optional.empty();
    }
    try {
      return Optional.of(Purl.of(purlType, namespace, purlName, version, qualifiers));
    } catch (IllegalArgumentException invalid) {
      facts.notAnalysed(inner, NotAnalysed.Reason.MALFORMED, source + ": " + invalid.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isText(String text) {
    if (text.length() > MAX_LENGTH) return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7f) return false;
    }
    return true;
  }
}
