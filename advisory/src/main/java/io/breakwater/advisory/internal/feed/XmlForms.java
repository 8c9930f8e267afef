package io.breakwater.advisory.internal.feed;

/** Tells XML documents apart by their root elements. */
final class XmlForms {
  private XmlForms() {}

  /** Whether the first element of a file has this local name. */
  static boolean isRoot(Sample sample, String name) {
    for (String line : sample.head()) {
      int at = line.indexOf('<');
      while (at >= 0 && at + 1 < line.length()) {
        char next = line.charAt(at + 1);
        if (Character.isLetter(next)) return startsWithName(line, at + 1, name);
        at = line.indexOf('<', at + 1);
      }
    }
    return false;
  }

  private static boolean startsWithName(String line, int from, String name) {
    int end = from;
    while (end < line.length() && isNameCharacter(line.charAt(end))) end++;
    String found = line.substring(from, end);
    return found.substring(found.indexOf(':') + 1).equals(name);
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ':' || c == '.';
  }
}
