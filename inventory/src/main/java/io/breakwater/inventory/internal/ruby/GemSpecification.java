package io.breakwater.inventory.internal.ruby;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a gem's specification says. RubyGems generates these files: Ruby code of one form, {@code
 * s.name = "rake".freeze}, with one assignment a line. It is never run; what is no plain string is
 * taken from the stub line or the file's name.
 *
 * @param name empty when nothing tells it
 * @param version may be empty
 * @param licences as written
 * @param needs the gems that it needs when it runs
 */
record GemSpecification(String name, String version, List<String> licences, List<String> needs) {
  private static final int MOST_NEEDS = 1_000;
  private static final int MAX_LICENCES = 50;

  /** Reads a specification; never fails. */
  static GemSpecification parse(String text, String fileName) {
    String name = "";
    String version = "";
    List<String> licences = new ArrayList<>();
    var needs = new LinkedHashSet<String>();
    String stubName = "";
    String stubVersion = "";
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      int start = at;
      while (start < end && text.charAt(start) <= ' ') start++;
      if (text.startsWith("# stub: ", start)) {
        int first = text.indexOf(' ', start + 8, end);
        int second = first < 0 ? -1 : text.indexOf(' ', first + 1, end);
        if (second > 0) {
          stubName = text.substring(start + 8, first);
          stubVersion = text.substring(first + 1, second);
        }
      } else if (start < end && text.charAt(start) != '#') {
        int equals = text.indexOf('=', start, end);
        int dot = text.indexOf('.', start, end);
        String need = dot > start ? need(text, dot + 1, end) : "";
        if (!need.isEmpty()) {
          if (needs.size() < MOST_NEEDS) needs.add(need);
        } else if (dot > start && equals > dot) {
          String value = text.substring(equals + 1, end);
          switch (text.substring(dot + 1, equals).strip()) {
            case "name" -> name = name.isEmpty() ? string(value) : name;
            case "version" -> version = version.isEmpty() ? string(value) : version;
            case "license", "licenses" -> strings(value, licences);
            default -> {}
          }
        }
      }
      at = end + 1;
    }
    if (name.isEmpty()) name = stubName;
    if (version.isEmpty()) version = stubVersion;
    if (name.isEmpty() || version.isEmpty()) {
      return ofFileName(name, version, fileName, licences, List.copyOf(needs));
    }
    return new GemSpecification(name, version, licences, List.copyOf(needs));
  }

  /** The gem of {@code add_runtime_dependency(%q<name>.freeze, ...)}, or quoted; else empty. */
  private static String need(String text, int start, int end) {
    int at = start;
    if (text.startsWith("add_runtime_dependency", at)) at += "add_runtime_dependency".length();
    else if (text.startsWith("add_dependency", at)) at += "add_dependency".length();
    else return "";
    while (at < end && (text.charAt(at) == '(' || text.charAt(at) == ' ')) at++;
    if (text.startsWith("%q", at)) at += 2;
    if (at >= end) return "";
    char open = text.charAt(at);
    if (open != '<' && open != '"' && open != '\'') return "";
    int close = text.indexOf(open == '<' ? '>' : open, at + 1, end);
    return close < 0 ? "" : text.substring(at + 1, close);
  }

  /** {@code name-1.2.3[-platform].gemspec}. */
  private static GemSpecification ofFileName(
      String name, String version, String fileName, List<String> licences, List<String> needs) {
    String stem = fileName.substring(0, Math.max(0, fileName.lastIndexOf('.')));
    for (int at = stem.indexOf('-'); at >= 0; at = stem.indexOf('-', at + 1)) {
      if (at + 1 < stem.length() && stem.charAt(at + 1) >= '0' && stem.charAt(at + 1) <= '9') {
        int end = stem.indexOf('-', at + 1);
        return new GemSpecification(
            name.isEmpty() ? stem.substring(0, at) : name,
            version.isEmpty() ? stem.substring(at + 1, end < 0 ? stem.length() : end) : version,
            licences,
            needs);
      }
    }
    return new GemSpecification(name.isEmpty() ? stem : name, version, licences, needs);
  }

  /** The string that a value begins with, perhaps inside {@code Gem::Version.new(...)}. */
  private static String string(String value) {
    int at = 0;
    while (at < value.length() && value.charAt(at) <= ' ') at++;
    for (String call : new String[] {"Gem::Version.new", "("}) {
      if (value.startsWith(call, at)) at += call.length();
    }
    var one = new ArrayList<String>(1);
    if (at < value.length() && (value.charAt(at) == '"' || value.charAt(at) == '\'')) {
      strings(value.substring(at), one);
    }
    return one.isEmpty() ? "" : one.getFirst();
  }

  /** Every quoted string of a line. */
  private static void strings(String value, List<String> into) {
    int at = 0;
    while (at < value.length() && into.size() < MAX_LICENCES) {
      char quote = value.charAt(at++);
      if (quote != '"' && quote != '\'') continue;
      int end = value.indexOf(quote, at);
      if (end < 0) return;
      String text = value.substring(at, end);
      if (text.indexOf('\\') < 0 && !text.contains("#{")) into.add(text);
      at = end + 1;
    }
  }
}
