package io.breakwater.oci.internal.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A challenge of a {@code WWW-Authenticate} header field (RFC 9110, section 11.6.1).
 *
 * @param scheme how to authenticate, lower case
 * @param parameters by name, lower case; where a name repeats the first one holds
 */
record Challenge(String scheme, Map<String, String> parameters) {
  private static final int LONGEST = 64 << 10;

  /** The value of a parameter; empty text when it is missing. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The challenges of all such fields of an answer; what is malformed is left out. */
  static List<Challenge> parse(List<String> fields) {
    var out = new ArrayList<Challenge>();
    for (String field : fields) {
      if (field.length() <= LONGEST) new Scanner(field).challenges(out);
    }
    return out;
  }

  /** Leaves out the values, which name accounts at times. */
  @Override
  public String toString() {
    return scheme + parameters.keySet();
  }

  /** One pass over one field. */
  private static final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    void challenges(List<Challenge> out) {
      while (true) {
        skip(" \t,");
        String scheme = token();
        if (scheme.isEmpty()) return;
        var parameters = new LinkedHashMap<String, String>();
        int before = at;
        skip(" \t");
        boolean sound = at == before || token68() || parameters(parameters);
        out.add(
            new Challenge(
                scheme.toLowerCase(Locale.ROOT), Collections.unmodifiableMap(parameters)));
        if (!sound) return;
      }
    }

    /** Skips credentials that are one word, as Negotiate sends; false when there are none. */
    private boolean token68() {
      int start = at;
      while (at < text.length() && (isToken(text.charAt(at)) || text.charAt(at) == '/')) at++;
      boolean word = at > start;
      while (at < text.length() && text.charAt(at) == '=') at++;
      skip(" \t");
      if (word && (at == text.length() || text.charAt(at) == ',')) return true;
      at = start;
      return false;
    }

    /** Reads parameters up to the next challenge; false when one is malformed. */
    private boolean parameters(Map<String, String> into) {
      while (true) {
        int start = at;
        skip(" \t,");
        String name = token();
        skip(" \t");
        if (name.isEmpty() || at == text.length() || text.charAt(at) != '=') {
          at = start; // a scheme, the end, or something else, which the caller finds
          return true;
        }
        at++;
        skip(" \t");
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        String value = quoted ? quoted() : token();
        if (quoted && at > text.length()) return false;
        into.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
      }
    }

    /** Reads a quoted string; ends beyond the text when the closing quote is missing. */
    private String quoted() {
      var out = new StringBuilder();
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) at++;
        out.append(text.charAt(at++));
      }
      at++;
      return out.toString();
    }

    private String token() {
      int start = at;
      while (at < text.length() && isToken(text.charAt(at))) at++;
      return text.substring(start, at);
    }

    private void skip(String characters) {
      while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) at++;
    }

    private static boolean isToken(char c) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
  }
}
