package io.breakwater.inventory.internal.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the few plain strings out of a package.json that matter, without building a tree: an image
 * has thousands of these files, and trees are most of what reading them costs. Whatever is not
 * plain, or not JSON, is left to the real reader.
 */
final class QuickManifest {
  private final byte[] bytes;
  private int at;
  private String name = "";
  private String version = "";
  private String license = "";
  private final List<String> needs = new ArrayList<>(0);
  private boolean hasNeeds;
  private boolean hasOptionalNeeds;

  private QuickManifest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The manifest; empty when it takes a real reader to tell what it says. */
  static Optional<QuickManifest> read(byte[] bytes) {
    var manifest = new QuickManifest(bytes);
    return manifest.object() ? Optional.of(manifest) : Optional.empty();
  }

  String name() {
    return name;
  }

  String version() {
    return version;
  }

  String license() {
    return license;
  }

  /** The names of its dependencies and optional dependencies. */
  List<String> needs() {
    return needs;
  }

  private boolean object() {
    if (next() != '{') return false;
    int c = next();
    while (c == '"') {
      int start = at;
      if (!skipString()) return false;
      int length = at - 1 - start;
      if (next() != ':') return false;
      if (!member(start, length, next())) return false;
      c = next();
      if (c == '}') return next() < 0;
      if (c != ',') return false;
      c = next();
    }
    return c == '}' && next() < 0;
  }

  private boolean member(int key, int length, int first) {
    boolean isName = length == 4 && is("name", key);
    boolean isVersion = length == 7 && is("version", key);
    boolean isLicense = length == 7 && is("license", key);
    if (length == 12 && is("dependencies", key)) {
      if (hasNeeds) return false;
      hasNeeds = true;
      return needs(first);
    }
    if (length == 20 && is("optionalDependencies", key)) {
      if (hasOptionalNeeds) return false;
      hasOptionalNeeds = true;
      return needs(first);
    }
    if (!isName && !isVersion && !isLicense) {
      return !(length == 8 && is("licenses", key)) && skip(first);
    }
    int start = at;
    if (first != '"' || !skipString()) return false;
    String value = new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
    if (value.indexOf('\\') >= 0) return false;
    if (isName) name = value;
    else if (isVersion) version = value;
    else license = value;
    return true;
  }

  /** The keys of an object, of which the first byte is read. */
  private boolean needs(int first) {
    if (first != '{') return false;
    int c = next();
    while (c == '"') {
      int start = at;
      if (!skipString()) return false;
      String need = new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
      if (need.indexOf('\\') >= 0) return false;
      if (needs.size() < NodeAnalyser.MOST_NEEDS) needs.add(need);
      if (next() != ':' || !skip(next())) return false;
      c = next();
      if (c != ',') break;
      c = next();
    }
    return c == '}';
  }

  private boolean is(String key, int start) {
    for (int i = 0; i < key.length(); i++) if (bytes[start + i] != key.charAt(i)) return false;
    return true;
  }

  /** The next byte that is no white space; negative at the end. */
  private int next() {
    while (at < bytes.length) {
      int c = bytes[at++];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
    }
    return -1;
  }

  /** Goes behind the string that has begun. */
  private boolean skipString() {
    while (at < bytes.length) {
      int c = bytes[at++];
      if (c == '"') return true;
      if (c == '\\') at++;
    }
    return false;
  }

  /** Goes behind a value, of which the first byte is read. Brackets are counted, not matched. */
  private boolean skip(int first) {
    if (first == '"') return skipString();
    if (first != '{' && first != '[') {
      while (at < bytes.length && bytes[at] != ',' && bytes[at] != '}') at++;
      return first > 0 && first != ',' && first != '}';
    }
    int depth = 1;
    while (at < bytes.length) {
      switch (bytes[at++]) {
        case '"' -> {
          if (!skipString()) return false;
        }
        case '{', '[' -> depth++;
        case '}', ']' -> {
          if (--depth == 0) return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
