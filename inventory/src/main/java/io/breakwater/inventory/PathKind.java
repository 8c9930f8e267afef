package io.breakwater.inventory;

/** What a layer says about a path. */
enum PathKind {
  /** A file, link or device: what was there before, and all below, is gone. */
  NON_DIRECTORY(0),
  /** A directory: a file that was there before is gone. */
  DIRECTORY(1),
  /** What was there before, and all below, is gone. */
  WHITEOUT(2),
  /** All that was below before is gone. */
  OPAQUE(3);

  /** What stands for it in an index of paths. */
  final int tag;

  PathKind(int tag) {
    this.tag = tag;
  }

  /** Whether a layer takes away the file of a lower layer with this path. */
  static boolean removes(HashIndex paths, long hash) {
    for (int at = paths.first(hash); at >= 0 && paths.matches(at, hash); at++) {
      if (paths.tag(at) != OPAQUE.tag) return true;
    }
    return false;
  }

  /** Whether a layer takes away what lower layers have below the directory with this path. */
  static boolean empties(HashIndex paths, long hash) {
    for (int at = paths.first(hash); at >= 0 && paths.matches(at, hash); at++) {
      if (paths.tag(at) != DIRECTORY.tag) return true;
    }
    return false;
  }
}
