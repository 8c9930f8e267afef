package io.breakwater.cli;

import io.breakwater.oci.layers.Change;
import io.breakwater.oci.layers.ImageLayers;
import io.breakwater.oci.layers.LayerSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The explorer of layers as a machine: keys go in, lines come out. On the left the layers, on the
 * right the files of the chosen one.
 */
final class Explorer {
  private static final String REVERSE = "\u001b[7m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  /** Title, heading, and the line of keys. */
  private static final int AROUND = 3;

  private final String name;
  private final ImageLayers layers;
  private final Terminal terminal;
  private FileTree tree;
  private List<FileTree.Node> rows;
  private int layer;
  private int row;
  private boolean inTree;
  private boolean whole;
  private boolean typing;
  private String search = "";
  private String note = "";
  private int page = 20;

  Explorer(String name, ImageLayers layers, Terminal terminal) {
    this.name = name;
    this.layers = layers;
    this.terminal = terminal;
    this.tree = FileTree.ofLayer(layers, 1);
    this.rows = tree.rows();
  }

  /** Takes a key. Gives whether to go on. */
  boolean press(Press press) {
    if (press.key() == Keys.NONE) return true;
    note = "";
    if (typing) {
      type(press);
      return press.key() != Keys.INTERRUPT;
    }
    switch (press.key()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-page);
      case PAGE_DOWN -> move(page);
      case HOME -> move(Integer.MIN_VALUE / 2);
      case END -> move(Integer.MAX_VALUE / 2);
      case TAB -> inTree = !inTree;
      case RIGHT -> right();
      case LEFT -> left();
      case ENTER -> enter();
      case ESCAPE, INTERRUPT -> {
        return false;
      }
      case CHARACTER -> {
        return character(press.character());
      }
      case NONE, BACKSPACE, OTHER -> {}
    }
    return true;
  }

  private boolean character(int c) {
    switch (c) {
      case 'q' -> {
        return false;
      }
      case 'k' -> move(-1);
      case 'j' -> move(1);
      case 'h' -> left();
      case 'l' -> right();
      case ' ' -> enter();
      case 'a' -> {
        whole = !whole;
        choose(layer);
      }
      case '/' -> {
        typing = true;
        search = "";
      }
      case 'n' -> find();
      default -> {}
    }
    return true;
  }

  private void type(Press press) {
    switch (press.key()) {
      case CHARACTER -> {
        if (search.length() < 200) search += Character.toString(press.character());
      }
      case BACKSPACE -> {
        if (!search.isEmpty()) {
          search = search.substring(0, search.offsetByCodePoints(search.length(), -1));
        }
      }
      case ENTER -> {
        typing = false;
        find();
      }
      case ESCAPE -> typing = false;
      case NONE, UP, DOWN, LEFT, RIGHT, PAGE_UP, PAGE_DOWN, HOME, END, TAB, INTERRUPT, OTHER -> {}
    }
  }

  private void move(int by) {
    if (inTree) row = Math.clamp((long) row + by, 0, Math.max(0, rows.size() - 1));
    else choose(Math.clamp((long) layer + by, 0, layers.layers().size() - 1));
  }

  private void choose(int index) {
    layer = index;
    tree = whole ? FileTree.upTo(layers, index + 1) : FileTree.ofLayer(layers, index + 1);
    rows = tree.rows();
    row = 0;
  }

  private FileTree.@Nullable Node current() {
    return row < rows.size() ? rows.get(row) : null;
  }

  private void enter() {
    if (!inTree) {
      inTree = true;
      return;
    }
    FileTree.Node node = current();
    if (node == null || !node.isFolder()) return;
    node.open = !node.open;
    rows = tree.rows();
  }

  private void right() {
    FileTree.Node node = current();
    if (!inTree) inTree = true;
    else if (node != null && node.isFolder() && !node.open) enter();
  }

  private void left() {
    FileTree.Node node = current();
    if (!inTree || node == null) return;
    if (node.isFolder() && node.open) enter();
    else if (node.parent != null && node.parent.depth > 0) row = rows.indexOf(node.parent);
    else inTree = false;
  }

  private void find() {
    if (search.isEmpty()) return;
    var found = tree.find(search, current());
    if (found.isEmpty()) {
      note = terminal.say(Msg.NOT_FOUND, search);
      return;
    }
    rows = tree.rows();
    row = rows.indexOf(found.get());
    inTree = true;
  }

  /** What the screen shows. */
  List<String> draw(Screen.Size size) {
    int width = size.columns();
    int height = Math.max(1, size.rows() - AROUND);
    page = Math.max(1, height - 1);
    boolean both = width >= 50;
    int left = both ? Math.clamp(width * 2 / 5, 24, 64) : inTree ? 0 : width;
    int right = both ? width - left - 1 : inTree ? width : 0;
    var lines = new ArrayList<String>();
    lines.add(BOLD + fit(title(), width) + PLAIN);
    lines.add(
        heading(terminal.say(Msg.LAYERS_TITLE), left, !inTree)
            + (both ? "│" : "")
            + heading(treeTitle(), right, inTree));
    int firstLayer = first(layer, layers.layers().size(), height);
    int firstRow = first(row, rows.size(), height);
    for (int i = 0; i < height; i++) {
      lines.add(
          layerLine(firstLayer + i, left) + (both ? "│" : "") + treeLine(firstRow + i, right));
    }
    lines.add(fit(bottom(), width));
    return lines.subList(0, Math.min(lines.size(), size.rows()));
  }

  private String title() {
    return " "
        + Cells.clean(name)
        + "  "
        + terminal.say(Msg.EFFICIENCY, WasteGate.percent(layers.efficiency()))
        + " · "
        + terminal.say(Msg.WASTED_SHORT, Sizes.format(layers.wasted()));
  }

  private String treeTitle() {
    String number = String.valueOf(layer + 1);
    String words = terminal.say(whole ? Msg.FILES_UP_TO : Msg.FILES_OF, number);
    return tree.isCut() ? words + " …" : words;
  }

  private static String heading(String words, int width, boolean focus) {
    String text = fit(" " + words, width);
    return focus ? BOLD + text + PLAIN : text;
  }

  private String layerLine(int index, int width) {
    if (width == 0) return "";
    if (index >= layers.layers().size()) return " ".repeat(width);
    LayerSummary summary = layers.layers().get(index);
    String text =
        Cells.right(String.valueOf(summary.number()), 4)
            + Cells.right(Sizes.format(summary.bytes()), 8)
            + "  "
            + Cells.clean(summary.instruction());
    return chosen(fit(text, width), index == layer, !inTree);
  }

  private String treeLine(int index, int width) {
    if (width == 0) return "";
    if (index >= rows.size()) {
      boolean empty = rows.isEmpty() && index == 0;
      return fit(empty ? " " + terminal.say(Msg.NO_CHANGE) : "", width);
    }
    FileTree.Node node = rows.get(index);
    String mark =
        switch (node.change) {
          case null -> " ";
          case ADDED -> "+";
          case CHANGED -> "~";
          case REMOVED -> "-";
        };
    String fold = node.isFolder() ? node.open ? "▾ " : "▸ " : "  ";
    String indent = "  ".repeat(Math.min(node.depth - 1, Math.max(0, width / 4)));
    String text =
        mark
            + Cells.right(Sizes.format(node.size), 8)
            + " "
            + indent
            + fold
            + Cells.clean(node.name)
            + (node.isFolder() ? "/" : "");
    String line = fit(text, width);
    boolean current = index == row && inTree;
    if (current || node.change == null) return chosen(line, current, inTree);
    return terminal.paint(ink(node.change), line);
  }

  private static Ink ink(Change change) {
    return switch (change) {
      case ADDED -> Ink.GOOD;
      case CHANGED -> Ink.MEDIUM;
      case REMOVED -> Ink.HIGH;
    };
  }

  private static String chosen(String line, boolean current, boolean focus) {
    if (!current) return line;
    return (focus ? REVERSE : BOLD) + line + PLAIN;
  }

  private String bottom() {
    if (typing) return " /" + Cells.clean(search) + "▏";
    return " " + (note.isEmpty() ? terminal.say(Msg.EXPLORER_KEYS) : Cells.clean(note));
  }

  /** The first of so many rows to show, the chosen one in the middle where there are more. */
  private static int first(int chosen, int count, int height) {
    return Math.clamp(chosen - height / 2, 0, Math.max(0, count - height));
  }

  private static String fit(String text, int width) {
    return width == 0 ? "" : Cells.left(Cells.cut(text, width), width);
  }
}
