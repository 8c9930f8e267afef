package io.breakwater.inventory.internal.text;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the lines of a text that is in memory, without making strings of those that nobody
 * wants. A line ends at a line feed, which may follow a carriage return, or at the end of the text.
 */
public final class Lines {
  private final byte[] bytes;
  private int start;
  private int end;
  private int next;

  /** Before the first line. The array is not copied. */
  public Lines(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Goes to the next line, if there is one. */
  public boolean next() {
    if (next >= bytes.length) return false;
    start = next;
    int i = start;
    while (i < bytes.length && bytes[i] != '\n') i++;
    next = i + 1;
    end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
    return true;
  }

  /** Whether nothing stands in the line but blanks. */
  public boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') return false;
    }
    return true;
  }

  /** Its length in bytes. */
  public int length() {
    return end - start;
  }

  /** The byte at an index of the line, or -1 after its end. */
  public int at(int index) {
    return start + index < end ? bytes[start + index] & 0xff : -1;
  }

  /** Whether the line starts with these ASCII characters. */
  public boolean startsWith(String ascii) {
    int n = ascii.length();
    if (length() < n) return false;
    for (int i = 0; i < n; i++) {
      if (bytes[start + i] != ascii.charAt(i)) return false;
    }
    return true;
  }

  /** Whether the line starts with these ASCII characters, which are lower-case, in any case. */
  public boolean startsWithIgnoringCase(String ascii) {
    int n = ascii.length();
    if (length() < n) return false;
    for (int i = 0; i < n; i++) {
      int c = bytes[start + i];
      if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
      if (c != ascii.charAt(i)) return false;
    }
    return true;
  }

  /** The line from an index on, as UTF-8, without blanks around it. */
  public String text(int from) {
    int low = start + Math.min(from, length());
    int high = end;
    while (low < high && isBlank(bytes[low])) low++;
    while (high > low && isBlank(bytes[high - 1])) high--;
    return new String(bytes, low, high - low, StandardCharsets.UTF_8);
  }

  /** The line as it stands, as UTF-8. */
  public String whole() {
    return new String(bytes, start, length(), StandardCharsets.UTF_8);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
