package io.breakwater.oci.layers;

import io.breakwater.oci.EntryType;
import io.breakwater.oci.layers.Saving.Cause;
import java.util.Arrays;
import java.util.List;

/** The layers laid over each other so far: what is there, since when, and what it has cost. */
final class Pile {
  /** Bounds the walks through removed directories, which a made-up image may remove again. */
  private static final long MOST_STEPS = 50_000_000;

  private static final int ABSENT = -1;
  private static final int DIRECTORY = LayerPass.kind(EntryType.DIRECTORY);
  private static final int FILE = LayerPass.kind(EntryType.FILE);

  private final PathTree tree;
  private final Efficiency efficiency = new Efficiency();
  private final Savings savings = new Savings();
  private byte[] kinds = new byte[0];
  private long[] sizes = new long[0];
  private long[] owners = new long[0];
  private short[] modes = new short[0];
  private int[] checksums = new int[0];
  private boolean[] checked = new boolean[0];
  private int[] layers = new int[0];

  /** The last layer, counted from 1, in which something lies below a node. */
  private int[] innerIn = new int[0];

  /** The last layer, counted from 1, that writes a node, and in which of its rows. */
  private int[] rowIn = new int[0];

  private int[] rowOf = new int[0];
  private long steps = MOST_STEPS;

  Pile(PathTree tree) {
    this.tree = tree;
  }

  Efficiency efficiency() {
    return efficiency;
  }

  Savings savings() {
    return savings;
  }

  /** Whether a walk had to be left, so that what was removed is told only in part. */
  boolean exhausted() {
    return steps < 0;
  }

  /** What a layer does to those beneath it. */
  static final class Outcome {
    private static final List<Change> CHANGES = List.of(Change.values());

    final Rows changes = new Rows();
    private final int[] files = new int[CHANGES.size()];
    private final long[] bytes = new long[CHANGES.size()];

    /** The change of a row of {@link #changes}. */
    static Change change(int kind) {
      return CHANGES.get(kind);
    }

    int files(Change change) {
      return files[CHANGES.indexOf(change)];
    }

    long bytes(Change change) {
      return bytes[CHANGES.indexOf(change)];
    }

    private void tell(Change change, int node, long size) {
      changes.add(node, CHANGES.indexOf(change), size);
    }

    private void count(Change change, long size) {
      files[CHANGES.indexOf(change)]++;
      bytes[CHANGES.indexOf(change)] += size;
    }
  }

  /** Lays a layer on top; layers go by their index. */
  Outcome add(int layer, LayerPass pass) {
    grow();
    Rows rows = pass.rows;
    for (int row = 0; row < rows.count; row++) note(layer, rows, row);
    for (int row = 0; row < rows.count; row++) touch(layer, rows, row);
    var outcome = new Outcome();
    for (int row = 0; row < rows.count; row++) {
      EntryType type = LayerPass.type(rows.kinds[row]);
      if (type == EntryType.WHITEOUT) remove(layer, rows.nodes[row], outcome);
      if (type == EntryType.OPAQUE) removeBelow(layer, rows.nodes[row], outcome);
    }
    for (int row = 0; row < rows.count; row++) {
      if (isLast(layer, rows, row)) put(layer, pass, row, outcome);
    }
    outcome.changes.trim();
    return outcome;
  }

  private static boolean isMark(Rows rows, int row) {
    return switch (LayerPass.type(rows.kinds[row])) {
      case WHITEOUT, OPAQUE -> true;
      case FILE, DIRECTORY, SYMLINK, HARD_LINK, SPECIAL -> false;
    };
  }

  private void note(int layer, Rows rows, int row) {
    int node = rows.nodes[row];
    if (LayerPass.type(rows.kinds[row]) == EntryType.OPAQUE) return;
    for (int above = tree.parent(node); innerIn[above] != layer + 1; above = tree.parent(above)) {
      innerIn[above] = layer + 1;
      if (above == 0) break;
    }
    if (isMark(rows, row)) return;
    rowIn[node] = layer + 1;
    rowOf[node] = row;
  }

  /** A path may come more than once in a layer: the last holds. */
  private boolean isLast(int layer, Rows rows, int row) {
    int node = rows.nodes[row];
    return !isMark(rows, row) && rowIn[node] == layer + 1 && rowOf[node] == row;
  }

  private void touch(int layer, Rows rows, int row) {
    int node = rows.nodes[row];
    if (LayerPass.type(rows.kinds[row]) == EntryType.WHITEOUT) {
      efficiency.touch(node, kinds[node] == DIRECTORY ? sizeBelow(node) : 0);
    } else if (isLast(layer, rows, row) && innerIn[node] != layer + 1) {
      efficiency.touch(node, rows.sizes[row]);
    }
  }

  private long sizeBelow(int top) {
    long sum = 0;
    for (int node = tree.firstChild(top); node != 0 && node != top; ) {
      if (--steps < 0) return sum;
      if (kinds[node] != ABSENT) sum += sizes[node];
      node = kinds[node] == DIRECTORY ? tree.next(node, top) : tree.nextBeside(node, top);
    }
    return sum;
  }

