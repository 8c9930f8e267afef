package io.breakwater.inspect.internal.scan;

import java.util.Arrays;

/** Words as a tree, then the automaton that it is the skeleton of. Made once, by one thread. */
final class Trie {
  private static final int[] NONE = {};

  private final int classes;
  private int[] next;
  private int[][] words = new int[64][];
  private int states = 1;

  Trie(int classes) {
    this.classes = classes;
    this.next = new int[64 * classes];
    words[0] = NONE;
  }

  void add(int[] symbols, int word) {
    int state = 0;
    for (int symbol : symbols) {
      int to = next[state * classes + symbol];
      if (to == 0) {
        to = states++;
        if (to == words.length) grow();
        words[to] = NONE;
        next[state * classes + symbol] = to;
      }
      state = to;
    }
    words[state] = with(words[state], word);
  }

  private void grow() {
    words = Arrays.copyOf(words, 2 * words.length);
    next = Arrays.copyOf(next, words.length * classes);
  }

  private static int[] with(int[] some, int... more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** Gives every state a way for every symbol, level by level: what the longest suffix would do. */
  void link() {
    int[] suffix = new int[states];
    int[] queue = new int[states];
    int last = 0;
    for (int c = 0; c < classes; c++) if (next[c] != 0) queue[last++] = next[c];
    for (int first = 0; first < last; first++) {
      int state = queue[first];
      int of = suffix[state];
      if (words[of].length > 0) words[state] = with(words[state], words[of]);
      for (int c = 0; c < classes; c++) {
        int to = next[state * classes + c];
        if (to == 0) {
          next[state * classes + c] = next[of * classes + c];
        } else {
          suffix[to] = next[of * classes + c];
          queue[last++] = to;
        }
      }
    }
  }

  int next(int state, int symbol) {
    return next[state * classes + symbol];
  }

  int[] words(int state) {
    return words[state];
  }

  /** How many states end no word. */
  int silent() {
    int silent = 0;
    for (int state = 0; state < states; state++) if (words[state].length == 0) silent++;
    return silent;
  }

  /** New numbers of the states: those that end no word first, the start still 0. */
  int[] order() {
    int[] order = new int[states];
    int silent = 0;
    int loud = silent();
    for (int state = 0; state < states; state++) {
      order[state] = words[state].length == 0 ? silent++ : loud++;
    }
    return order;
  }
}
