package io.breakwater.inspect.internal.config;

import java.util.List;
import java.util.Set;

/** What is shown of commands: enough to find them again, and nothing that may be a secret. */
final class Shown {
  private static final int LONGEST = 120;
  private static final int LONGEST_WORD = 60;

  private static final Set<String> BEFORE_SECRETS =
      Set.of(
          "-u",
          "--user",
          "-p",
          "--password",
          "-H",
          "--header",
          "-d",
          "--data",
          "-b",
          "--cookie",
          "--http-password",
          "--token",
          "-a",
          "--build-arg",
          "-e",
          "--env");

  private Shown() {}

  /** A command by its words. */
  static String command(List<String> words) {
    var out = new StringBuilder();
    boolean hide = false;
    for (String word : words) {
      if (!out.isEmpty()) out.append(' ');
      out.append(hide ? "…" : word(word));
      hide = BEFORE_SECRETS.contains(word);
      if (out.length() > LONGEST) return out.substring(0, LONGEST) + "…";
    }
    return out.toString();
  }

  private static String word(String word) {
    if (word.contains("://")) return url(word);
    int equals = word.indexOf('=');
    if (equals >= 0) return word.substring(0, equals + 1) + "…";
    return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "…" : word;
  }

  /** An address without user, password and query. */
  static String url(String url) {
    int scheme = url.indexOf("://") + 3;
    int query = url.indexOf('?', scheme);
    String plain = query < 0 ? url : url.substring(0, query);
    int at = plain.lastIndexOf('@');
    return at < scheme ? plain : plain.substring(0, scheme) + "…" + plain.substring(at);
  }
}
