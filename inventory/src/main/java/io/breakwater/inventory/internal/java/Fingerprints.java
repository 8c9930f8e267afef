package io.breakwater.inventory.internal.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Libraries that are known by one of their classes wherever it lies (fingerprints.txt): shading
 * drops the papers and moves the packages, the end of a class's path stays.
 */
final class Fingerprints {
  private static final String CLASS = ".class";

  /** No class of the table lies deeper. */
  private static final int MOST_PARTS = 10;

  /**
   * What a class tells.
   *
   * @param unless artifacts that have the class by right
   */
  record Library(String group, String artifact, Set<String> unless) {}

  /** The table, read when the first archive with classes is. */
  private static final class Table {
    /** By the path of the class, without extension. */
    private static final Map<String, Library> LIBRARIES = new HashMap<>();

    /** Whether a class of this hash of its simple name may be in the table. */
    private static final boolean[] MAY_BE = new boolean[1 << 12];

    static {
      for (String line : lines()) {
        if (line.isEmpty() || line.charAt(0) == '#') continue;
        String[] words = line.split(" ", -1);
        int colon = words[0].indexOf(':');
        List<String> unless = List.of(words).subList(Math.min(3, words.length), words.length);
        LIBRARIES.put(
            words[1],
            new Library(
                words[0].substring(0, colon), words[0].substring(colon + 1), Set.copyOf(unless)));
        byte[] path = words[1].getBytes(StandardCharsets.US_ASCII);
        MAY_BE[hash(path, 0, path.length)] = true;
      }
    }

    private static String[] lines() {
      try (InputStream in = Fingerprints.class.getResourceAsStream("fingerprints.txt")) {
        if (in == null) throw new IllegalStateException("fingerprints.txt is not in this build");
        return new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n", -1);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private final Map<Library, String> found = new LinkedHashMap<>();

  /** Of the last part of a path in bytes. */
  private static int hash(byte[] bytes, int offset, int end) {
    int hash = 0;
    for (int i = end - 1; i >= offset && bytes[i] != '/'; i--) hash = 31 * hash + bytes[i];
    return (hash ^ (hash >>> 12)) & ((1 << 12) - 1);
  }

  /** Whether a member of an archive may be such a class; quick, as archives are full of others. */
  static boolean mayBe(byte[] bytes, int offset, int length) {
    int end = offset + length - CLASS.length();
    return end > offset
        && bytes[end] == '.'
        && bytes[end + 1] == 'c'
        && bytes[end + 5] == 's'
        && Table.MAY_BE[hash(bytes, offset, end)];
  }

  /** Whether a member's name is that of a class. */
  static boolean isClass(String name) {
    return name.endsWith(CLASS);
  }

  /** Takes a class of the archive. */
  void add(String name) {
    String path = name.substring(0, name.length() - CLASS.length());
    int at = path.length();
    for (int parts = 0; parts < MOST_PARTS && at > 0; parts++) {
      at = path.lastIndexOf('/', at - 1);
      Library library = Table.LIBRARIES.get(path.substring(at + 1));
      if (library != null) found.putIfAbsent(library, name);
    }
  }

  /** What the classes tell that nothing else has told. */
  List<Found> beyond(List<MavenIdentity> told, Optional<MavenIdentity> own) {
    var beyond = new ArrayList<Found>();
    var seen = new HashSet<String>();
    found.forEach(
        (library, name) -> {
          boolean known = own.isPresent() && own.get().group().equals(library.group);
          for (MavenIdentity one : told) {
            known |= one.artifact().equals(library.artifact);
            known |= library.unless.contains(one.artifact());
          }
          if (!known && seen.add(library.artifact)) beyond.add(new Found(library, name));
        });
    return beyond;
  }

  /** A library and the class that tells it. */
  record Found(Library library, String name) {}
}
