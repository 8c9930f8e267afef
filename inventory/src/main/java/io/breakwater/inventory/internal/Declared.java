package io.breakwater.inventory.internal;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.model.Digest;
import io.breakwater.model.PackageTraits;
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
 */
public record Declared(
    Coordinates coordinates,
    Map<String, String> qualifiers,
    PackageTraits traits,
    List<String> licences,
    int line) {

  /** Of which nothing more is known. */
  public static Declared of(Coordinates coordinates) {
    return new Declared(coordinates, Map.of(), PackageTraits.DECLARED, List.of(), 0);
  }

  /** The same with another scope. */
  public Declared scoped(Scope scope) {
    return new Declared(coordinates, qualifiers, traits.with(scope), licences, line);
  }

  /** The same with other dependencies, as {@link PackageTraits} writes those of a file. */
  public Declared needing(List<String> names) {
    return new Declared(coordinates, qualifiers, traits.dependingOn(names), licences, line);
  }

  /** The same with other hashes of its archive. */
  public Declared hashed(List<Digest> hashes) {
    return new Declared(coordinates, qualifiers, traits.hashed(hashes), licences, line);
  }

  /** The same with other licences. */
  public Declared licensed(List<String> names) {
    return new Declared(coordinates, qualifiers, traits, names, line);
  }

  /** The same at a line of the file. */
  public Declared at(int where) {
    return new Declared(coordinates, qualifiers, traits, licences, where);
  }

  /** The same with a qualifier of its package URL, such as {@code vcs_url}; none for no value. */
  public Declared qualified(String key, String value) {
    return value.isEmpty()
        ? this
        : new Declared(coordinates, Map.of(key, value), traits, licences, line);
  }

  /**
   * Reports the package, or that its name cannot be one.
   *
   * @param source the kind of file, such as {@code Cargo.lock}
   */
  public void report(FactSink facts, String source) {
    Optional<Purl> purl = coordinates.purl(facts, qualifiers, "", source);
    if (purl.isEmpty()) return;
    facts.found(
        FoundPackage.declared(purl.get(), coordinates.fullName(), coordinates.version())
            .with(traits)
            .licensed(licences)
            .at(line));
  }
}
