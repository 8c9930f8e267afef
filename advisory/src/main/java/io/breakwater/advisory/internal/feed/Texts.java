package io.breakwater.advisory.internal.feed;

import java.util.List;

/** Texts of feeds, brought to a size that a report can bear. */
final class Texts {
  private static final int MAX_TITLE = 300;
  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_REFERENCES = 30;
  private static final int MAX_REFERENCE = 2_000;

  private Texts() {}

  /** One line: white space runs are one space, control characters go. */
  static String title(String text) {
    var out = new StringBuilder(Math.min(text.length(), MAX_TITLE) + 1);
    boolean gap = false;
    for (int i = 0; i < text.length() && out.length() < MAX_TITLE; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        gap = true;
        continue;
      }
      if (gap && !out.isEmpty()) out.append(' ');
      gap = false;
      out.append(c);
    }
    return cut(out.toString(), MAX_TITLE);
  }

  /** A description, cut at a word where it is very long. */
  static String description(String text) {
    return cut(text.strip(), MAX_DESCRIPTION);
  }

  /** References that are URLs, without repetitions. */
  static List<String> references(List<String> urls) {
    return urls.stream()
        .map(String::strip)
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
        .filter(url -> url.length() <= MAX_REFERENCE)
        .distinct()
        .limit(MAX_REFERENCES)
        .toList();
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) return text;
    int space = text.lastIndexOf(' ', max - 2);
    int end = space > max / 2 ? space : max - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end).stripTrailing() + "…";
  }
}
