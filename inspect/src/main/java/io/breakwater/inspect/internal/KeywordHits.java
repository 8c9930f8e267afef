package io.breakwater.inspect.internal;

/** Where keywords stand in a file, in the order of their ends. Bounded. */
public final class KeywordHits {
  /** The most places that are kept for one file and inspector, unless it asks for more. */
  public static final int MOST = 100_000;

  /** None. */
  public static final KeywordHits NONE = new KeywordHits();

  private int[] keywords = new int[4];
  private long[] ends = new long[4];
  private final int most;
  private int count;
  private boolean full;

  /** For the usual number of places. */
  public KeywordHits() {
    this(MOST);
  }

  /** For a number of places. */
  public KeywordHits(int most) {
    this.most = most;
  }

  /** How many places there are. */
  public int count() {
    return count;
  }

  /** Which keyword a place holds: its index in {@link FileInspector#keywords}. */
  public int keyword(int hit) {
    return keywords[hit];
  }

  /** Where the keyword ends: the position behind its last character. */
  public long end(int hit) {
    return ends[hit];
  }

  /** Whether there were more than are kept. */
  public boolean isFull() {
    return full;
  }

  /** Notes a place. */
  public void add(int keyword, long end) {
    if (count == most) {
      full = true;
      return;
    }
    if (count == keywords.length) {
      keywords = java.util.Arrays.copyOf(keywords, count * 4);
      ends = java.util.Arrays.copyOf(ends, count * 4);
    }
    keywords[count] = keyword;
    ends[count++] = end;
  }
}
