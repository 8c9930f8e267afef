package io.breakwater.inventory.internal.classifier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its version: text with the version and other varying parts in braces. Each
 * part takes all it can and nothing is tried twice, so that a match costs no more than the bytes it
 * looks at, which are bounded.
 *
 * <ul>
 *   <li><code>{v}</code> numbers with dots between: two to five; <code>{v3}</code> three, <code>
 *       {v1-3}</code> one to three
 *   <li><code>{packed}</code> a version as one number: 20914 is 2.9.14; <code>{dotnet}</code> a
 *       file version of .NET: 8.0.1024.46610 is 8.0.10
 *   <li><code>{=}</code> nothing: the text up to the next part is of the version
 *   <li>parts of the version behind it, each if it is there: <code>{pre}</code> such as -rc1,
 *       beta2; <code>{patch}</code> such as p1, -P1; <code>{rev}</code> such as -60; <code>{letter}
 *       </code>; <code>{tail}</code> any letters, digits and {@code . _ + - ~}
 *   <li>not of the version: <code>{num}</code> digits; <code>{word}</code> any or no letters,
 *       digits and {@code . _ + - ~}; <code>{line}</code> whatever printable comes before the text
 *       that follows; <code>{0}</code> one or more zero bytes; <code>{end}</code> nothing, where no
 *       letter, digit or dot with digit follows
 *   <li><code>\0 \n \r \t \\ \{ \xNN</code> a byte
 * </ul>
 */
final class Pattern {
  /** How many bytes before the anchor a match may start, and after its end a match may end. */
  static final int MOST_BEFORE = 256;

  static final int MOST_AFTER = 512;

  /** Longer texts are not looked for as a whole. */
  private static final int MOST_ANCHOR = 28;

  private final List<Part> parts;
  private final int anchorPart;
  private final int anchorStart;
  private final String anchor;

  /** A match: where it starts and ends, and the version. */
  record Match(int start, int end, String version) {}

  private Pattern(List<Part> parts) {
    this.parts = parts;
    int best = -1;
    String longest = "";
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.Text text && text.text().length() > longest.length()) {
        best = i;
        longest = text.text();
      }
    }
    anchorPart = best;
    // Of a long text its end: versions mostly follow.
    anchorStart = Math.max(0, longest.length() - MOST_ANCHOR);
    anchor = longest.substring(anchorStart);
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Pattern of(String source) {
    var parts = new ArrayList<Part>();
    var text = new StringBuilder();
    int counted = -1;
    for (int at = 0; at <= source.length(); ) {
      boolean end = at == source.length();
      if (!end && source.charAt(at) != '{') {
        at = Escapes.character(source, at, text);
        continue;
      }
      if (!end && source.startsWith("{=}", at)) {
        counted = text.length();
        at += 3;
        continue;
      }
      if (!text.isEmpty()) {
        parts.add(new Part.Text(text.toString(), counted < 0 ? text.length() : counted));
      }
      text.setLength(0);
      counted = -1;
      if (end) break;
      int close = source.indexOf('}', at);
      if (close < 0) throw new IllegalArgumentException("a brace is open in " + source);
      parts.add(Part.of(source.substring(at + 1, close)));
      at = close + 1;
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      if (parts.get(i) == Part.Plain.LINE && (last || !(parts.get(i + 1) instanceof Part.Text))) {
        throw new IllegalArgumentException("text has to follow {line} in " + source);
      }
    }
    return new Pattern(List.copyOf(parts));
  }

  /** The text to look for: where it is, the pattern may match. */
  String anchor() {
    return anchor;
  }

  /**
   * The match around an anchor.
   *
   * @param at where the anchor starts
   */
  @Nullable Match match(byte[] bytes, int length, int at) {
    int text = at - anchorStart;
    if (anchorPart == 0) return text < 0 ? null : run(bytes, length, text, -1);
    for (int start = Math.max(0, text - MOST_BEFORE); start < text; start++) {
      Match match = run(bytes, length, start, text);
      if (match != null) return match;
    }
    return null;
  }

  /**
   * The match that starts at a place.
   *
   * @param text where the text with the anchor has to start; negative when it is the first part
   */
  private @Nullable Match run(byte[] bytes, int length, int start, int text) {
    if (!parts.getFirst().mayFollow(start == 0 ? -1 : bytes[start - 1] & 0xff)) return null;
    var version = new StringBuilder();
    int at = start;
    for (int i = 0; i < parts.size(); i++) {
      if (i == anchorPart && text >= 0 && at != text) return null;
      Part part = parts.get(i);
      if (part == Part.Plain.LINE) {
        at = line(bytes, length, at, (Part.Text) parts.get(i + 1));
      } else {
        at = part.take(bytes, length, at, version);
      }
      if (at < 0) return null;
    }
    return version.isEmpty() ? null : new Match(start, at, version.toString());
  }

  private static int line(byte[] bytes, int length, int from, Part.Text until) {
    int most = Math.min(length, from + MOST_BEFORE);
    for (int at = from; at < most; at++) {
      if (until.isAt(bytes, length, at)) return at;
      if (bytes[at] < ' ' && bytes[at] >= 0) return -1;
    }
    return -1;
  }
}
