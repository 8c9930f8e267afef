package io.breakwater.advisory.version;

import io.breakwater.advisory.version.ConstraintReader.Clause;
import java.util.ArrayList;
import java.util.List;

/** Gem::Requirement: plain operators and {@code ~>}, which lets the last number grow. */
final class GemRequirements {
  private GemRequirements() {}

  static VersionSet parse(VersionScheme scheme, String text) {
    var reader = new ConstraintReader(scheme.name(), text);
    var alternatives = new ArrayList<VersionSet>();
    for (List<Clause> clauses : reader.read()) {
      var bounds = new ArrayList<VersionSet>();
      for (Clause clause : clauses) {
        bounds.add(bound(scheme, reader, clause));
      }
      alternatives.add(VersionSet.all(bounds));
    }
    return VersionSet.any(alternatives);
  }

  private static VersionSet bound(VersionScheme scheme, ConstraintReader reader, Clause clause) {
    String version = clause.version();
    if (version.equals("*") && clause.operator().isEmpty()) {
      return any -> true;
    }
    Operator operator = ConstraintReader.plain(clause.operator());
    boolean pessimistic = clause.operator().equals("~>");
    if ((operator == null && !pessimistic) || !ConstraintReader.isOrdered(scheme, version)) {
      throw reader.unreadable(clause);
    }
    if (operator != null) {
      return operator.than(scheme, scheme.normalised(version));
    }
    String limit = bumped(version);
    return each -> scheme.compare(each, version) >= 0 && scheme.compare(release(each), limit) < 0;
  }

  /** The numbers before the first letter or hyphen. */
  private static String release(String version) {
    int start = Chars.trimStart(version);
    int end = start;
    while (end < version.length()
        && (Chars.isDigit(version.charAt(end)) || version.charAt(end) == '.')) {
      end++;
    }
    return version.substring(start, end > start && version.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** The first release that {@code ~>} no longer takes: without the last number, one more. */
  private static String bumped(String version) {
    String release = release(version);
    int dot = release.lastIndexOf('.');
    String head = dot < 0 ? release : release.substring(0, dot);
    int number = head.lastIndexOf('.') + 1;
    return head.substring(0, number) + Decimals.increment(head.substring(number));
  }
}
