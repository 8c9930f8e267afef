package io.breakwater.inventory.internal;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.model.Digest;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Presence;
import io.breakwater.model.Purl;
import io.breakwater.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package that a lock file or manifest names, on the way to a {@link FoundPackage}.
 *
 * @param coordinates how its ecosystem names it
 * @param qualifiers of its package URL
 * @param traits what else the file says of it
 * @param licences as in {@link FoundPackage}
 * @param line as in {@link FoundPackage}
 * @param subpath of its package URL; may be empty
 */
public record Declared(
    Coordinates coordinates,
    Map<String, String> qualifiers,
    PackageTraits traits,
    List<String> licences,
    int line,
    String subpath) {

  /** Without subpath. */
  public Declared(
      Coordinates coordinates,
      Map<String, String> qualifiers,
      PackageTraits traits,
      List<String> licences,
      int line) {
    this(coordinates, qualifiers, traits, licences, line, "");
  }

  /** Of which nothing more is known. */
  public static Declared of(Coordinates coordinates) {
    return new Declared(coordinates, Map.of(), PackageTraits.DECLARED, List.of(), 0);
  }

  /** One that is installed, of which nothing more is known. */
  public static Declared installed(Coordinates coordinates) {
    return new Declared(coordinates, Map.of(), PackageTraits.INSTALLED, List.of(), 0);
  }

  /** The same with another presence. */
  public Declared present(Presence presence) {
    return new Declared(coordinates, qualifiers, traits.with(presence), licences, line, subpath);
  }

  /** The same with another scope. */
  public Declared scoped(Scope scope) {
    return new Declared(coordinates, qualifiers, traits.with(scope), licences, line, subpath);
  }

  /** The same with other dependencies: {@code name@version} or {@code name}. */
  public Declared needing(List<String> others) {
    return new Declared(
        coordinates, qualifiers, traits.dependingOn(others), licences, line, subpath);
  }

  /** The same with other hashes of its archive. */
  public Declared hashed(List<Digest> hashes) {
    return new Declared(coordinates, qualifiers, traits.hashed(hashes), licences, line, subpath);
  }

  /** The same with other licences. */
  public Declared licensed(List<String> names) {
    return new Declared(coordinates, qualifiers, traits, names, line, subpath);
  }

  /** The same at a line of the file. */
  public Declared at(int where) {
    return new Declared(coordinates, qualifiers, traits, licences, where, subpath);
  }

  /** The same with a qualifier of its package URL, such as {@code vcs_url}; none for no value. */
  public Declared qualified(String key, String value) {
    return value.isEmpty()
        ? this
        : new Declared(coordinates, Map.of(key, value), traits, licences, line, subpath);
  }

  /** The same for a part of the package. */
  public Declared within(String path) {
    return new Declared(coordinates, qualifiers, traits, licences, line, path);
  }

  /**
   * Reports the package, or that its name cannot be one.
   *
   * @param source the kind of file, such as {@code Cargo.lock}
   */
  public void report(FactSink facts, String source) {
    Optional<Purl> purl = coordinates.purl(facts, qualifiers, "", source);
    if (purl.isEmpty()) return;
    boolean installed = traits.presence() == Presence.INSTALLED;
    facts.found(
        new FoundPackage(
            part(purl.get()),
            coordinates.fullName(),
            coordinates.version(),
            Optional.empty(),
            licences,
            "",
            line,
            installed ? source + " says " + coordinates.words() : "",
            traits));
  }

  private Purl part(Purl whole) {
    if (subpath.isEmpty()) return whole;
    try {
      return new Purl(
          whole.type(),
          whole.namespace(),
          whole.name(),
          whole.version(),
          whole.qualifiers(),
          Optional.of(subpath));
    } catch (IllegalArgumentException noPath) {
      return whole;
    }
  }
}
