package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.Versions;
import io.breakwater.advisory.internal.Versions.Answer;
import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.FixState;
import java.util.OptionalInt;

/** Judges one statement about one installed version. */
final class Judge {
  private Judge() {}

  /** What a statement says about a version. */
  enum Verdict {
    AFFECTED,
    /** The version has the fix, or the package never had the hole. */
    SAFE,
    /** It says nothing about this version. */
    SILENT,
    /** The versions cannot be ordered. */
    UNDECIDED
  }

  static Verdict judge(Statement statement, Versions scheme, String version) {
    if (statement.fixState() == FixState.NOT_AFFECTED) return Verdict.SAFE;
    if (lists(statement, scheme, version)) return Verdict.AFFECTED;
    boolean open = false;
    boolean fixed = false;
    for (AffectedRange range : statement.ranges()) {
      switch (scheme.holds(range, version)) {
        case YES -> {
          return Verdict.AFFECTED;
        }
        case UNKNOWN -> open = true;
        case NO -> fixed |= hasFix(range, scheme, version);
      }
    }
    if (open) return Verdict.UNDECIDED;
    return fixed ? Verdict.SAFE : Verdict.SILENT;
  }

  private static boolean hasFix(AffectedRange range, Versions scheme, String version) {
    if (!(range.end() instanceof End.Fixed(String end))) return false;
    OptionalInt order = scheme.compare(version, end);
    return order.isPresent() && order.getAsInt() >= 0;
  }

  /**
   * Whether a version is listed: as it is written, or equal in the ecosystem's order. Versions that
   * begin with different numbers are never equal, which spares most comparisons.
   */
  private static boolean lists(Statement statement, Versions scheme, String version) {
    long first = firstNumber(version);
    for (String listed : statement.versions()) {
      if (listed.equals(version)) return true;
      if (firstNumber(listed) != first) continue;
      OptionalInt order = scheme.compare(listed, version);
      if (order.isPresent() && order.getAsInt() == 0) return true;
    }
    return false;
  }

  private static long firstNumber(String version) {
    long value = 0;
    int at = 0;
    while (at < version.length() && !isDigit(version.charAt(at))) at++;
    for (; at < version.length() && isDigit(version.charAt(at)); at++) {
      value = value * 10 + version.charAt(at) - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether any of the statement's ranges or versions holds a version. */
  static boolean affects(Statement statement, Versions scheme, String version) {
    for (AffectedRange range : statement.ranges()) {
      if (scheme.holds(range, version) == Answer.YES) return true;
    }
    return statement.versions().contains(version);
  }
}
