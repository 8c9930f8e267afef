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
    int most = 1;
    for (String string : strings) most += string.length();
    int[] trie = new int[most * width];
    var own = new ArrayList<List<Integer>>();
    own.add(List.of());
    for (int i = 0; i < strings.size(); i++) {
      int state = START;
      for (int at = 0; at < strings.get(i).length(); at++) {
        int edge = state + columns[strings.get(i).charAt(at)];
        if (trie[edge] == 0) {
          trie[edge] = own.size() * width;
          own.add(List.of());
        }
        state = trie[edge];
      }
      var here = new ArrayList<>(own.get(state / width));
      here.add(i);
      own.set(state / width, here);
    }
    int states = own.size();
    ends = new int[states][];
    table = Arrays.copyOf(trie, states * width);
    complete(states, own);
  }

  /** Breadth first, so that the state of the longest proper suffix is complete before. */
  private void complete(int states, List<List<Integer>> own) {
    int[] queue = new int[states];
    int[] suffix = new int[states];
    int tail = 1;
    ends[0] = new int[0];
    for (int head = 0; head < tail; head++) {
      int state = queue[head];
      int fallback = suffix[state / width];
      if (state != START) ends[state / width] = join(own.get(state / width), ends[fallback / width]);
      for (int column = 0; column < width; column++) {
        int child = table[state + column];
        int other = state == START ? START : table[fallback + column];
        if (child == 0) {
          table[state + column] = other;
        } else {
          suffix[child / width] = other;
          queue[tail++] = child;
        }
      }
    }
    for (int edge = 0; edge < table.length; edge++) {
      if (ends[table[edge] / width].length > 0) table[edge] = ~table[edge];
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
