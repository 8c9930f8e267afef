package io.breakwater.advisory.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Composer's constraints: {@code ~1.2}, {@code ^1.2}, {@code 1.2.*}, {@code 1.0 - 2.0} and
 * operators, where a comma or space means "and" and one or two bars mean "or". Versions are
 * compared in Composer's normal form; branches ({@code dev-main}) only match themselves.
 */
final class ComposerConstraints {
  private static final int NUMBERS = 4;

  private final String text;

  private ComposerConstraints(String text) {
    this.text = text;
  }

  static VersionSet parse(String text) {
    return new ComposerConstraints(text).read();
  }

  private VersionSet read() {
    var alternatives = new ArrayList<VersionSet>();
    for (String part : text.replace("||", "|").split("\\|", -1)) {
      alternatives.add(alternative(part.strip()));
    }
    return VersionSet.any(alternatives);
  }

  private VersionSet alternative(String part) {
    int hyphen = part.indexOf(" - ");
    if (hyphen >= 0) {
      return hyphen(part.substring(0, hyphen).strip(), part.substring(hyphen + 3).strip());
    }
    var sets = new ArrayList<VersionSet>();
    var reader = new ConstraintReader("composer", part);
    for (var clause : reader.read().getFirst()) {
      sets.add(clause(clause.operator(), withoutStability(clause.version())));
    }
    return VersionSet.all(sets);
  }

  /** Takes off {@code @dev} and the like, which choose what to install. */
  private static String withoutStability(String version) {
    int at = version.lastIndexOf('@');
    return at > 0 ? version.substring(0, at) : version;
  }

  private VersionSet clause(String operator, String version) {
    if (operator.isEmpty() && isAny(version)) {
      return each -> true;
    }
    var numbers = ComposerNumbers.parse(version);
    if (operator.equals("~") || operator.equals("^")) {
      if (numbers == null || numbers.wild()) {
        throw invalid(operator + version);
      }
      int fixed = operator.equals("^") ? numbers.caret() : Math.max(1, numbers.count() - 1);
      return between(low(version), numbers.next(fixed));
    }
    if (operator.isEmpty() && numbers != null && numbers.wild()) {
      return between(numbers.filled() + "-dev", numbers.next(numbers.count()));
    }
    Operator plain = ConstraintReader.plain(operator);
    String normal = ComposerVersion.normalize(version);
    if (plain == null || normal == null) {
      throw invalid(operator + version);
    }
    boolean open = plain == Operator.LESS || plain == Operator.AT_LEAST;
    return bound(plain, open && isStable(version) ? normal + "-dev" : normal);
  }

  private VersionSet hyphen(String from, String to) {
    var numbers = ComposerNumbers.parse(to);
    if (ComposerNumbers.parse(from) == null || numbers == null || numbers.wild()) {
      throw invalid(from + " - " + to);
    }
    boolean whole = numbers.count() >= 3 || !isStable(to);
    VersionSet upper =
        whole
            ? bound(Operator.AT_MOST, normal(to))
            : bound(Operator.LESS, numbers.next(numbers.count()));
    return VersionSet.all(List.of(bound(Operator.AT_LEAST, low(from)), upper));
  }

  private static VersionSet between(String low, String next) {
    return VersionSet.all(List.of(bound(Operator.AT_LEAST, low), bound(Operator.LESS, next)));
  }

  /** The lowest version that still counts as the given one. */
  private String low(String version) {
    return isStable(version) ? normal(version) + "-dev" : normal(version);
  }

  private String normal(String version) {
    @Nullable String normal = ComposerVersion.normalize(version);
    if (normal == null) {
      throw invalid(version);
    }
    return normal;
  }

  private static boolean isStable(String version) {
    int at = 0;
    while (at < version.length()
        && (Chars.isDigit(version.charAt(at))
            || version.charAt(at) == '.'
            || Chars.toLower(version.charAt(at)) == 'v')) {
      at++;
    }
    return at == version.length() || version.charAt(at) == '+';
  }

  private static boolean isAny(String version) {
    for (int i = 0; i < version.length(); i++) {
      if ("*xX.vV".indexOf(version.charAt(i)) < 0) {
        return false;
      }
    }
    return !version.isEmpty();
  }

  private static VersionSet bound(Operator operator, String bound) {
    boolean branch = bound.startsWith("dev-");
    return version -> {
      if (branch || version.startsWith("dev-")) {
        return switch (operator) {
          case EQUAL -> version.equals(bound);
          case NOT_EQUAL -> !version.equals(bound);
          case LESS, AT_MOST, GREATER, AT_LEAST -> false;
        };
      }
      return !version.isEmpty() && operator.holds(PhpVersion.compare(version, 0, bound, 0));
    };
  }

  private InvalidConstraintException invalid(String part) {
    return new InvalidConstraintException(
        "composer", text, "cannot read " + Chars.quoted(part.toLowerCase(Locale.ROOT)));
  }

  /**
   * The numbers that a constraint gives.
   *
   * @param given one to four of them
   * @param wild whether {@code x} or {@code *} follows them
   */
  private record ComposerNumbers(List<String> given, boolean wild) {

    static @Nullable ComposerNumbers parse(String version) {
      var given = new ArrayList<String>();
      int at = Chars.at(version, 0, version.length(), 'v') ? 1 : 0;
      while (given.size() < NUMBERS) {
        int end = Chars.skipDigits(version, at, version.length());
        if (end == at) {
          break;
        }
        given.add(version.substring(at, end));
        at = end;
        if (!Chars.at(version, at, version.length(), '.')) {
          break;
        }
        at++;
      }
      boolean wild = at > 0 && at < version.length() && isAny(version.substring(at));
      return given.isEmpty() ? null : new ComposerNumbers(List.copyOf(given), wild);
    }

    int count() {
      return given.size();
    }

    String filled() {
      return String.join(".", given) + ".0".repeat(NUMBERS - given.size());
    }

    /** How many numbers a caret holds fast: up to the first that is not zero, at most three. */
    int caret() {
      int fixed = 1;
      while (fixed < Math.min(3, given.size()) && given.get(fixed - 1).equals("0")) {
        fixed++;
      }
      return fixed;
    }

    /** The first development version after all that begin with the first numbers. */
    String next(int first) {
      var next = new StringBuilder();
      for (int i = 0; i < first - 1; i++) {
        next.append(given.get(i)).append('.');
      }
      return next.append(Decimals.increment(given.get(first - 1)))
          .append(".0".repeat(NUMBERS - first))
          .append("-dev")
          .toString();
    }
  }
}
