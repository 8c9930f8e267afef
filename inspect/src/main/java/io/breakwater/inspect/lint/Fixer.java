package io.breakwater.inspect.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies the fixes of findings, round by round, until nothing changes. */
final class Fixer {
  private static final int MAX_ROUNDS = 16;

  private Fixer() {}

  /** Lints a text. */
  interface Lint {
    LintResult lint(String text) throws InvalidConfigurationException;
  }

  static Linter.Fixed fix(String original, Lint lint) throws InvalidConfigurationException {
    String text = original;
    int count = 0;
    LintResult result = lint.lint(text);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<LintFinding> chosen = chosen(result);
      if (chosen.isEmpty()) break;
      String changed = apply(text, chosen);
      LintResult next;
      try {
        next = lint.lint(changed);
      } catch (InvalidConfigurationException worse) {
        break; // a fix that breaks the file is none
      }
      if (changed.equals(text)) break;
      text = changed;
      result = next;
      count += chosen.size();
    }
    return new Linter.Fixed(text, count);
  }

  /** Findings whose edits do not touch those of another. */
  private static List<LintFinding> chosen(LintResult result) {
    var chosen = new ArrayList<LintFinding>();
    var taken = new ArrayList<TextEdit>();
    for (LintFinding finding : result.findings()) {
      if (finding.fix().isEmpty() || taken.size() > 1000) continue;
      if (finding.fix().stream().anyMatch(e -> taken.stream().anyMatch(t -> touches(e, t))))
        continue;
      taken.addAll(finding.fix());
      chosen.add(finding);
    }
    return chosen;
  }

  private static boolean touches(TextEdit a, TextEdit b) {
    return a.start() <= b.end() && b.start() <= a.end();
  }

  private static String apply(String text, List<LintFinding> findings) {
    var edits = new ArrayList<TextEdit>();
    findings.forEach(f -> edits.addAll(f.fix()));
    edits.sort(Comparator.comparingInt(TextEdit::start));
    var out = new StringBuilder(text.length() + 64);
    int at = 0;
    for (TextEdit edit : edits) {
      if (edit.start() < at || edit.end() > text.length()) continue;
      out.append(text, at, edit.start()).append(edit.replacement());
      at = edit.end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
