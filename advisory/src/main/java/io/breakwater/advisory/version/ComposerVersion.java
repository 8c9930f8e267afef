package io.breakwater.advisory.version;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Composer's normal form, in which its constraints compare versions: four numbers and a modifier
 * ({@code v1.2-b3} is {@code 1.2.0.0-beta3}), a date, or a branch.
 */
final class ComposerVersion {
  private static final String[] STABILITIES = {"stable", "rc", "beta", "alpha", "dev"};
  private static final String[] MODIFIERS = {
    "stable", "beta", "b", "rc", "alpha", "a", "patch", "pl", "p"
  };
  private static final String[] EXPANDED = {
    "stable", "beta", "beta", "RC", "alpha", "alpha", "patch", "patch", "patch"
  };

  /** What stands for {@code x} in a branch such as {@code 1.x-dev}. */
  private static final String ANY = ".9999999";

  private static final int MAX_MAJOR_DIGITS = 5;
  private static final int NUMBERS = 4;
  private static final int MAX_DATE_PAIRS = 6;

  private ComposerVersion() {}

  /** The normal form, or null where Composer refuses the version. */
  static @Nullable String normalize(String version) {
    String text = withoutStability(withoutAlias(version.strip()));
    if (text.equals("master") || text.equals("trunk") || text.equals("default")) {
      return "dev-" + text;
    }
    if (text.regionMatches(true, 0, "dev-", 0, 4)) {
      return "dev-" + text.substring(4);
    }
    text = withoutBuild(text);
    String numbers = numbers(text);
    String normal = numbers == null ? date(text) : numbers;
    return normal == null ? numberedBranch(text) : normal;
  }

  private static String withoutAlias(String text) {
    int space = text.indexOf(' ');
    int as = text.indexOf(" as ", Math.max(space, 0));
    String aliased = as < 0 ? "" : text.substring(as + " as ".length()).strip();
    boolean alias =
        isWord(aliased, 0, aliased.length())
            && isWord(text, 0, space)
            && text.substring(space, as).isBlank();
    return alias ? text.substring(0, space) : text;
  }

  private static boolean isWord(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == ',' || Chars.isSpace(text.charAt(i))) {
        return false;
      }
    }
    return from < to;
  }

  private static String withoutStability(String text) {
    int at = text.lastIndexOf('@');
    for (String stability : STABILITIES) {
      if (at >= 0 && text.substring(at + 1).equalsIgnoreCase(stability)) {
        return text.substring(0, at);
      }
    }
    return text;
  }

  private static String withoutBuild(String text) {
    int plus = text.indexOf('+');
    boolean build =
        plus > 0
            && isWord(text, 0, plus)
            && plus + 1 < text.length()
            && text.chars().skip(plus + 1L).noneMatch(c -> Chars.isSpace((char) c));
    return build ? text.substring(0, plus) : text;
  }

  /** The index after a {@code v} before the numbers. */
  private static int start(String text) {
    return !text.isEmpty() && Chars.toLower(text.charAt(0)) == 'v' ? 1 : 0;
  }

  private static @Nullable String numbers(String text) {
    int start = start(text);
    int at = Chars.skipDigits(text, start, text.length());
    if (at == start || at - start > MAX_MAJOR_DIGITS) {
      return null;
    }
    int count = 1;
    while (count < NUMBERS
        && Chars.at(text, at, text.length(), '.')
        && Chars.digitAt(text, at + 1, text.length())) {
      at = Chars.skipDigits(text, at + 1, text.length());
      count++;
    }
    return withModifier(text.substring(start, at) + ".0".repeat(NUMBERS - count), text, at);
  }

  /** A year, one to six pairs of digits and up to two more numbers, by any or no separator. */
  private static @Nullable String date(String text) {
    int start = start(text);
    int at = Chars.skipDigits(text, start, Math.min(start + 4, text.length()));
    if (at != start + 4) {
      return null;
    }
    int[] ends = new int[MAX_DATE_PAIRS + 1];
    int pairs = 0;
    ends[0] = at;
    while (pairs < MAX_DATE_PAIRS) {
      int digits = afterDateSeparator(text, ends[pairs]);
      if (!Chars.digitAt(text, digits, text.length())
          || !Chars.digitAt(text, digits + 1, text.length())) {
        break;
      }
      ends[++pairs] = digits + 2;
    }
    for (; pairs > 0; pairs--) {
      String normal = dateEnd(text, start, ends[pairs], 2);
      if (normal != null) {
        return normal;
      }
    }
    return null;
  }

  private static @Nullable String dateEnd(String text, int start, int at, int more) {
    int digits = afterDateSeparator(text, at);
    int most = Chars.skipDigits(text, digits, Math.min(digits + 3, text.length()));
    for (int end = most; more > 0 && end > digits; end--) {
      String normal = dateEnd(text, start, end, more - 1);
      if (normal != null) {
        return normal;
      }
    }
    return withModifier(text.substring(start, at).replace(':', '.').replace('-', '.'), text, at);
  }

  private static int afterDateSeparator(String text, int at) {
    return at < text.length() && ".:-".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  /** The numbers with the modifier that begins at {@code at}, or null where something else does. */
  private static @Nullable String withModifier(String numbers, String text, int at) {
    int end = text.length();
    int i = at < end && "._-".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    String modifier = "";
    for (int m = 0; m < MODIFIERS.length; m++) {
      if (text.regionMatches(true, i, MODIFIERS[m], 0, MODIFIERS[m].length())) {
        i += MODIFIERS[m].length();
        int from = i;
        i = skipModifierNumbers(text, i);
        String number = text.substring(afterDash(text, from, i), i);
        modifier = m == 0 ? EXPANDED[0] : "-" + EXPANDED[m] + number;
        break;
      }
    }
    int dev = afterDash(text, i, end);
    boolean development = text.regionMatches(true, dev, "dev", 0, 3);
    if ((development ? dev + 3 : i) != end) {
      return null;
    }
    return modifier.equals("stable") ? numbers : numbers + modifier + (development ? "-dev" : "");
  }

  private static int skipModifierNumbers(String text, int from) {
    int i = from;
    while (true) {
      int digits = afterDash(text, i, text.length());
      if (!Chars.digitAt(text, digits, text.length())) {
        return i;
      }
      i = Chars.skipDigits(text, digits, text.length());
    }
  }

  private static int afterDash(String text, int at, int end) {
    return Chars.at(text, at, end, '-') || Chars.at(text, at, end, '.') ? at + 1 : at;
  }

  /** Reads {@code 1.2.x-dev}, a branch of numbers. */
  private static @Nullable String numberedBranch(String text) {
    int end = text.length() - 3;
    if (end < 1 || !text.toLowerCase(Locale.ROOT).endsWith("dev")) {
      return null;
    }
    boolean separator = text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-';
    String name = text.substring(0, separator ? end - 1 : end).strip();
    int start = start(name);
    int at = Chars.skipDigits(name, start, name.length());
    if (at == start) {
      return null;
    }
    var branch = new StringBuilder(name.substring(start, at));
    int count = 1;
    while (count < NUMBERS && at + 1 < name.length() && name.charAt(at) == '.') {
      int number = Chars.skipDigits(name, at + 1, name.length());
      if (number > at + 1) {
        branch.append(name, at, number);
        at = number;
      } else if ("xX*".indexOf(name.charAt(at + 1)) >= 0) {
        branch.append(ANY);
        at += 2;
      } else {
        return null;
      }
      count++;
    }
    return at == name.length()
        ? branch.append(ANY.repeat(NUMBERS - count)).append("-dev").toString()
        : null;
  }
}
