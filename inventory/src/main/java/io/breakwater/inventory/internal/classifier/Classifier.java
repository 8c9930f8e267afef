package io.breakwater.inventory.internal.classifier;

import java.util.List;

/**
 * How a piece of software is known by its files.
 *
 * @param id what it is called, in lower case
 * @param isText whether its files are scripts and the like, not linked programs and libraries
 * @param paths the names its files go by, see {@link FileGlob}
 * @param patterns what its files say, one of them at least, see {@link Pattern}
 * @param purl its package URL without the version
 * @param cpes vendor and product of its CPE names, as {@code vendor:product}
 * @param over ids of those that it is mistaken for: what it is found in is none of them
 */
record Classifier(
    String id,
    boolean isText,
    List<String> paths,
    List<String> patterns,
    String purl,
    List<String> cpes,
    List<String> over) {
  Classifier {
    paths = List.copyOf(paths);
    patterns = List.copyOf(patterns);
    cpes = List.copyOf(cpes);
    over = List.copyOf(over);
  }

  /** Its CPE 2.3 names at a version. */
  List<String> cpes(String version) {
    return cpes.stream().map(name -> CpeName.of(name, version)).toList();
  }
}
