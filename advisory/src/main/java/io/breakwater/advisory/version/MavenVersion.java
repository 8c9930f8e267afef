package io.breakwater.advisory.version;

import java.util.Arrays;
import java.util.Locale;

/**
 * A version as Maven takes it apart: items (numbers and qualifiers) in lists, where a list may have
 * one more list as its last element, which a hyphen or a change between digits and letters opens.
 * Items that mean nothing (0, {@code ga}, {@code final}, {@code release}) are dropped from the end
 * of each list.
 *
 * <p>Since only the last element can be a list, the tree is a chain, and the chain is kept flat:
 * the items' positions in one array, with {@link #OPEN} where the next list begins. Nothing
 * recurses, however many hyphens a hostile version has.
 */
final class MavenVersion {
  private static final int OPEN = -1;

  /** The places of the qualifiers; a single letter before a digit is short for the first three. */
  private static final int ALPHA = 0;

  private static final int BETA = 1;
  private static final int MILESTONE = 2;
  private static final int CANDIDATE = 3;
  private static final int SNAPSHOT = 4;
  private static final int RELEASE = 5;
  private static final int SERVICE_PACK = 6;
  private static final int UNKNOWN = 7;

  private final String text;

  /** Start and end of each item, or {@link #OPEN} twice. */
  private int[] items = new int[16];

  private int size;

  /** How much of {@link #items} stays when the list at the end is trimmed. */
  private int kept;

  private int listStart;

  MavenVersion(String version) {
    text = version.toLowerCase(Locale.ROOT);
    int start = 0;
    boolean digits = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '-') {
        add(start, i);
        start = i + 1;
        if (c == '-') {
          open();
        }
      } else if (Chars.isDigit(c)) {
        if (!digits && i > start) {
          add(start, i);
          start = i;
          open();
        }
        digits = true;
      } else {
        if (digits && i > start) {
          add(start, i);
          start = i;
          open();
        }
        digits = false;
      }
    }
    if (start < text.length()) {
      add(start, text.length());
    }
    size = kept;
  }

  private void add(int start, int end) {
    push(start, end);
    if (sign(size - 2) != 0) {
      kept = size;
    }
  }

  /** Ends the list, dropping what means nothing from its end, and begins the next one in it. */
  private void open() {
    size = Math.max(kept, listStart);
    push(OPEN, OPEN);
    listStart = size;
  }

  private void push(int start, int end) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = start;
    items[size++] = end;
  }

  int compareTo(MavenVersion other) {
    int i = 0;
    int j = 0;
    while (i < size && j < other.size) {
      int order = compareItems(i, other, j);
      if (order != 0) {
        return order;
      }
      i += 2;
      j += 2;
    }
    return i < size ? sign(i, size) : -other.sign(j, other.size);
  }

  /** How the items from {@code from} on compare with nothing: by the first that means something. */
  private int sign(int from, int to) {
    for (int i = from; i < to; i += 2) {
      int sign = sign(i);
      if (sign != 0) {
        return sign;
      }
    }
    return 0;
  }

  private int sign(int item) {
    if (items[item] == OPEN) {
      return 0;
    }
    if (isNumber(item)) {
      return Chars.skipZeros(text, items[item], items[item + 1]) < items[item + 1] ? 1 : 0;
    }
    return Integer.compare(rank(item), RELEASE);
  }

  /** A number is newer than a list, a list newer than a qualifier. */
  private int compareItems(int item, MavenVersion other, int otherItem) {
    int kinds = Integer.compare(kind(item), other.kind(otherItem));
    if (kinds != 0 || items[item] == OPEN) {
      return kinds;
    }
    int start = items[item];
    int end = items[item + 1];
    int otherStart = other.items[otherItem];
    int otherEnd = other.items[otherItem + 1];
    if (isNumber(item)) {
      return Chars.compareNumbers(text, start, end, other.text, otherStart, otherEnd);
    }
    int rank = rank(item);
    int ranks = Integer.compare(rank, other.rank(otherItem));
    return ranks != 0 || rank != UNKNOWN
        ? ranks
        : Chars.compareText(text, start, end, other.text, otherStart, otherEnd);
  }

  private int kind(int item) {
    if (items[item] == OPEN) {
      return 1;
    }
    return isNumber(item) ? 2 : 0;
  }

  private boolean isNumber(int item) {
    return items[item] == items[item + 1] || Chars.isDigit(text.charAt(items[item]));
  }

  private int rank(int item) {
    int start = items[item];
    int end = items[item + 1];
    boolean brief = end == start + 1 && Chars.digitAt(text, end, text.length());
    return switch (text.charAt(start)) {
      case 'a' -> brief || is(item, "alpha") ? ALPHA : UNKNOWN;
      case 'b' -> brief || is(item, "beta") ? BETA : UNKNOWN;
      case 'm' -> brief || is(item, "milestone") ? MILESTONE : UNKNOWN;
      case 'c' -> is(item, "cr") ? CANDIDATE : UNKNOWN;
      case 'r' -> is(item, "rc") ? CANDIDATE : is(item, "release") ? RELEASE : UNKNOWN;
      case 'f' -> is(item, "final") ? RELEASE : UNKNOWN;
      case 'g' -> is(item, "ga") ? RELEASE : UNKNOWN;
      case 's' -> is(item, "snapshot") ? SNAPSHOT : is(item, "sp") ? SERVICE_PACK : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private boolean is(int item, String word) {
    return Chars.is(text, items[item], items[item + 1], word);
  }
}
