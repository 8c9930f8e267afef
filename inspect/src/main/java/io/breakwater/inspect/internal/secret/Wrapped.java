package io.breakwater.inspect.internal.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text that is wrapped in base 64: what secrets start with, and the data of Kubernetes Secrets. */
final class Wrapped {
  private static final int MOST_RUN = 16_384;
  private static final int MOST_LINES = 400;

  /** What the starts of secrets look like in base 64; then what makes a document a Secret. */
  static final List<String> KEYWORDS = keywords();

  private static final int FIRST_DOCUMENT;

  static {
    FIRST_DOCUMENT = KEYWORDS.size() - 3;
  }

  private Wrapped() {}

  /** Takes a text, and where what it was made of lies. */
  @FunctionalInterface
  interface Texts {
    void take(int from, int until, byte[] text);
  }

  private static List<String> keywords() {
    var all = new ArrayList<String>();
    for (String start :
        List.of(
            "-----BEGIN ",
            "AKIA",
            "ASIA",
            "LTAI",
            "ghp_",
            "github_pat_",
            "glpat-",
            "xoxb-",
            "xoxp-",
            "sk_live_",
            "sk-ant-",
            "sk-proj-",
            "npm_",
            "postgres://",
            "mysql://",
            "mongodb://",
            "mongodb+srv://",
            "redis://",
            "AIza",
            "hf_",
            "dckr_pat_",
            "SG.",
            "hvs.",
            "eyJhbGciOi")) {
      byte[] bytes = start.getBytes(StandardCharsets.US_ASCII);
      // Only the characters that no following byte changes.
      String coded = java.util.Base64.getEncoder().withoutPadding().encodeToString(bytes);
      all.add(coded.substring(0, bytes.length * 8 / 6).toLowerCase(java.util.Locale.ROOT));
    }
    all.add("kind: secret");
    all.add("\"kind\":\"secret\"");
    all.add("\"kind\": \"secret\"");
    return List.copyOf(all);
  }

  /** Unwraps what stands at a keyword. */
  static void at(byte[] text, int to, int keyword, int end, Texts texts) {
    if (keyword < FIRST_DOCUMENT) {
      int start = end - KEYWORDS.get(keyword).length();
      if (start > 0 && isBase64(text[start - 1]) && text[start - 1] != '=') return;
      run(text, to, start, "", texts);
    } else {
      document(text, to, end, texts);
    }
  }

  /** Decodes the run of base 64 that starts at a place. */
  private static int run(byte[] text, int to, int start, String before, Texts texts) {
    int end = start;
    while (end < to && end - start < MOST_RUN && isBase64(text[end])) end++;
    if (end - start < 8) return end;
    String run = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    String plain = SecretTests.text(SecretTests.decoded(run));
    if (!plain.isBlank()) {
      texts.take(start, end, (before + plain + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return end;
  }

  /** Decodes the values of a Secret: lines of a name and one run of base 64 each. */
  private static void document(byte[] text, int to, int from, Texts texts) {
    int at = from;
    for (int line = 0; line < MOST_LINES && at < to; line++) {
      int start = at;
      while (at < to && text[at] != '\n' && text[at] != ',' && text[at] != '{') at++;
      if (at - start >= 3 && text[start] == '-' && text[start + 1] == '-') return;
      pair(text, start, at, texts);
      at++;
    }
  }

  private static void pair(byte[] text, int start, int end, Texts texts) {
    int colon = start;
    while (colon < end && text[colon] != ':') colon++;
    if (colon == end) return;
    String name = new String(text, start, colon - start, StandardCharsets.ISO_8859_1);
    int value = colon + 1;
    while (value < end && (text[value] == ' ' || text[value] == '"' || text[value] == '\''))
      value++;
    if (value == end || !isBase64(text[value])) return;
    int stop = value;
    while (stop < end && isBase64(text[stop])) stop++;
    if ((stop - value) % 4 != 0) return;
    run(text, end, value, name.strip().replace("\"", "") + "=", texts);
  }

  private static boolean isBase64(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '+'
        || b == '/'
        || b == '=';
  }
}
