package io.breakwater.inventory.internal.classifier;

/**
 * A pattern of file names: stars stand for any characters, and folders before the name, if any, are
 * the last of the path ({@code bin/perl}).
 */
final class FileGlob {
  private final String folder;
  private final String name;
  private final int fixed;

  FileGlob(String glob) {
    int slash = glob.lastIndexOf('/');
    folder = glob.substring(0, slash + 1);
    name = glob.substring(slash + 1);
    int star = name.indexOf('*');
    fixed = star < 0 ? name.length() : star;
  }

  /** What names start with, before any star. */
  String prefix() {
    return name.substring(0, fixed);
  }

  /**
   * Whether a path is one of these.
   *
   * @param start where the file's name starts in the path
   */
  boolean matches(String path, int start) {
    return nameMatches(path, start) && (folder.isEmpty() || isIn(path, start));
  }

  private boolean isIn(String path, int start) {
    int from = start - folder.length();
    return path.startsWith(folder, from) && (from == 0 || path.charAt(from - 1) == '/');
  }

  /** Each star takes as little as it may; one that took too little is the last one. */
  private boolean nameMatches(String path, int start) {
    if (!path.startsWith(name.substring(0, fixed), start)) return false;
    int at = start + fixed;
    int in = fixed;
    int star = -1;
    int taken = 0;
    while (at < path.length()) {
      if (in < name.length() && name.charAt(in) == '*') {
        star = in++;
        taken = at;
      } else if (in < name.length() && name.charAt(in) == path.charAt(at)) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++taken;
      } else {
        return false;
      }
    }
    while (in < name.length() && name.charAt(in) == '*') in++;
    return in == name.length();
  }
}
