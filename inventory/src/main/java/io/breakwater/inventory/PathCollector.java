package io.breakwater.inventory;

import java.util.Arrays;

/**
 * Gathers what a layer says about paths, entry by entry. A directory that no entry names, but that
 * an entry lies in, counts as named.
 */
final class PathCollector {
  /** More entries than any real layer has: a bound for made-up ones. */
  static final int MOST = 4_000_000;

  private long[] values = new long[1024];
  private int count;
  private String lastParent = "";
  private boolean full;

  /** An entry. */
  void add(String path, PathKind kind) {
    int slash = path.lastIndexOf('/');
    if (slash > 0 && kind != PathKind.WHITEOUT) {
      boolean sameParent = slash == lastParent.length() && path.startsWith(lastParent);
      if (!sameParent) addDirectories(path, slash);
    }
    put(PathHash.of(path) | kind.tag);
  }

  /** Whether there were more entries than are kept. */
  boolean isFull() {
    return full;
  }

  /** The position of the next entry: entries added before have smaller ones. */
  int position() {
    return count;
  }

  /** Whether an entry at or after a position took the place of all that lies below a path. */
  boolean replacedSince(long hash, int position) {
    long wanted = hash | PathKind.NON_DIRECTORY.tag;
    for (int i = position; i < count; i++) {
      if (values[i] == wanted) return true;
    }
    return false;
  }

  HashIndex index() {
    return HashIndex.of(PathHash.FREE_BITS, values.clone(), count);
  }

  private void addDirectories(String path, int end) {
    // Only those that the last path did not lie in: neighbours share most of their directories.
    int common = commonPrefix(path, end);
    long state = PathHash.start();
    for (int i = 0; i <= end; i++) {
      if (i == end || path.charAt(i) == '/') {
        if (i > common) put(PathHash.finish(state) | PathKind.DIRECTORY.tag);
        if (i == end) break;
      }
      state = PathHash.step(state, path.charAt(i));
    }
    lastParent = path.substring(0, end);
  }

  /** The length of the longest directory that is above both or equal to the last parent. */
  private int commonPrefix(String path, int end) {
    int most = Math.min(end, lastParent.length());
    int i = 0;
    int slash = 0;
    while (i < most && path.charAt(i) == lastParent.charAt(i)) {
      if (path.charAt(i) == '/') slash = i;
      i++;
    }
    boolean whole = i == most && (i == end || path.charAt(i) == '/');
    boolean lastWhole = i == most && (i == lastParent.length() || lastParent.charAt(i) == '/');
    return whole && lastWhole ? i : slash;
  }

  private void put(long value) {
    if (count == MOST) {
      full = true;
      return;
    }
    if (count == values.length) values = Arrays.copyOf(values, Math.min(MOST, 2 * count));
    values[count++] = value;
  }
}
