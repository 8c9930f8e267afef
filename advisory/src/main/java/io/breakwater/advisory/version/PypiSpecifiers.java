package io.breakwater.advisory.version;

import io.breakwater.advisory.version.ConstraintReader.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * PEP 440's version specifiers, pre-releases included. Beyond the PEP, as advisories need it: a
 * bare version and {@code =} mean {@code ==}, {@code ||} separates alternatives, and ordered
 * comparisons may have a local label, which then counts.
 */
final class PypiSpecifiers {
  private static final String ANY = ".*";

  private final ConstraintReader reader;

  private PypiSpecifiers(String text) {
    reader = new ConstraintReader("pypi", text);
  }

  static VersionSet parse(String text) {
    return new PypiSpecifiers(text).read();
  }

  private VersionSet read() {
    var alternatives = new ArrayList<VersionSet>();
    for (List<Clause> clauses : reader.read()) {
      var sets = new ArrayList<VersionSet>();
      for (Clause clause : clauses) {
        sets.add(specifier(clause));
      }
      alternatives.add(VersionSet.all(sets));
    }
    return VersionSet.any(alternatives);
  }

  private VersionSet specifier(Clause clause) {
    String bound = clause.version();
    return switch (clause.operator()) {
      case "" -> bound.equals("*") ? any -> true : matching(clause);
      case "=", "==" -> matching(clause);
      case "!=" -> {
        Predicate<Pep440> match = match(clause);
        yield parsed(match.negate());
      }
      case "===" -> bound::equalsIgnoreCase;
      case "~=" -> compatible(clause);
      case "<" -> less(clause);
      case ">" -> greater(clause);
      case "<=" -> {
        Pep440 limit = version(clause, bound);
        yield parsed(each -> compare(each, limit) <= 0);
      }
      case ">=" -> {
        Pep440 limit = version(clause, bound);
        yield parsed(each -> compare(each, limit) >= 0);
      }
      default -> throw reader.unreadable(clause);
    };
  }

  private VersionSet matching(Clause clause) {
    return parsed(match(clause));
  }

  private Predicate<Pep440> match(Clause clause) {
    String bound = clause.version();
    if (!bound.endsWith(ANY)) {
      Pep440 same = version(clause, bound);
      return each -> compare(each, same) == 0;
    }
    Pep440 prefix = version(clause, bound.substring(0, bound.length() - ANY.length()));
    if (!prefix.isRelease()) {
      throw reader.unreadable(clause);
    }
    return each -> each.hasPrefix(prefix, 0);
  }

  private VersionSet compatible(Clause clause) {
    Pep440 least = version(clause, clause.version());
    if (least.hasLocal() || !least.hasTwoNumbers()) {
      throw reader.unreadable(clause);
    }
    return parsed(each -> compare(each, least) >= 0 && each.hasPrefix(least, 1));
  }

  /** A pre-release of the limit is not less than the limit, unless the limit is one itself. */
  private VersionSet less(Clause clause) {
    Pep440 limit = version(clause, clause.version());
    if (limit.isPreRelease() || limit.hasLocal()) {
      return parsed(each -> compare(each, limit) < 0);
    }
    Pep440 floor = version(clause, clause.version() + ".dev0");
    return parsed(each -> compare(each, floor) < 0);
  }

  /**
   * A post-release or local version of the limit is not greater, unless the limit is one itself.
   */
  private VersionSet greater(Clause clause) {
    Pep440 limit = version(clause, clause.version());
    return parsed(each -> compare(each, limit) > 0 && !each.isPostReleaseOf(limit));
  }

  /** The local label counts only where the specifier has one. */
  private static int compare(Pep440 version, Pep440 bound) {
    return bound.hasLocal() ? version.compareTo(bound) : version.compareWithoutLocal(bound);
  }

  private static VersionSet parsed(Predicate<Pep440> predicate) {
    return version -> {
      @Nullable Pep440 parsed = Pep440.parse(version);
      return parsed != null && predicate.test(parsed);
    };
  }

  private Pep440 version(Clause clause, String text) {
    var version = Pep440.parse(text);
    if (version == null) {
      throw reader.unreadable(clause);
    }
    return version;
  }
}
