package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.shell.Places;
import java.util.Arrays;

/** A text put together from pieces of a file; it knows where each character came from. */
final class JoinedText implements Places {
  private final SourceFile file;
  private final String text;
  private final int[] starts;
  private final int[] origins;

  private JoinedText(SourceFile file, String text, int[] starts, int[] origins) {
    this.file = file;
    this.text = text;
    this.starts = starts;
    this.origins = origins;
  }

  String text() {
    return text;
  }

  @Override
  public int origin(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int piece = found >= 0 ? found : -found - 2;
    return Math.min(origins[piece] + offset - starts[piece], file.text().length());
  }

  /** The offset in the file behind the character before {@code offset}. */
  int originOfEnd(int offset) {
    return offset == 0 ? origin(0) : origin(offset - 1) + 1;
  }

  @Override
  public int line(int offset) {
    return file.line(origin(offset));
  }

  @Override
  public int column(int offset) {
    return file.column(origin(offset));
  }

  /** A part of this text as a text of its own. */
  JoinedText part(int from, int to) {
    var out = new Builder(file);
    int at = from;
    while (at < to) {
      int found = Arrays.binarySearch(starts, at);
      int piece = found >= 0 ? found : -found - 2;
      int end = piece + 1 < starts.length ? Math.min(starts[piece + 1], to) : to;
      int origin = origins[piece] + at - starts[piece];
      out.append(origin, origin + end - at);
      at = end;
    }
    return out.build(origin(from));
  }

  /** Puts pieces together. */
  static final class Builder {
    private final SourceFile file;
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[4];
    private int[] origins = new int[4];
    private int count;

    Builder(SourceFile file) {
      this.file = file;
    }

    int length() {
      return text.length();
    }

    /** Adds a piece of the file. */
    void append(int from, int to) {
      if (from >= to) return;
      mark(from);
      text.append(file.text(), from, to);
    }

    /** Adds all of another text of the same file. */
    void append(JoinedText other) {
      for (int i = 0; i < other.starts.length; i++) {
        int end = i + 1 < other.starts.length ? other.starts[i + 1] : other.text.length();
        append(other.origins[i], other.origins[i] + end - other.starts[i]);
      }
    }

    /** Adds what does not stand in the file, as if it stood at {@code origin}. */
    void insert(String added, int origin) {
      for (int i = 0; i < added.length(); i++) {
        mark(origin);
        text.append(added.charAt(i));
      }
    }

    private void mark(int origin) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        origins = Arrays.copyOf(origins, count * 2);
      }
      starts[count] = text.length();
      origins[count++] = origin;
    }

    /**
     * The text.
     *
     * @param origin where an empty text stands
     */
    JoinedText build(int origin) {
      if (count == 0) mark(origin);
      return new JoinedText(
          file, text.toString(), Arrays.copyOf(starts, count), Arrays.copyOf(origins, count));
    }
  }
}
