package io.breakwater.inspect.internal.secret;

import io.breakwater.model.Confidence;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads rules: blocks between blank lines. A block's first line is {@code id severity English name
 * | Chinese name}; then one letter says what a line holds: {@code x} that code finds it, {@code k}
 * keywords, {@code t} the expression of a token, {@code v} that of a value, {@code c} tests, {@code
 * f} ends of file names, {@code o} options, {@code +} an example, {@code -} a counter-example.
 */
final class RuleFile {
  private final List<SecretRule> rules = new ArrayList<>();
  private String head = "";
  private List<String> keywords = List.of();
  private SecretRule.Form form = SecretRule.Form.TOKEN;
  private String pattern = "";
  private List<String> tests = List.of();
  private List<String> files = List.of();
  private List<String> options = List.of();
  private final List<String> examples = new ArrayList<>();
  private final List<String> counterExamples = new ArrayList<>();

  private RuleFile() {}

  /**
   * The rules of a file.
   *
   * @throws IllegalArgumentException naming the block that is wrong
   */
  static List<SecretRule> read(String text) {
    var file = new RuleFile();
    text.lines().filter(line -> !line.startsWith("#")).forEach(file::line);
    file.end();
    return file.rules;
  }

  private void line(String line) {
    if (line.isEmpty()) {
      end();
    } else if (head.isEmpty()) {
      head = line;
    } else if (line.equals("x")) {
      form = SecretRule.Form.CODE;
    } else {
      String rest = line.substring(2);
      switch (line.charAt(0)) {
        case 'k' -> keywords = words(rest);
        case 't' -> pattern = rest;
        case 'v' -> {
          form = SecretRule.Form.VALUE;
          pattern = rest;
        }
        case 'c' -> tests = words(rest);
        case 'f' -> files = words(rest);
        case 'o' -> options = words(rest);
        case '+' -> examples.add(rest);
        case '-' -> counterExamples.add(rest);
        default -> throw wrong("cannot read: " + line);
      }
    }
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  private void end() {
    if (head.isEmpty()) return;
    int id = head.indexOf(' ');
    int severity = head.indexOf(' ', id + 1);
    int bar = head.indexOf(" | ");
    if (id < 0 || severity < 0 || bar < 0) throw wrong("has no id, severity and two names");
    boolean needsNone = form == SecretRule.Form.CODE;
    if (!needsNone && (keywords.isEmpty() || pattern.isEmpty()))
      throw wrong("has no keywords or no expression");
    int back = 0;
    boolean open = false;
    boolean precise = form == SecretRule.Form.TOKEN && files.isEmpty();
    Confidence confidence = Confidence.HIGH;
    for (String option : options) {
      switch (option) {
        case "open" -> open = true;
        case "text" -> precise = false;
        case "medium" -> confidence = Confidence.MEDIUM;
        default -> {
          if (!option.startsWith("back=")) throw wrong("has an unknown option " + option);
          back = Integer.parseInt(option, 5, option.length(), 10);
        }
      }
    }
    rules.add(
        new SecretRule(
            new SecretRule.Facts(
                head.substring(0, id),
                Severity.valueOf(head.substring(id + 1, severity).toUpperCase(Locale.ROOT)),
                new Text(head.substring(severity + 1, bar), head.substring(bar + 3)),
                keywords,
                form,
                pattern,
                tests,
                files,
                back,
                confidence,
                open,
                precise,
                examples,
                counterExamples)));
    clear();
  }

  private void clear() {
    head = "";
    keywords = List.of();
    form = SecretRule.Form.TOKEN;
    pattern = "";
    tests = List.of();
    files = List.of();
    options = List.of();
    examples.clear();
    counterExamples.clear();
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("the rule \"" + head + "\" " + why);
  }
}
