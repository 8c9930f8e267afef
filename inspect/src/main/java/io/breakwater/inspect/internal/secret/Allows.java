package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.regex.Matches;
import io.breakwater.inspect.internal.regex.Regex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * What is allowed to be there: by a comment in its line, or by the user's files. A comment may end
 * with {@code until 2027-01-31}; what a layer holds does not change with the day, so that the
 * secret is kept with that date, and whoever judges knows the day.
 */
final class Allows {
  private static final String OURS = "breakwater:allow";
  private static final String THEIRS = "gitleaks:allow";
  private static final String UNTIL = " until ";
  private static final String ALLOWED = "=allowed:";
  private static final int DATE = 10;

  /** How much of a file before and behind a secret may be one block. */
  private static final int BLOCK = 32 << 10;

  private Allows() {}

  /** What a secret is to be seen as; empty when it is allowed for ever. */
  static String check(InspectedFile file, Found found, UserSecrets user) throws IOException {
    String id = found.rule().id();
    byte[] bytes = Lines.around(file, found.start(), found.end());
    String line = new String(bytes, StandardCharsets.UTF_8);
    if (line.contains(THEIRS)) return "";
    int ours = line.indexOf(OURS);
    if (ours >= 0) {
      String until = until(line.substring(ours));
      return until.isEmpty() ? "" : ALLOWED + until + ":" + id;
    }
    boolean own = user.rules().stream().anyMatch(rule -> rule.id().equals(id));
    // Kinds of the user were asked about where all of their match was known.
    if (!own && user.allows(asCase(found, file.path(), line))) return "";
    return inBlock(file, found, user) ? "" : id;
  }

  /** The date that a comment ends with; empty when it has none. */
  private static String until(String comment) {
    int end = comment.indexOf('\n');
    String words = end < 0 ? comment : comment.substring(0, end);
    int until = words.indexOf(UNTIL);
    if (until < 0) return "";
    String rest = words.substring(until + UNTIL.length()).stripLeading();
    return rest.length() >= DATE && isDate(rest.substring(0, DATE)) ? rest.substring(0, DATE) : "";
  }

  private static boolean isDate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dash = i == 4 || i == 7;
      if (dash != (c == '-') || (!dash && (c < '0' || c > '9'))) return false;
    }
    return true;
  }

  /** What was seen, as it is on a day: what is allowed no more counts again. */
  static Sighting counted(Sighting seen, LocalDate day) {
    if (!seen.check().startsWith(ALLOWED)) return seen;
    String rest = seen.check().substring(ALLOWED.length());
    if (rest.length() <= DATE + 1 || !isPast(rest.substring(0, DATE), day)) return seen;
    return new Sighting(
        rest.substring(DATE + 1),
        seen.path(),
        seen.line(),
        seen.confidence(),
        seen.part(),
        seen.evidence());
  }

  private static boolean isPast(String date, LocalDate day) {
    try {
      return day.isAfter(LocalDate.parse(date));
    } catch (DateTimeParseException none) { // such as the 31st of February: it allows nothing
      return true;
    }
  }

  /** A secret as a user's lists see it. */
  static AllowList.Case asCase(Found found, String path, String line) {
    return new AllowList.Case(
        found.rule().id(), path, found.secret(), found.before() + found.secret(), line);
  }

  private static boolean inBlock(InspectedFile file, Found found, UserSecrets user)
      throws IOException {
    if (user.blocks().isEmpty()) return false;
    long base = Math.max(0, found.start() - BLOCK);
    byte[] text = file.window(base, 2 * BLOCK);
    boolean[] inside = {false};
    for (Regex block : user.blocks()) {
      new Matches(block)
          .each(
              text,
              0,
              text.length,
              0,
              text.length,
              groups -> {
                inside[0] |= base + groups[0] <= found.start() && found.start() < base + groups[1];
                return !inside[0];
              });
    }
    return inside[0];
  }
}
