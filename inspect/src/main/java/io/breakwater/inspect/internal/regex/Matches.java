package io.breakwater.inspect.internal.regex;

import org.jspecify.annotations.Nullable;

/**
 * Finds every match of an expression in a text, one behind the other, in time and memory that do
 * not depend on the text: it is searched piece by piece, and no match is longer than a piece.
 * Immutable, safe for use by several threads.
 */
public final class Matches {
  /** How long a match may be, at most. */
  private static final int LONGEST = 16 << 10;

  private static final long MOST_BITS = 64L << 20;

  private final Regex regex;
  private final int piece;

  /** What a match may start with; null when it may be empty. */
  private final boolean @Nullable [] firsts;

  /** Prepares an expression. */
  public Matches(Regex regex) {
    this.regex = regex;
    this.piece = Math.clamp(MOST_BITS / Math.max(1, regex.size()) / 2, 512, LONGEST);
    this.firsts = regex.firsts();
  }

  /** Takes matches. */
  @FunctionalInterface
  public interface Taker {
    /**
     * A match.
     *
     * @param groups where each group starts and ends, from the whole on; -1 for those not in it
     * @return whether to go on
     */
    boolean take(int[] groups);
  }

  /**
   * Finds matches.
   *
   * @param from where the text starts, for what looks back
   * @param to where it ends
   * @param first the first place that a match may start at
   * @param last the place behind the last one
   */
  public void each(byte[] text, int from, int to, int first, int last, Taker taker) {
    int at = first;
    while (at < last) {
      int until = Math.min(last, at + piece) - 1;
      int limit = Math.min(to, until + piece);
      int[] groups = next(text, from, limit, at, until);
      if (groups == null) {
        at = until + 1;
        continue;
      }
      boolean cut = groups[1] == limit && limit < to;
      if (!cut && groups[1] > groups[0] && !taker.take(groups)) return;
      at = Math.max(groups[0] + 1, groups[1]);
    }
  }

  private int @Nullable [] next(byte[] text, int from, int limit, int at, int until) {
    boolean[] starts = firsts;
    if (starts == null) return regex.find(text, from, limit, at, until);
    int start = at;
    while (start <= until && !starts[text[start] & 0xff]) start++;
    if (start > until) return null;
    return regex.find(text, from, limit, start, until);
  }
}
