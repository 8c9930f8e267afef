package io.breakwater.inventory.internal;

/** Questions about paths of layers that are answered without allocating. */
public final class Paths {
  private Paths() {}

  /** Whether the last part of a path is this name. */
  public static boolean isNamed(String path, String fileName) {
    int start = path.length() - fileName.length();
    return start >= 0
        && path.startsWith(fileName, start)
        && (start == 0 || path.charAt(start - 1) == '/');
  }

  /** Whether a path ends so, whatever the case of its ASCII letters; the end is in lower case. */
  public static boolean endsWithIgnoreCase(String path, String end) {
    return path.regionMatches(true, path.length() - end.length(), end, 0, end.length());
  }

  /** The last part of a path. */
  public static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Where the last part but {@code n} of a path starts; 0 when there are not as many. */
  public static int partFromEnd(String path, int n) {
    int at = path.length();
    for (int i = 0; i <= n && at > 0; i++) at = path.lastIndexOf('/', at - 1);
    return at + 1;
  }
}
