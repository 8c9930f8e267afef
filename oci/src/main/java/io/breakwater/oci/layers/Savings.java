package io.breakwater.oci.layers;

import io.breakwater.oci.layers.Saving.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums up superfluous bytes by their cause and the layers that make them. */
final class Savings {
  private static final int MOST_SUMS = 10_000;

  private final Map<Key, Sum> sums = new HashMap<>();

  private record Key(Cause cause, int from, int to, String remedy) {}

  private static final class Sum {
    int files;
    long bytes;
    final int[] nodes = new int[Saving.EXAMPLES];
    final long[] sizes = new long[Saving.EXAMPLES];

    void add(int node, long size) {
      files++;
      bytes += size;
      for (int i = 0; i < nodes.length; i++) {
        if (nodes[i] != 0 && sizes[i] >= size) continue;
        System.arraycopy(nodes, i, nodes, i + 1, nodes.length - 1 - i);
        System.arraycopy(sizes, i, sizes, i + 1, nodes.length - 1 - i);
        nodes[i] = node;
        sizes[i] = size;
        return;
      }
    }
  }

  /** A file whose bytes are superfluous; layers by index. */
  void add(Cause cause, int from, int to, String remedy, int node, long size) {
    if (size == 0) return;
    var key = new Key(cause, from + 1, to + 1, remedy);
    Sum sum = sums.get(key);
    if (sum == null) {
      if (sums.size() == MOST_SUMS) return;
      sum = new Sum();
      sums.put(key, sum);
    }
    sum.add(node, size);
  }

  /** All of them, the largest first. */
  List<Saving> list(PathTree tree) {
    var list = new ArrayList<Saving>();
    sums.forEach(
        (key, sum) -> {
          var examples = new ArrayList<String>();
          for (int node : sum.nodes) if (node != 0) examples.add(tree.path(node));
          list.add(
              new Saving(
                  key.cause(), key.from(), key.to(), sum.files, sum.bytes, examples, key.remedy()));
        });
    list.sort(
        Comparator.comparingLong(Saving::bytes)
            .reversed()
            .thenComparingInt(Saving::to)
            .thenComparingInt(Saving::from)
            .thenComparing(Saving::cause)
            .thenComparing(Saving::remedy));
    return list;
  }
}
