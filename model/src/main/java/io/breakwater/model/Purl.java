package io.breakwater.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A package URL. */
public record Purl(
    String type,
    Optional<String> namespace,
    String name,
    Optional<String> version,
    SortedMap<String, String> qualifiers,
    Optional<String> subpath) {

  /** A package URL of its parts; empty text is none. */
  public static Purl of(String type, String namespaceOrEmpty, String name, String versionOrEmpty) {
    return new Purl(
        type,
        namespaceOrEmpty.isEmpty() ? Optional.empty() : Optional.of(namespaceOrEmpty),
        name,
        versionOrEmpty.isEmpty() ? Optional.empty() : Optional.of(versionOrEmpty),
        Collections.emptySortedMap(),
        Optional.empty());
  }

  /** This package URL with one more qualifier. */
  public Purl withQualifier(String key, String value) {
    var more = new TreeMap<>(qualifiers);
    more.put(key, value);
    return new Purl(
        type, namespace, name, version, Collections.unmodifiableSortedMap(more), subpath);
  }

  @Override
  public String toString() {
    var out = new StringBuilder("pkg:").append(type);
    namespace.ifPresent(n -> out.append('/').append(n));
    out.append('/').append(name);
    version.ifPresent(v -> out.append('@').append(v));
    return out.toString();
  }
}
