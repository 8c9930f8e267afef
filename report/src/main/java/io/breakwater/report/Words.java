package io.breakwater.report;

import io.breakwater.model.Origin;
import io.breakwater.model.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Small pieces of text that several printers need. */
final class Words {
  private Words() {}

  /** The first characters of a text, with a sign that there were more. */
  static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end) + "…";
  }

  /** On one line, without characters that steer a terminal or turn the direction of writing. */
  static String line(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(steers(c) ? ' ' : c);
    }
    return out.toString().strip();
  }

  /** As {@link #line}, with its lines kept. */
  static String lines(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c != '\n' && c != '\t' && steers(c) ? ' ' : c);
    }
    return out.toString();
  }

  private static boolean steers(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** A severity as a word of its own. */
  static String capital(Severity severity) {
    String id = severity.id();
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  /** What code hosts sort by where no source gave a score. */
  static double score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 9.5;
      case HIGH -> 8.0;
      case MEDIUM -> 5.5;
      case LOW -> 3.0;
      case NEGLIGIBLE, UNKNOWN -> 1.0;
    };
  }

  static String origin(Origin origin) {
    return switch (origin) {
      case BASE -> "base image";
      case OWN -> "own layers";
      case UNKNOWN -> "origin unknown";
    };
  }

  /** The change that removes a finding, in one sentence; empty when none is known. */
  static String remedy(Document document, Document.Discovery finding) {
    if (!finding.json().text("remediation").isEmpty()) return finding.json().text("remediation");
    String name = document.packageOf(finding).map(Document.Component::name).orElse("the package");
    if (finding.kind().equals("malicious-package")) return "Remove " + name + ".";
    if (!finding.fixed().isEmpty()) return "Upgrade " + name + " to " + finding.fixed() + ".";
    return "";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A text in XML: characters that XML cannot hold are replaced. */
  static String xml(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        case '\r' -> out.append("&#13;");
        default -> {
          boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
          if (pair) out.append(c).append(text.charAt(++i));
          else if (c < ' ' || Character.isSurrogate(c) || c >= 0xfffe) out.append('\ufffd');
          else out.append(c);
        }
      }
    }
    return out.toString();
  }
}
