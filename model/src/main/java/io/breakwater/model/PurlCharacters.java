package io.breakwater.model;

import io.breakwater.model.InvalidPurlException.Part;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Characters of package URLs: which are allowed where, percent-encoding and decoding. */
final class PurlCharacters {
  private static final String HEX = "0123456789ABCDEF";
  private static final int LONGEST_WORD = 128;

  /** Bit n is set if the ASCII character n (in the second: 64 + n) is never percent-encoded. */
  private static final long PLAIN_LOW = bits(0, "-.:0123456789");

  private static final long PLAIN_HIGH =
      bits(64, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~");

  private PurlCharacters() {}

  private static long bits(int first, String characters) {
    long bits = 0;
    for (int i = 0; i < characters.length(); i++) bits |= 1L << (characters.charAt(i) - first);
    return bits;
  }

  private static boolean isPlain(char c) {
    if (c >= 128) return false;
    long bits = c < 64 ? PLAIN_LOW : PLAIN_HIGH;
    return ((bits >>> c) & 1) != 0; // a shift looks at the low six bits of its distance
  }

  /** Appends the text percent-encoded; slashes stay where they separate. */
  static void encode(String text, boolean slashesSeparate, StringBuilder out) {
    int length = text.length();
    int done = 0;
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      if (isPlain(c) || (c == '/' && slashesSeparate)) {
        i++;
        continue;
      }
      out.append(text, done, i);
      done = i + Character.charCount(text.codePointAt(i));
      if (c < 128) {
        escape(c, out);
      } else {
        for (byte b : text.substring(i, done).getBytes(StandardCharsets.UTF_8)) {
          escape(b & 0xFF, out);
        }
      }
      i = done;
    }
    if (done == 0) out.append(text);
    else out.append(text, done, length);
  }

  private static void escape(int octet, StringBuilder out) {
    out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
  }

  /** What the text from {@code start} to {@code end} stands for. */
  static String decode(Part part, String text, int start, int end) {
    int percent = text.indexOf('%', start, end);
    if (percent < 0) return text.substring(start, end);
    var out = new StringBuilder(end - start);
    int plain = start;
    while (percent >= 0) {
      out.append(text, plain, percent);
      int stop = percent;
      while (stop < end && text.charAt(stop) == '%') stop += 3;
      if (stop > end) throw badEscape(part, text, start, end);
      decodeRun(part, text.substring(start, end), text.substring(percent, stop), out);
      plain = stop;
      percent = text.indexOf('%', stop, end);
    }
    return out.append(text, plain, end).toString();
  }

  /** Decodes a run of escapes, which must be UTF-8 on its own. */
  private static void decodeRun(Part part, String whole, String run, StringBuilder out) {
    var bytes = new byte[run.length() / 3];
    boolean ascii = true;
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(run.charAt(3 * i + 1), 16);
      int low = Character.digit(run.charAt(3 * i + 2), 16);
      if (high < 0 || low < 0 || run.charAt(3 * i + 1) > 'f' || run.charAt(3 * i + 2) > 'f') {
        throw badEscape(part, whole, 0, whole.length());
      }
      bytes[i] = (byte) ((high << 4) | low);
      ascii &= bytes[i] >= 0;
    }
    if (ascii) {
      for (byte b : bytes) out.append((char) b);
      return;
    }
    try {
      out.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
    } catch (CharacterCodingException e) {
      var problem = new InvalidPurlException(part, whole, "its escapes are not UTF-8");
      problem.initCause(e);
      throw problem;
    }
  }

  private static InvalidPurlException badEscape(Part part, String text, int start, int end) {
    return new InvalidPurlException(
        part, text.substring(start, end), "two hexadecimal digits must follow a percent sign");
  }

  static void checkType(String type) {
    boolean valid =
        !type.isEmpty() && type.length() <= LONGEST_WORD && !Ascii.isDigit(type.charAt(0));
    for (int i = 0; valid && i < type.length(); i++) {
      char c = type.charAt(i);
      valid = Ascii.isLetterOrDigit(c) || (i > 0 && (c == '.' || c == '-'));
    }
    if (!valid) {
      throw new InvalidPurlException(
          Part.TYPE, type, "a type is a letter, then letters, digits, periods and dashes");
    }
  }

  static void checkKey(String key) {
    boolean valid = !key.isEmpty() && key.length() <= LONGEST_WORD && Ascii.isLower(key.charAt(0));
    for (int i = 1; valid && i < key.length(); i++) {
      char c = key.charAt(i);
      valid = Ascii.isLowerOrDigit(c) || c == '.' || c == '-' || c == '_';
    }
    if (!valid) {
      throw new InvalidPurlException(
          Part.QUALIFIERS,
          key,
          "a key is a lower-case letter, then such letters, digits, periods, dashes, underscores");
    }
  }

  /** The length of a text that has no half of a surrogate pair, which no UTF-8 can express. */
  static int checkedLength(Part part, String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) >= Character.MIN_SURROGATE) return checkedPairs(part, text, i);
    }
    return length;
  }

  private static int checkedPairs(Part part, String text, int start) {
    char previous = 0;
    for (int i = start; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : 0;
      if (Character.isHighSurrogate(previous) != Character.isLowSurrogate(c)) {
        throw new InvalidPurlException(part, text, "it is not valid Unicode");
      }
      previous = c;
    }
    return text.length();
  }

  /** The path without empty segments and, if asked for, without {@code .} and {@code ..}. */
  static String segments(String path, boolean withoutDots) {
    if (path.isEmpty() || (path.indexOf('/') < 0 && path.charAt(0) != '.')) return path;
    boolean slashes = path.charAt(0) == '/' || path.endsWith("/") || path.contains("//");
    boolean dots = withoutDots && (path.charAt(0) == '.' || path.contains("/."));
    if (!slashes && !dots) return path;
    var kept = new StringBuilder(path.length());
    int from = 0;
    while (from < path.length()) {
      int to = path.indexOf('/', from);
      if (to < 0) to = path.length();
      String segment = path.substring(from, to);
      boolean dot = withoutDots && (segment.equals(".") || segment.equals(".."));
      if (!segment.isEmpty() && !dot) {
        if (!kept.isEmpty()) kept.append('/');
        kept.append(segment);
      }
      from = to + 1;
    }
    return kept.toString();
  }

  static String withoutOuterSlashes(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == '/') start++;
    while (end > start && text.charAt(end - 1) == '/') end--;
    return text.substring(start, end);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
