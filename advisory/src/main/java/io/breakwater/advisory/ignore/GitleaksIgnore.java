package io.breakwater.advisory.ignore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code .gitleaksignore}: fingerprints {@code path:rule:line}, or with a commit before them,
 * which is not looked at. The place alone counts, as gitleaks calls many kinds otherwise. The
 * comment above or behind one is its reason; {@code exp:2027-01-31} may follow.
 */
final class GitleaksIgnore {
  private static final int MOST_RULES = 100_000;

  private GitleaksIgnore() {}

  static List<IgnoreRule> read(String name, String text) throws InvalidIgnoreException {
    var rules = new ArrayList<IgnoreRule>();
    String above = "";
    int number = 0;
    for (String whole : text.split("\n", -1)) {
      number++;
      String line = whole.strip();
      if (line.isEmpty()) above = "";
      if (line.startsWith("#")) above = line.substring(1).strip();
      if (line.isEmpty() || line.startsWith("#")) continue;
      int hash = line.indexOf(" #");
      String reason = hash < 0 ? above : line.substring(hash + 2).strip();
      String rest = hash < 0 ? line : line.substring(0, hash).strip();
      Optional<LocalDate> expires = Optional.empty();
      int exp = rest.indexOf(" exp:");
      if (exp >= 0) {
        expires = Optional.of(IgnoreFile.date(rest.substring(exp + 5).strip(), number, exp + 6));
        rest = rest.substring(0, exp).strip();
      }
      rules.add(rule(name, number, rest, reason, expires));
      if (rules.size() > MOST_RULES) {
        throw new InvalidIgnoreException(number, 1, "it has too many rules");
      }
    }
    return rules;
  }

  private static IgnoreRule rule(
      String file, int number, String print, String reason, Optional<LocalDate> expires)
      throws InvalidIgnoreException {
    int last = print.lastIndexOf(':');
    int middle = last < 0 ? -1 : print.lastIndexOf(':', last - 1);
    String digits = print.substring(last + 1);
    boolean isNumber = !digits.isEmpty() && digits.length() < 10;
    for (int i = 0; i < digits.length(); i++) isNumber &= Character.isDigit(digits.charAt(i));
    if (middle <= 0 || !isNumber) {
      throw new InvalidIgnoreException(
          number, 1, IgnoreFile.quoted(print) + " is no fingerprint such as path:rule:line");
    }
    String path = withoutCommit(print.substring(0, middle));
    while (path.startsWith("./")) path = path.substring(2);
    return new IgnoreRule(
        file,
        number,
        "",
        Optional.empty(),
        path.startsWith("/") ? path : "/" + path,
        Integer.parseInt(digits),
        "",
        Optional.empty(),
        reason,
        Optional.empty(),
        expires,
        Optional.empty());
  }

  private static String withoutCommit(String path) {
    int colon = path.indexOf(':');
    if (colon != 40 && colon != 64) return path;
    for (int i = 0; i < colon; i++) if (Character.digit(path.charAt(i), 16) < 0) return path;
    return path.substring(colon + 1);
  }
}
