package io.breakwater.model;

import io.breakwater.model.InvalidPurlException.Part;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits the text of a package URL, from right to left as the specification says; the constructor
 * of {@link Purl} normalises and checks the parts.
 */
final class PurlParser {
  /** Nine characters of text can stand for one of a part: three bytes of UTF-8, each escaped. */
  private static final int LONGEST_TEXT = 9 * Purl.LONGEST + 16;

  private PurlParser() {}

  static Purl parse(String text, boolean repair) {
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidPurlException(
          Part.NAME, text, "the text is longer than " + LONGEST_TEXT + " characters");
    }
    int hash = text.lastIndexOf('#');
    int end = hash < 0 ? text.length() : hash;
    String subpath = hash < 0 ? "" : decodedPath(Part.SUBPATH, text, hash + 1, text.length());

    int question = text.lastIndexOf('?', end - 1);
    SortedMap<String, String> qualifiers = Collections.emptySortedMap();
    if (question >= 0) {
      qualifiers = qualifiers(text, question + 1, end, repair);
      end = question;
    }

    int start = afterScheme(text, end);
    int slash = text.indexOf('/', start, end);
    if (slash < 0) {
      PurlCharacters.checkType(text.substring(start, end));
      throw new InvalidPurlException(Part.NAME, "", "there is nothing after the type");
    }
    var type = PurlType.of(text.substring(start, slash));

    start = slash + 1;
    while (start < end && text.charAt(start) == '/') start++;
    int at = versionSeparator(text, type, start, end);
    String version = "";
    if (at >= 0) {
      version = PurlCharacters.decode(Part.VERSION, text, at + 1, end);
      end = at;
    }

    while (end > start && text.charAt(end - 1) == '/') end--;
    int nameStart = nameStart(text, type, start, end);
    String name = PurlCharacters.decode(Part.NAME, text, nameStart, end);
    String namespace = decodedPath(Part.NAMESPACE, text, start, Math.max(start, nameStart - 1));
    return new Purl(
        type.type(), optional(namespace), name, optional(version), qualifiers, optional(subpath));
  }

  /** The place after {@code pkg:} and any slashes, which mean nothing. */
  private static int afterScheme(String text, int end) {
    if (!text.regionMatches(true, 0, "pkg:", 0, 4)) {
      throw new InvalidPurlException(Part.SCHEME, text, "a package URL begins with pkg:");
    }
    int start = 4;
    while (start < end && text.charAt(start) == '/') start++;
    return start;
  }

  /**
   * The last {@code @}, or -1. A lone one before an npm scope is no separator, though it ought to
   * be escaped: many tools write {@code pkg:npm/@scope/name}.
   */
  private static int versionSeparator(String text, PurlType type, int start, int end) {
    int at = text.lastIndexOf('@', end - 1);
    boolean scope = at == start && type.type().equals("npm") && text.indexOf('/', start, end) > 0;
    return (at < start || scope) ? -1 : at;
  }

  private static int nameStart(String text, PurlType type, int start, int end) {
    if (type.hasPathAsName()) {
      int slash = text.indexOf('/', start, end);
      return slash < 0 ? start : slash + 1;
    }
    return Math.max(start, text.lastIndexOf('/', end - 1) + 1);
  }

  private static SortedMap<String, String> qualifiers(
      String text, int start, int end, boolean repair) {
    var qualifiers = new TreeMap<String, String>();
    int from = start;
    while (from < end) {
      int to = text.indexOf('&', from, end);
      if (to < 0) to = end;
      int equals = text.indexOf('=', from, to);
      int keyEnd = equals < 0 ? to : equals;
      if (to > from) {
        String key = text.substring(from, keyEnd);
        if (repair) key = PurlCharacters.lower(key);
        PurlCharacters.checkKey(key);
        String value = PurlCharacters.decode(Part.QUALIFIERS, text, Math.min(keyEnd + 1, to), to);
        if (!value.isEmpty() && qualifiers.put(key, value) != null) {
          throw new InvalidPurlException(Part.QUALIFIERS, key, "the key is there twice");
        }
      }
      from = to + 1;
    }
    return qualifiers;
  }

  /** Decodes a path part by part: an escaped slash is an error, it would become a separator. */
  private static String decodedPath(Part part, String text, int start, int end) {
    if (text.indexOf('%', start, end) < 0) return text.substring(start, end);
    var path = new StringBuilder(end - start);
    int from = start;
    while (from < end) {
      int to = text.indexOf('/', from, end);
      if (to < 0) to = end;
      String segment = PurlCharacters.decode(part, text, from, to);
      if (segment.indexOf('/') >= 0) {
        throw new InvalidPurlException(part, segment, "a slash cannot be escaped here");
      }
      path.append(segment).append('/');
      from = to + 1;
    }
    return path.toString();
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
