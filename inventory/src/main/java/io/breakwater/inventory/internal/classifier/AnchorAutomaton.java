package io.breakwater.inventory.internal.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all of many byte strings in one pass: the automaton of Aho and Corasick ("Efficient string
 * matching", CACM 18(6), 1975) with all failure transitions worked out, so that each byte is one
 * look-up. Bytes that no string has share one column of the table.
 */
final class AnchorAutomaton {
  /** The state before the first byte. */
  static final int START = 0;

  private final byte[] columns = new byte[256];
  private final int width;

  /**
   * By state and column the next state; states are multiples of the width. Complemented, thus
   * negative, where a string ends.
   */
  private final int[] table;

  /** By state the strings that end there. */
  private final int[][] ends;

  /**
   * @param strings in ISO-8859-1, none empty
   */
  AnchorAutomaton(List<String> strings) {
    width = columns(strings);
    var trie = new ArrayList<Node>();
    trie.add(new Node(0));
    for (int i = 0; i < strings.size(); i++) {
      int node = 0;
      for (int at = 0; at < strings.get(i).length(); at++) {
        int column = columns[strings.get(i).charAt(at)];
        int child = trie.get(node).child(column, trie);
        if (child < 0) {
          child = trie.size();
          trie.add(new Node(column));
          trie.get(node).children.add(child);
        }
        node = child;
      }
      trie.get(node).strings.add(i);
    }
    table = new int[trie.size() * width];
    ends = new int[trie.size()][];
    complete(trie);
  }

  /** A state before it is complete. */
  private static final class Node {
    final int column;
    final List<Integer> children = new ArrayList<>(1);
    final List<Integer> strings = new ArrayList<>(0);

    Node(int column) {
      this.column = column;
    }

    int child(int at, List<Node> trie) {
      for (int child : children) {
        if (trie.get(child).column == at) return child;
      }
      return -1;
    }
  }

  /**
   * Breadth first, so that the state of the longest proper suffix is complete before: a state goes
   * where that one goes, but for its own children.
   */
  private void complete(List<Node> trie) {
    int[] queue = new int[trie.size()];
    int[] suffix = new int[trie.size()];
    int tail = 1;
    ends[0] = new int[0];
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      int row = node * width;
      int fallback = suffix[node] * width;
      if (node != 0) System.arraycopy(table, fallback, table, row, width);
      for (int child : trie.get(node).children) {
        int column = trie.get(child).column;
        int other = node == 0 ? 0 : table[fallback + column];
        suffix[child] = (other < 0 ? ~other : other) / width;
        ends[child] = join(trie.get(child).strings, ends[suffix[child]]);
        table[row + column] = ends[child].length > 0 ? ~(child * width) : child * width;
        queue[tail++] = child;
      }
    }
  }

  private static int[] join(List<Integer> own, int[] inherited) {
    if (own.isEmpty()) return inherited;
    int[] all = Arrays.copyOf(inherited, inherited.length + own.size());
    for (int i = 0; i < own.size(); i++) all[inherited.length + i] = own.get(i);
    return all;
  }

  private int columns(List<String> strings) {
    boolean[] used = new boolean[256];
    for (String string : strings) {
      for (int i = 0; i < string.length(); i++) used[string.charAt(i)] = true;
    }
    int count = 1; // the column of all others
    for (int b = 0; b < 256; b++) {
      if (used[b]) columns[b] = (byte) count++;
    }
    if (count > Byte.MAX_VALUE) throw new IllegalArgumentException("too many different bytes");
    return count;
  }

  /** Receives where strings end. */
  interface Hits {
    /**
     * A string ends.
     *
     * @param end the index in the buffer after its last byte
     * @return whether to go on
     */
    boolean hit(int string, int end);
  }

  /**
   * Goes over some bytes.
   *
   * @param state {@link #START}, or what the call for the bytes before these gave
   * @return the state after them; negative when a hit did not want to go on
   */
  int scan(byte[] bytes, int from, int to, int state, Hits hits) {
    int[] next = table;
    byte[] column = columns;
    int current = state;
    for (int i = from; i < to; i++) {
      current = next[current + column[bytes[i] & 0xff]];
      if (current < 0) {
        current = ~current;
        for (int string : ends[current / width]) {
          if (!hits.hit(string, i + 1)) return -1;
        }
      }
    }
    return current;
  }
}
