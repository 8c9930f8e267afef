package io.breakwater.inventory.internal.models;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.Paths;
import java.util.List;

/**
 * What a file says of the model in it; each part may be empty.
 *
 * @param repository on Hugging Face, as {@code owner/name}
 */
record Model(String name, String version, String licence, String repository) {
  private static final String CACHE = "models--";

  /**
   * Reports it: by its repository, which the file or the cache that it lies in tells, else by its
   * own name, else by the file's.
   */
  void report(String path, String source, FactSink facts) {
    String cached = cached(path);
    String from = cached.isEmpty() ? repository : cached;
    int slash = from.indexOf('/');
    Coordinates coordinates;
    if (slash > 0 && slash == from.lastIndexOf('/') && slash < from.length() - 1) {
      String commit = cached.isEmpty() ? "" : commit(path);
      coordinates = Coordinates.path("huggingface", from, commit);
    } else {
      coordinates = Coordinates.plain("generic", name.isEmpty() ? stem(path) : name, version);
    }
    Declared.installed(coordinates).licensed(licences()).report(facts, source);
  }

  private List<String> licences() {
    return Licences.name(licence);
  }

  /** {@code owner/name} of a path through {@code models--owner--name}. */
  private static String cached(String path) {
    int start = path.indexOf(CACHE);
    if (start < 0) return "";
    int end = path.indexOf('/', start);
    if (end < 0) return "";
    return path.substring(start + CACHE.length(), end).replace("--", "/");
  }

  private static String commit(String path) {
    int start = path.indexOf("/snapshots/");
    if (start < 0) return "";
    int end = path.indexOf('/', start + 11);
    return end < 0 ? "" : path.substring(start + 11, end);
  }

  /** The file's name without extension and without the number of a part. */
  private static String stem(String path) {
    String name = Paths.fileName(path);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    int of = stem.lastIndexOf("-of-");
    int part = of > 0 ? stem.lastIndexOf('-', of - 1) : -1;
    return part > 0 ? stem.substring(0, part) : stem;
  }
}
