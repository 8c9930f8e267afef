package io.breakwater.inventory.internal.classifier;

import java.util.Arrays;
import java.util.List;

/**
 * Tells by a file's name which classifiers may know it, all globs at once: the hash of each
 * beginning of the name leads to the globs whose fixed part it is.
 */
final class NameGate {
  private final FileGlob[] globs;
  private final int[] classifiers;
  private final int[] hashes;

  /** By the low bits of the hash the first glob, and by glob the next one; negative at the end. */
  private final int[] first;

  private final int[] next;

  NameGate(List<Classifier> all) {
    int count = 0;
    for (Classifier classifier : all) count += classifier.paths().size();
    globs = new FileGlob[count];
    classifiers = new int[count];
    hashes = new int[count];
    next = new int[count];
    first = new int[Integer.highestOneBit(Math.max(8, count)) << 3];
    Arrays.fill(first, -1);
    int at = 0;
    for (int i = 0; i < all.size(); i++) {
      for (String path : all.get(i).paths()) {
        globs[at] = new FileGlob(path);
        classifiers[at] = i;
        hashes[at] = globs[at].prefix().hashCode();
        int slot = slot(hashes[at]);
        next[at] = first[slot];
        first[slot] = at;
        at++;
      }
    }
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & (first.length - 1);
  }

  /** Whether any classifier knows a file of this name. */
  boolean wants(String path) {
    return find(path, null);
  }

  /** Marks the classifiers that know a file of this name. */
  boolean mark(String path, boolean[] wanted) {
    return find(path, wanted);
  }

  private boolean find(String path, boolean @org.jspecify.annotations.Nullable [] wanted) {
    int start = path.lastIndexOf('/') + 1;
    boolean any = false;
    int hash = 0;
    for (int i = start; i < path.length(); i++) {
      hash = 31 * hash + path.charAt(i);
      for (int glob = first[slot(hash)]; glob >= 0; glob = next[glob]) {
        if (hashes[glob] != hash || !globs[glob].matches(path, start)) continue;
        if (wanted == null) return true;
        wanted[classifiers[glob]] = true;
        any = true;
      }
    }
    return any;
  }
}
