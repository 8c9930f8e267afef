package io.breakwater.inspect.internal.scan;

import java.util.Arrays;
import java.util.List;

/**
 * Finds every one of many words in one pass, each byte looked at once: the automaton of Aho and
 * Corasick as a table. Letters of ASCII match in either case. Immutable, safe for use by several
 * threads.
 *
 * <p>States are numbered so that those at which some word ends come last: the loop compares once to
 * know that nothing was found. Each step waits for the table's answer to the last one, so long
 * texts are read at four places at a time.
 */
public final class Automaton {
  private static final int LANES = 4;
  private static final int WORTH_LANES = 4_096;

  private final char[] classOf = new char[256];
  private final int classes;
  private final int[] next;
  private final int firstMatch;
  private final int[][] wordsOf;

  /** After so many bytes the state does not depend on those before. */
  private final int memory;

  /**
   * For these words, one character for each byte: none empty, none twice.
   *
   * @throws IllegalArgumentException when a word is not so
   */
  public Automaton(List<String> words) {
    var lower = words.stream().map(Automaton::lower).toList();
    this.classes = classes(lower);
    this.memory = lower.stream().mapToInt(String::length).max().orElse(0);
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
    int lane = (to - from) / LANES;
    if (lane < WORTH_LANES || lane < memory) return steps(state, bytes, from, to, hits);
    int second = from + lane;
    int third = second + lane;
    int fourth = third + lane;
    var later = new Later[] {new Later(), new Later(), new Later()};
    int[] table = next;
    char[] of = classOf;
    int loud = firstMatch;
    int a = state;
    int b = steps(0, bytes, second - memory, second, SILENT);
    int c = steps(0, bytes, third - memory, third, SILENT);
    int d = steps(0, bytes, fourth - memory, fourth, SILENT);
    for (int i = 0; i < lane; i++) {
      a = table[a + of[bytes[from + i] & 0xff]];
      b = table[b + of[bytes[second + i] & 0xff]];
      c = table[c + of[bytes[third + i] & 0xff]];
      d = table[d + of[bytes[fourth + i] & 0xff]];
      if (a >= loud) report(a, from + i + 1, hits);
      if (b >= loud) later[0].add(b, second + i + 1);
      if (c >= loud) later[1].add(c, third + i + 1);
      if (d >= loud) later[2].add(d, fourth + i + 1);
    }
    for (Later places : later) {
      for (int i = 0; i < places.count; i += 2) {
        report(places.pairs[i], places.pairs[i + 1], hits);
      }
    }
    return steps(d, bytes, fourth + lane, to, hits);
  }

  private static final Hits SILENT = (word, end) -> {};

  /** States and the places where they were reached, to be told in their turn. */
  private static final class Later {
    private int[] pairs = new int[64];
    private int count;

    void add(int state, int end) {
      if (count == pairs.length) pairs = Arrays.copyOf(pairs, 4 * count);
      pairs[count++] = state;
      pairs[count++] = end;
    }
  }

  private int steps(int state, byte[] bytes, int from, int to, Hits hits) {
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
