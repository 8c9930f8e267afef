package io.breakwater.inspect.internal.licence;

/**
 * Tells texts apart that differ in one sentence, in which the names of people stand: too little for
 * a sample of runs of words to notice.
 */
final class Nearly {
  private Nearly() {}

  /** The id of the licence that a text is, which was taken for one. */
  static String refined(String id, String text) {
    return switch (id) {
      case "BSD-2-Clause", "BSD-3-Clause", "BSD-1-Clause" -> {
        String words = words(text);
        boolean endorse = words.contains("to endorse or promote products");
        if (endorse && words.contains("all advertising materials mentioning features")) {
          yield words.contains("university of california") ? "BSD-4-Clause-UC" : "BSD-4-Clause";
        }
        if (endorse) yield "BSD-3-Clause";
        yield id.equals("BSD-3-Clause") ? "BSD-2-Clause" : id;
      }
      default -> id;
    };
  }

  /** Lower case words, one blank between them, without marks of comments and lists. */
  static String words(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      boolean part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (part) out.append(c);
      else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
    }
    return out.toString();
  }
}
