package io.breakwater.oci.layers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Every path that any layer names, as a tree in arrays: a path costs some twenty bytes and its last
 * name, whether it is there a hundred times or once. Node 0 is the root.
 */
final class PathTree {
  /** More paths than any real image has: a bound for made-up ones. */
  static final int MOST = 3_000_000;

  private static final int MOST_NAME_BYTES = 128 << 20;

  /** Not known to whoever made the image, so that its names cannot be chosen to collide. */
  private final long factor = ThreadLocalRandom.current().nextLong() | 1;

  private int[] parents = new int[1024];
  private int[] nameEnds = new int[1024];
  private int[] firstChildren = new int[1024];
  private int[] nextSiblings = new int[1024];
  private byte[] names = new byte[16 << 10];
  private int[] slots = new int[4096];
  private int count = 1;

  /** How many nodes there are. */
  int size() {
    return count;
  }

  /** The node of a path, made with all above it when it is new; -1 when there is no more room. */
  int add(String path) {
    return walk(path, true);
  }

  /** The node of a path; -1 when no layer names it. */
  int find(String path) {
    return walk(path, false);
  }

  private int walk(String path, boolean make) {
    int node = 0;
    for (int from = 0; from < path.length() && node >= 0; ) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      node = child(node, path.substring(from, to).getBytes(StandardCharsets.UTF_8), make);
      from = to + 1;
    }
    return node;
  }

  private int child(int parent, byte[] name, boolean make) {
    int mask = slots.length - 1;
    int slot = hash(parent, name, 0, name.length) & mask;
    for (int node; (node = slots[slot]) != 0; slot = (slot + 1) & mask) {
      if (parents[node] == parent && isNamed(node, name)) return node;
    }
    if (!make || count == MOST || nameEnds[count - 1] > MOST_NAME_BYTES - name.length) return -1;
    int node = count++;
    grow();
    parents[node] = parent;
    nextSiblings[node] = firstChildren[parent];
    firstChildren[parent] = node;
    int at = nameEnds[node - 1];
    if (at + name.length > names.length) {
      names = Arrays.copyOf(names, Math.max(2 * names.length, at + name.length));
    }
    System.arraycopy(name, 0, names, at, name.length);
    nameEnds[node] = at + name.length;
    slots[slot] = node;
    if (2 * count > slots.length) rehash();
    return node;
  }

  private boolean isNamed(int node, byte[] name) {
    return Arrays.equals(names, nameEnds[node - 1], nameEnds[node], name, 0, name.length);
  }

  private void grow() {
    if (count <= parents.length) return;
    int length = Math.min(MOST, 2 * parents.length);
    parents = Arrays.copyOf(parents, length);
    nameEnds = Arrays.copyOf(nameEnds, length);
    firstChildren = Arrays.copyOf(firstChildren, length);
    nextSiblings = Arrays.copyOf(nextSiblings, length);
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int node = 1; node < count; node++) {
      int slot = hash(parents[node], names, nameEnds[node - 1], nameEnds[node]) & mask;
      while (slots[slot] != 0) slot = (slot + 1) & mask;
      slots[slot] = node;
    }
  }

  private int hash(int parent, byte[] bytes, int from, int to) {
    long h = (parent ^ factor) * factor;
    for (int i = from; i < to; i++) {
      h = (h ^ bytes[i]) * factor;
      h ^= h >>> 29;
    }
    return (int) (h ^ (h >>> 32));
  }

  int parent(int node) {
    return parents[node];
  }

  /** The first child; 0 for none. */
  int firstChild(int node) {
    return firstChildren[node];
  }

  /** The next child of the same parent; 0 for none. */
  int nextSibling(int node) {
    return nextSiblings[node];
  }

  /** The node that comes next below a top, in depth-first order; {@code top} at the end. */
  int next(int node, int top) {
    if (firstChildren[node] != 0) return firstChildren[node];
    return nextBeside(node, top);
  }

  /** The next one as {@link #next} but not below this one. */
  int nextBeside(int node, int top) {
    int at = node;
    while (at != top && nextSiblings[at] == 0) at = parents[at];
    return at == top ? top : nextSiblings[at];
  }

  /** The last part of a path. */
  String name(int node) {
    if (node == 0) return "";
    int from = nameEnds[node - 1];
    return new String(names, from, nameEnds[node] - from, StandardCharsets.UTF_8);
  }

  /** The path of a node, absolute. */
  String path(int node) {
    if (node == 0) return "/";
    int length = 0;
    for (int at = node; at != 0; at = parents[at]) length += 1 + nameEnds[at] - nameEnds[at - 1];
    byte[] path = new byte[length];
    int end = length;
    for (int at = node; at != 0; at = parents[at]) {
      int size = nameEnds[at] - nameEnds[at - 1];
      System.arraycopy(names, nameEnds[at - 1], path, end - size, size);
      end -= size + 1;
      path[end] = '/';
    }
    return new String(path, StandardCharsets.UTF_8);
  }
}
