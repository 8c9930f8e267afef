package io.breakwater.advisory.ignore;

import io.breakwater.model.json.InvalidYamlException;
import io.breakwater.model.json.YamlNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads files of ignore rules: a YAML list of rules, or lines as in {@code .trivyignore}. What
 * cannot be understood is an error, as a mistyped rule would hide too much or nothing.
 */
public final class IgnoreFile {
  private static final int MOST_RULES = 100_000;

  private IgnoreFile() {}

  /**
   * The rules of a file.
   *
   * @param name of the file; one that ends with {@code .trivyignore} is read line by line, and one
   *     that ends with {@code .gitleaksignore} as fingerprints
   * @throws InvalidIgnoreException with line and column
   */
  public static List<IgnoreRule> read(String name, String text) throws InvalidIgnoreException {
    if (name.endsWith(".gitleaksignore")) return GitleaksIgnore.read(name, text);
    return name.endsWith(".trivyignore") ? lines(name, text) : yaml(name, text);
  }

  private static List<IgnoreRule> yaml(String name, String text) throws InvalidIgnoreException {
    Optional<YamlNode> document;
    try {
      document = YamlNode.parse(text);
    } catch (InvalidYamlException malformed) {
      throw new InvalidIgnoreException(String.valueOf(malformed.getMessage()), malformed);
    }
    if (document.isEmpty()) return List.of();
    YamlNode root = document.get();
    if (!(root instanceof YamlNode.Sequence(List<YamlNode> elements, int line, int column))) {
      throw new InvalidIgnoreException(root.line(), root.column(), "a list of rules was expected");
    }
    if (elements.size() > MOST_RULES) {
      throw new InvalidIgnoreException(line, column, "it has too many rules");
    }
    var rules = new ArrayList<IgnoreRule>(elements.size());
    for (YamlNode element : elements) {
      if (!(element instanceof YamlNode.Mapping rule)) {
        throw new InvalidIgnoreException(
            element.line(), element.column(), "a rule was expected, such as \"id: CVE-2024-1\"");
      }
      rules.add(RuleReader.read(name, rule));
    }
    return rules;
  }

  /** Ids with {@code exp:DATE}; the comment above or behind one is its reason. */
  private static List<IgnoreRule> lines(String name, String text) throws InvalidIgnoreException {
    var rules = new ArrayList<IgnoreRule>();
    String above = "";
    int number = 0;
    for (String whole : text.split("\n", -1)) {
      number++;
      String line = whole.strip();
      if (line.isEmpty()) above = "";
      if (line.startsWith("#")) {
        String words = line.substring(1).strip();
        above = above.isEmpty() ? words : above + " " + words;
      }
      if (line.isEmpty() || line.startsWith("#")) continue;
      int hash = line.indexOf(" #");
      String reason = hash < 0 ? above : line.substring(hash + 2).strip();
      rules.add(line(name, number, hash < 0 ? line : line.substring(0, hash), reason));
      if (rules.size() > MOST_RULES) {
        throw new InvalidIgnoreException(number, 1, "it has too many rules");
      }
    }
    return rules;
  }

  private static IgnoreRule line(String name, int number, String line, String reason)
      throws InvalidIgnoreException {
    String[] words = line.strip().replace('\t', ' ').split(" ", -1);
    Optional<LocalDate> expires = Optional.empty();
    for (int i = 1; i < words.length; i++) {
      String word = words[i];
      if (word.isEmpty()) continue;
      int column = line.indexOf(word) + 1;
      if (!word.startsWith("exp:")) {
        throw new InvalidIgnoreException(
            number,
            column,
            "what is " + quoted(word) + "? An id may be followed by exp:2027-01-31");
      }
      expires = Optional.of(date(word.substring(4), number, column + 4));
    }
    return IgnoreRule.ofId(name, number, words[0], reason, expires);
  }

  static LocalDate date(String text, int line, int column) throws InvalidIgnoreException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw new InvalidIgnoreException(
          line, column, quoted(text) + " is no date; write it as 2027-01-31");
    }
  }

  static String quoted(String text) {
    return '"' + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + '"';
  }
}
