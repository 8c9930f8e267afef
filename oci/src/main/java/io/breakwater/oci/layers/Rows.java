package io.breakwater.oci.layers;

import java.util.Arrays;

/** What a layer does, one row a path, in arrays. */
final class Rows {
  int[] nodes = new int[64];
  byte[] kinds = new byte[64];
  long[] sizes = new long[64];
  int count;

  void add(int node, int kind, long size) {
    if (count == nodes.length) {
      int length = 2 * count;
      nodes = Arrays.copyOf(nodes, length);
      kinds = Arrays.copyOf(kinds, length);
      sizes = Arrays.copyOf(sizes, length);
    }
    nodes[count] = node;
    kinds[count] = (byte) kind;
    sizes[count++] = size;
  }

  void trim() {
    nodes = Arrays.copyOf(nodes, count);
    kinds = Arrays.copyOf(kinds, count);
    sizes = Arrays.copyOf(sizes, count);
  }
}
