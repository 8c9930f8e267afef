package io.breakwater.model;

import io.breakwater.model.InvalidPurlException.Part;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package URL (ECMA-427, packageurl.org): the name of a package in any ecosystem. The parts are
 * decoded; they are normalised and checked as the specification and its type definitions demand, so
 * that equal packages are equal values. Where a type definition is at odds with what its ecosystem
 * publishes, {@link PurlType} says what is done.
 *
 * @param type the ecosystem in lower case, for example {@code deb}
 * @param namespace what stands before the name, parts joined by slashes: a Maven group, a
 *     distribution
 * @param name the name, never empty
 * @param version the version, opaque
 * @param qualifiers further facts by key, none with an empty value; cannot be changed
 * @param subpath a path inside the package, without {@code .} and {@code ..}
 */
public record Purl(
    String type,
    Optional<String> namespace,
    String name,
    Optional<String> version,
    SortedMap<String, String> qualifiers,
    Optional<String> subpath) {

  /** The most characters that all decoded parts may have together. */
  static final int LONGEST = 16_384;

  private static final SortedMap<String, String> NO_QUALIFIERS = Collections.emptySortedMap();

  /**
   * Normalises and checks. Empty parts count as absent; slashes around namespace, name and subpath
   * are dropped.
   *
   * @throws InvalidPurlException if a part is missing, not allowed or malformed for this type
   */
  public Purl {
    var rules = PurlType.of(type);
    type = rules.type();
    qualifiers = rules.qualifiers(withoutEmpty(qualifiers));
    namespace = part(rules.namespace(PurlCharacters.segments(namespace.orElse(""), false)));
    name = rules.name(PurlCharacters.withoutOuterSlashes(name), namespace.orElse(""), qualifiers);
    version = part(rules.version(version.orElse("")));
    subpath = part(rules.subpath(PurlCharacters.segments(subpath.orElse(""), true)));
    checkText(type, namespace, name, version, qualifiers, subpath);
  }

  /**
   * Reads a package URL, canonical or not.
   *
   * @throws InvalidPurlException if the text is none, or breaks a rule of its type
   */
  public static Purl parse(String text) {
    return PurlParser.parse(text, false);
  }

  /**
   * Reads a package URL as {@link #parse} does and also repairs a slip that the specification lets
   * tools repair, though it makes the text invalid: qualifier keys with upper-case letters.
   *
   * @throws InvalidPurlException if the text is none, or breaks a rule of its type
   */
  public static Purl repair(String text) {
    return PurlParser.parse(text, true);
  }

  /**
   * The package URL of these parts, not encoded.
   *
   * @param namespaceOrEmpty the namespace, or the empty string for none
   * @param versionOrEmpty the version, or the empty string for none
   * @throws InvalidPurlException if a part is missing, not allowed or malformed for this type; also
   *     for types that demand a qualifier
   */
  public static Purl of(String type, String namespaceOrEmpty, String name, String versionOrEmpty) {
    return new Purl(
        type, part(namespaceOrEmpty), name, part(versionOrEmpty), NO_QUALIFIERS, Optional.empty());
  }

  /**
   * The package URL of these parts, not encoded, with qualifiers.
   *
   * @param namespaceOrEmpty the namespace, or the empty string for none
   * @param versionOrEmpty the version, or the empty string for none
   * @throws InvalidPurlException if a part is missing, not allowed or malformed for this type
   */
  public static Purl of(
      String type,
      String namespaceOrEmpty,
      String name,
      String versionOrEmpty,
      Map<String, String> qualifiers) {
    return new Purl(
        type,
        part(namespaceOrEmpty),
        name,
        part(versionOrEmpty),
        qualifiers.isEmpty() ? NO_QUALIFIERS : new TreeMap<>(qualifiers),
        Optional.empty());
  }

  /**
   * This package URL with one more or another qualifier, or without it for an empty value.
   *
   * @throws InvalidPurlException if the key is malformed
   */
  public Purl withQualifier(String key, String value) {
    var all = new TreeMap<>(qualifiers);
    all.put(key, value);
    return new Purl(type, namespace, name, version, all, subpath);
  }

  // Written out: the first use of a record's own equals and hashCode costs a short command 30 ms.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Purl that
        && name.equals(that.name)
        && version.equals(that.version)
        && type.equals(that.type)
        && namespace.equals(that.namespace)
        && qualifiers.equals(that.qualifiers)
        && subpath.equals(that.subpath);
  }

  @Override
  public int hashCode() {
    int hash = 31 * type.hashCode() + namespace.hashCode();
    hash = 31 * hash + name.hashCode();
    hash = 31 * hash + version.hashCode();
    hash = 31 * hash + qualifiers.hashCode();
    return 31 * hash + subpath.hashCode();
  }

  /** The canonical text, ASCII only; {@link #parse} gives this value back. */
  @Override
  public String toString() {
    var text = new StringBuilder(96).append("pkg:").append(type).append('/');
    if (namespace.isPresent()) {
      PurlCharacters.encode(namespace.get(), true, text);
      text.append('/');
    }
    PurlCharacters.encode(name, PurlType.of(type).hasPathAsName(), text);
    if (version.isPresent()) {
      text.append('@');
      PurlCharacters.encode(version.get(), false, text);
    }
    char separator = '?';
    for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
      text.append(separator).append(qualifier.getKey()).append('=');
      PurlCharacters.encode(qualifier.getValue(), false, text);
      separator = '&';
    }
    if (subpath.isPresent()) {
      text.append('#');
      PurlCharacters.encode(subpath.get(), true, text);
    }
    return text.toString();
  }

  private static Optional<String> part(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static SortedMap<String, String> withoutEmpty(Map<String, String> given) {
    if (given.isEmpty()) return NO_QUALIFIERS;
    var kept = new TreeMap<String, String>();
    for (Map.Entry<String, String> qualifier : given.entrySet()) {
      PurlCharacters.checkKey(qualifier.getKey());
      if (!qualifier.getValue().isEmpty()) kept.put(qualifier.getKey(), qualifier.getValue());
    }
    return Collections.unmodifiableSortedMap(kept);
  }

  private static void checkText(
      String type,
      Optional<String> namespace,
      String name,
      Optional<String> version,
      SortedMap<String, String> qualifiers,
      Optional<String> subpath) {
    int length = type.length() + PurlCharacters.checkedLength(Part.NAME, name);
    if (namespace.isPresent()) {
      length += PurlCharacters.checkedLength(Part.NAMESPACE, namespace.get());
    }
    if (version.isPresent()) {
      length += PurlCharacters.checkedLength(Part.VERSION, version.get());
    }
    for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
      length += qualifier.getKey().length();
      length += PurlCharacters.checkedLength(Part.QUALIFIERS, qualifier.getValue());
    }
    if (subpath.isPresent()) {
      length += PurlCharacters.checkedLength(Part.SUBPATH, subpath.get());
    }
    if (length > LONGEST) {
      throw new InvalidPurlException(
          Part.NAME, name, "all parts together are longer than " + LONGEST + " characters");
    }
  }
}
