package io.breakwater.inventory;

/**
 * The path by which a file's owner is found. Package databases write the paths that packages were
 * built with, which may lead through the links of a merged {@code /usr}: {@code /lib/x} and {@code
 * /usr/lib/x} are one file there, and so they are here.
 */
final class OwnedPath {
  private static final String USR = "usr/";

  private OwnedPath() {}

  /** The hash of a path, absolute or relative to the root. */
  static long hash(String path) {
    int start = 0;
    while (start < path.length()) {
      if (path.charAt(start) == '/') start++;
      else if (path.startsWith("./", start)) start += 2;
      else break;
    }
    long state = PathHash.start();
    if (isMerged(path, start)) {
      for (int i = 0; i < USR.length(); i++) state = PathHash.step(state, USR.charAt(i));
    }
    for (int i = start; i < path.length(); i++) state = PathHash.step(state, path.charAt(i));
    return PathHash.finish(state);
  }

  private static boolean isMerged(String path, int start) {
    if (path.length() - start < 4) return false;
    return switch (path.charAt(start)) {
      case 'b' -> path.startsWith("bin/", start);
      case 's' -> path.startsWith("sbin/", start);
      case 'l' ->
          path.startsWith("lib/", start)
              || path.startsWith("lib64/", start)
              || path.startsWith("lib32/", start)
              || path.startsWith("libx32/", start);
      default -> false;
    };
  }
}
