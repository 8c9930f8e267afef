package io.breakwater.oci.layers;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * How well an image uses its bytes, by the measure that Dive made known: for each path that a layer
 * ends in (a file, an empty directory, a removal), the smallest size that any layer gives it
 * against the sum of all of them. The size of a removed directory is that of all below it; of a
 * removed file 0. Paths that come once waste nothing.
 */
final class Efficiency {
  private long[] sums = new long[1024];
  private long[] smallest = new long[1024];
  private int[] times = new int[1024];

  /** A layer writes or removes a path. */
  void touch(int node, long size) {
    if (node >= sums.length) {
      int length = Math.max(node + 1, 2 * sums.length);
      sums = Arrays.copyOf(sums, length);
      smallest = Arrays.copyOf(smallest, length);
      times = Arrays.copyOf(times, length);
    }
    smallest[node] = times[node] == 0 ? size : Math.min(smallest[node], size);
    sums[node] += size;
    times[node]++;
  }

  /** From 0 to 1, which is best. */
  double score() {
    long least = 0;
    long all = 0;
    for (int i = 0; i < sums.length; i++) {
      least += smallest[i];
      all += sums[i];
    }
    return all == 0 ? 1.0 : (double) least / all;
  }

  /** The bytes of all paths that come more than once. */
  long wasted() {
    long wasted = 0;
    for (int i = 0; i < sums.length; i++) if (times[i] > 1) wasted += sums[i];
    return wasted;
  }

  /** Those of these paths that take most, the largest first; none of nothing. */
  java.util.List<WastedFile> worst(int most, PathTree tree) {
    // Ties by the node's number, which is the order of first appearance.
    var worst =
        new PriorityQueue<Integer>(
            (a, b) -> sums[a] != sums[b] ? Long.compare(sums[a], sums[b]) : Integer.compare(b, a));
    for (int i = 0; i < sums.length; i++) {
      if (times[i] < 2 || sums[i] == 0) continue;
      worst.add(i);
      if (worst.size() > most) worst.remove();
    }
    var list = new java.util.ArrayList<WastedFile>();
    while (!worst.isEmpty()) {
      int node = worst.remove();
      list.add(new WastedFile(tree.path(node), times[node], sums[node]));
    }
    java.util.Collections.reverse(list);
    return list;
  }
}