  private void remove(int layer, int node, Outcome outcome) {
    if (kinds[node] == ABSENT) return;
    boolean isFile = kinds[node] != DIRECTORY;
    long size = isFile ? sizes[node] : sizeBelow(node);
    outcome.tell(Change.REMOVED, node, size);
    drop(layer, node, outcome);
    dropBelow(layer, node, outcome);
  }

  private void removeBelow(int layer, int top, Outcome outcome) {
    for (int node = tree.firstChild(top); node != 0; node = tree.nextSibling(node)) {
      if (--steps < 0) return;
      remove(layer, node, outcome);
    }
  }

  private void dropBelow(int layer, int top, Outcome outcome) {
    for (int node = tree.firstChild(top); node != 0 && node != top; ) {
      if (--steps < 0) return;
      boolean open = kinds[node] == DIRECTORY;
      if (kinds[node] != ABSENT) drop(layer, node, outcome);
      node = open ? tree.next(node, top) : tree.nextBeside(node, top);
    }
  }

  private void drop(int layer, int node, Outcome outcome) {
    if (kinds[node] != DIRECTORY) outcome.count(Change.REMOVED, sizes[node]);
    if (kinds[node] == FILE) {
      savings.add(Cause.DELETED, layers[node], layer, "", node, sizes[node]);
    }
    kinds[node] = ABSENT;
  }

  private void put(int layer, LayerPass pass, int row, Outcome outcome) {
    Rows rows = pass.rows;
    int node = rows.nodes[row];
    int kind = rows.kinds[row];
    for (int above = tree.parent(node); above != 0; above = tree.parent(above)) {
      if (kinds[above] == DIRECTORY) break;
      if (kinds[above] != ABSENT && layers[above] == layer) return; // a later entry took its place
      kinds[above] = (byte) DIRECTORY; // one that no entry names
      sizes[above] = 0;
      layers[above] = layer;
    }
    boolean sameAttributes =
        kinds[node] == kind && modes[node] == pass.modes[row] && owners[node] == pass.owners[row];
    long size = rows.sizes[row];
    if (kinds[node] == ABSENT) {
      outcome.tell(Change.ADDED, node, size);
      if (kind != DIRECTORY) outcome.count(Change.ADDED, size);
    } else if (kind != DIRECTORY || !sameAttributes) {
      boolean wasDirectory = kinds[node] == DIRECTORY;
      outcome.tell(Change.CHANGED, node, size);
      if (kind != DIRECTORY) outcome.count(Change.CHANGED, size);
      if (kinds[node] == FILE && kind == FILE) {
        boolean sameContent =
            sizes[node] == size
                && checked[node]
                && pass.checked[row]
                && checksums[node] == pass.checksums[row];
        Cause cause =
            !sameContent ? Cause.REPLACED : sameAttributes ? Cause.ADDED_TWICE : Cause.COPIED_UP;
        savings.add(cause, layers[node], layer, "", node, sizes[node]);
      } else if (kinds[node] == FILE) {
        savings.add(Cause.REPLACED, layers[node], layer, "", node, sizes[node]);
      } else if (wasDirectory && kind != DIRECTORY) {
        dropBelow(layer, node, outcome);
      }
    }
    kinds[node] = (byte) kind;
    sizes[node] = size;
    owners[node] = pass.owners[row];
    modes[node] = pass.modes[row];
    checksums[node] = pass.checksums[row];
    checked[node] = pass.checked[row];
    layers[node] = layer;
  }

  /** Sums up what lies in directories that only a build needs. */
  void findLeftovers() {
    for (Leftovers leftovers : Leftovers.ALL) {
      int top = tree.find(leftovers.path());
      if (top <= 0 || top >= kinds.length || kinds[top] != DIRECTORY) continue;
      for (int node = tree.firstChild(top); node != 0 && node != top; ) {
        if (--steps < 0) return;
        if (kinds[node] == FILE) {
          int layer = layers[node];
          savings.add(Cause.LEFT_BEHIND, layer, layer, leftovers.remedy(), node, sizes[node]);
        }
        node = kinds[node] == DIRECTORY ? tree.next(node, top) : tree.nextBeside(node, top);
      }
    }
  }

  private void grow() {
    int old = kinds.length;
    int size = tree.size();
    if (size <= old) return;
    int length = Math.max(size, Math.min(2 * old, PathTree.MOST));
    kinds = Arrays.copyOf(kinds, length);
    Arrays.fill(kinds, old, length, (byte) ABSENT);
    kinds[0] = (byte) DIRECTORY;
    sizes = Arrays.copyOf(sizes, length);
    owners = Arrays.copyOf(owners, length);
    modes = Arrays.copyOf(modes, length);
    checksums = Arrays.copyOf(checksums, length);
    checked = Arrays.copyOf(checked, length);
    layers = Arrays.copyOf(layers, length);
    innerIn = Arrays.copyOf(innerIn, length);
    rowIn = Arrays.copyOf(rowIn, length);
    rowOf = Arrays.copyOf(rowOf, length);
  }
}
