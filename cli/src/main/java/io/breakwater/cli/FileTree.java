package io.breakwater.cli;

import io.breakwater.oci.layers.Change;
import io.breakwater.oci.layers.ImageLayers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a layer does to files, as a tree whose folders open and close. */
final class FileTree {
  private static final int MOST = 300_000;

  private final Node root = new Node(null, "", 0);
  private int count;
  private boolean cut;

  /** A file or folder. */
  static final class Node {
    final @Nullable Node parent;
    final String name;
    final int depth;
    final TreeMap<String, Node> children = new TreeMap<>();
    @Nullable Change change;
    long size;
    boolean open;

    Node(@Nullable Node parent, String name, int depth) {
      this.parent = parent;
      this.name = name;
      this.depth = depth;
    }

    boolean isFolder() {
      return !children.isEmpty();
    }
  }

  private FileTree() {}

  /** Only what one layer changes; layers are counted from 1. */
  static FileTree ofLayer(ImageLayers layers, int number) {
    var tree = new FileTree();
    layers.changes(number, (path, change, size) -> tree.put(path, change, size));
    tree.openSmall();
    return tree;
  }

  /** All that is there after a layer, and what that layer removed, its changes marked. */
  static FileTree upTo(ImageLayers layers, int number) {
    var tree = new FileTree();
    for (int lower = 1; lower < number; lower++) {
      layers.changes(
          lower,
          (path, change, size) -> {
            if (change == Change.REMOVED) tree.remove(path);
            else tree.put(path, null, size);
          });
    }
    layers.changes(number, (path, change, size) -> tree.put(path, change, size));
    tree.openSmall();
    return tree;
  }

  /** Whether there is more than is shown. */
  boolean isCut() {
    return cut;
  }

  private void put(String path, @Nullable Change change, long size) {
    Node node = root;
    for (String name : path.substring(1).split("/", -1)) {
      Node child = node.children.get(name);
      if (child == null) {
        if (count == MOST) {
          cut = true;
          return;
        }
        count++;
        child = new Node(node, name, node.depth + 1);
        node.children.put(name, child);
      }
      node = child;
    }
    node.change = change;
    if (change == Change.REMOVED && node.isFolder()) return; // it has the size of what is below
    long more = node.isFolder() ? 0 : size - node.size;
    for (Node at = node; more != 0 && at != null; at = at.parent) at.size += more;
  }

  private void remove(String path) {
    Node node = root;
    for (String name : path.substring(1).split("/", -1)) {
      Node child = node.children.get(name);
      if (child == null) return;
      node = child;
    }
    if (node.parent == null) return;
    node.parent.children.remove(node.name);
    for (Node at = node.parent; at != null; at = at.parent) at.size -= node.size;
  }

  /** Small trees are seen as a whole; of others the first folders. */
  private void openSmall() {
    for (Node node : all(false)) node.open = count <= 60 || node.depth < 1;
    root.open = true;
  }

  /** The rows that are seen, from the top. */
  List<Node> rows() {
    return all(true);
  }

  private List<Node> all(boolean onlyOpen) {
    var rows = new ArrayList<Node>();
    var next = new ArrayDeque<Node>();
    push(next, root.children.values());
    for (Node node; (node = next.poll()) != null; ) {
      rows.add(node);
      if (node.open || !onlyOpen) push(next, node.children.values());
    }
    return rows;
  }

  private static void push(ArrayDeque<Node> next, Collection<Node> nodes) {
    var backwards = new ArrayList<>(nodes);
    for (int i = backwards.size() - 1; i >= 0; i--) next.push(backwards.get(i));
  }

  /** The next node after another whose name contains a text, all folders above it opened. */
  Optional<Node> find(String text, @Nullable Node after) {
    List<Node> all = all(false);
    int start = after == null ? -1 : all.indexOf(after);
    String wanted = text.toLowerCase(java.util.Locale.ROOT);
    for (int i = 1; i <= all.size(); i++) {
      Node node = all.get((start + i) % all.size());
      if (!node.name.toLowerCase(java.util.Locale.ROOT).contains(wanted)) continue;
      for (Node at = node.parent; at != null; at = at.parent) at.open = true;
      return Optional.of(node);
    }
    return Optional.empty();
  }
}
