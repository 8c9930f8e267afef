package io.breakwater.inspect.internal.scan;

import java.util.List;

/**
 * Finds every one of many words in one pass, each byte looked at once: the automaton of Aho and
 * Corasick as a table. Letters of ASCII match in either case. Immutable, safe for use by several
 * threads.
 *
 * <p>States are numbered so that those at which some word ends come last: the loop compares once to
 * know that nothing was found.
 */
public final class Automaton {
  private final char[] classOf = new char[256];
  private final int classes;
  private final int[] next;
  private final int firstMatch;
  private final int[][] wordsOf;

  /**
   * For these words, one character for each byte: none empty, none twice.
   *
   * @throws IllegalArgumentException when a word is not so
   */
  public Automaton(List<String> words) {
    var lower = words.stream().map(Automaton::lower).toList();
    this.classes = classes(lower);
    var trie = new Trie(classes);
    for (int i = 0; i < lower.size(); i++) trie.add(symbols(lower.get(i)), i);
    trie.link();
    int[] order = trie.order();
    int silent = trie.silent();
    this.firstMatch = silent * classes;
    this.next = new int[order.length * classes];
    this.wordsOf = new int[order.length - silent][];
    for (int state = 0; state < order.length; state++) {
      int row = order[state] * classes;
      for (int c = 0; c < classes; c++) next[row + c] = order[trie.next(state, c)] * classes;
      if (order[state] >= silent) wordsOf[order[state] - silent] = trie.words(state);
    }
  }

  /** Gets each place where a word ends. */
  @FunctionalInterface
  public interface Hits {
    /**
     * A word.
     *
     * @param word its index
     * @param end the position in the array behind its last byte
     */
    void hit(int word, int end);
  }

  /** The state before anything was read. */
  public int start() {
    return 0;
  }

  /**
   * Reads some bytes.
   *
   * @param state that the bytes before led to
   * @return the state to go on with
   */
  public int scan(int state, byte[] bytes, int from, int to, Hits hits) {
    int s = state;
    for (int i = from; i < to; i++) {
      s = next[s + classOf[bytes[i] & 0xff]];
      if (s >= firstMatch) report(s, i + 1, hits);
    }
    return s;
  }

  private void report(int state, int end, Hits hits) {
    for (int word : wordsOf[(state - firstMatch) / classes]) hits.hit(word, end);
  }

  private int classes(List<String> words) {
    boolean[] used = new boolean[256];
    for (String word : words) {
      if (word.isEmpty()) throw new IllegalArgumentException("an empty word");
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (c > 255) throw new IllegalArgumentException("no byte: " + word);
        used[c] = true;
      }
    }
    int count = 1;
    for (int c = 0; c < 256; c++) {
      if (!used[c]) continue;
      classOf[c] = (char) count;
      if (c >= 'a' && c <= 'z') classOf[c - 32] = (char) count;
      count++;
    }
    return count;
  }

  /** Of ASCII only: beyond it, a byte is no letter. */
  private static String lower(String word) {
    var out = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'A' && c <= 'Z') out.setCharAt(i, (char) (c + 32));
    }
    return out.toString();
  }

  private int[] symbols(String word) {
    int[] symbols = new int[word.length()];
    for (int i = 0; i < symbols.length; i++) symbols[i] = classOf[word.charAt(i)];
    return symbols;
  }
}
