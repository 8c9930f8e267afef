package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * npm's ranges in their loose spelling ({@code ^1.2}, {@code ~1.2.3}, {@code 1.x || >=2.5 <3},
 * {@code 1.2 - 2}) and Cargo's requirements, which read a bare version as {@code ^}. A comma counts
 * as a space.
 */
final class SemverRange {
  private final String scheme;
  private final String text;
  private final boolean bareIsCaret;

  /** With pre-releases included, the lower end of a partial version lets its pre-releases in. */
  private final String low;

  private SemverRange(String scheme, String text, boolean bareIsCaret, boolean preReleases) {
    this.scheme = scheme;
    this.text = text;
    this.bareIsCaret = bareIsCaret;
    this.low = preReleases ? "-0" : "";
  }

  /**
   * Reads npm's notation.
   *
   * @param preReleases whether pre-releases are versions like others, or only match a comparator
   *     that names a pre-release of the same version
   */
  static VersionSet npm(String text, boolean preReleases) {
    return new SemverRange("npm", text, false, preReleases).read();
  }

  /** Reads Cargo's notation, pre-releases being versions like others. */
  static VersionSet cargo(String text) {
    return new SemverRange("cargo", text, true, true).read();
  }

  private VersionSet read() {
    var alternatives = new ArrayList<VersionSet>();
    int start = 0;
    while (start >= 0) {
      int bar = text.indexOf("||", start);
      alternatives.add(alternative(text.substring(start, bar < 0 ? text.length() : bar)));
      start = bar < 0 ? -1 : bar + 2;
    }
    return VersionSet.any(alternatives);
  }

  private VersionSet alternative(String part) {
    var bounds = new ArrayList<Bound>();
    var words = new PartialVersion.Reader(part);
    try {
      while (words.hasMore()) {
        String operator = words.operator();
        PartialVersion version = words.version();
        if (operator.isEmpty() && bounds.isEmpty() && words.takeHyphen()) {
          hyphen(version, words.version(), bounds);
          if (words.hasMore()) {
            throw new PartialVersion.Unreadable("something follows a hyphen range");
          }
        } else {
          clause(operator, version, bounds);
        }
      }
    } catch (PartialVersion.Unreadable e) {
      throw new InvalidConstraintException(scheme, text, e.reason());
    }
    return new Bounds(List.copyOf(bounds), !low.isEmpty());
  }

  private void clause(String operator, PartialVersion version, List<Bound> bounds)
      throws PartialVersion.Unreadable {
    switch (operator) {
      case "~", "~>" -> tilde(version, bounds);
      case "^" -> caret(version, bounds);
      case "" -> {
        if (bareIsCaret && !version.star()) {
          caret(version, bounds);
        } else {
          compare(Operator.EQUAL, version, bounds);
        }
      }
      case "=" -> compare(Operator.EQUAL, version, bounds);
      case "<" -> compare(Operator.LESS, version, bounds);
      case "<=" -> compare(Operator.AT_MOST, version, bounds);
      case ">" -> compare(Operator.GREATER, version, bounds);
      case ">=" -> compare(Operator.AT_LEAST, version, bounds);
      default -> throw new PartialVersion.Unreadable("no operator is " + Chars.quoted(operator));
    }
  }

  private void hyphen(PartialVersion from, PartialVersion to, List<Bound> bounds) {
    if (from.numbers() > 0) {
      bounds.add(least(from, low));
    }
    if (to.numbers() == 3 && (low.isEmpty() || !to.pre().isEmpty())) {
      bounds.add(new Bound(Operator.AT_MOST, to.filled(to.pre())));
    } else if (to.numbers() > 0) {
      bounds.add(below(to, to.numbers()));
    }
  }

  private void tilde(PartialVersion version, List<Bound> bounds) {
    if (version.numbers() > 0) {
      bounds.add(least(version, version.numbers() < 3 ? low : ""));
      bounds.add(below(version, Math.min(version.numbers(), 2)));
    }
  }

  /** Lets everything grow behind the first number that is not zero. */
  private void caret(PartialVersion version, List<Bound> bounds) {
    int numbers = version.numbers();
    if (numbers == 0) {
      return;
    }
    int fixed = 1;
    while (fixed < numbers && version.number(fixed - 1).equals("0")) {
      fixed++;
    }
    bounds.add(least(version, numbers < 3 ? low : ""));
    bounds.add(below(version, fixed));
  }

  private void compare(Operator operator, PartialVersion version, List<Bound> bounds) {
    int numbers = version.numbers();
    if (numbers == 3) {
      bounds.add(new Bound(operator, version.filled(version.pre())));
      return;
    }
    if (numbers == 0) {
      if (operator == Operator.LESS || operator == Operator.GREATER) {
        bounds.add(Bound.NONE);
      }
      return;
    }
    switch (operator) {
      case EQUAL -> {
        bounds.add(least(version, low));
        bounds.add(below(version, numbers));
      }
      case GREATER -> bounds.add(new Bound(Operator.AT_LEAST, version.next(numbers, low)));
      case AT_MOST -> bounds.add(below(version, numbers));
      case LESS -> bounds.add(new Bound(Operator.LESS, version.filled("-0")));
      case AT_LEAST, NOT_EQUAL -> bounds.add(least(version, low));
    }
  }

  /** At least the version, with a tag where it has no pre-release of its own. */
  private static Bound least(PartialVersion version, String tag) {
    return new Bound(
        Operator.AT_LEAST, version.filled(version.pre().isEmpty() ? tag : version.pre()));
  }

  /** Below the next version, and its pre-releases, after the first numbers. */
  private static Bound below(PartialVersion version, int numbers) {
    return new Bound(Operator.LESS, version.next(numbers, "-0"));
  }

  /** One comparison with a full version. */
  private record Bound(Operator operator, SemanticVersion version) {
    /** Nothing is less than the least version. */
    static final Bound NONE = new Bound(Operator.LESS, full("0.0.0-0"));

    Bound(Operator operator, String version) {
      this(operator, full(version));
    }

    private static SemanticVersion full(String version) {
      var full = SemanticVersion.parse(version, Grammar.LENIENT);
      if (full == null) {
        throw new IllegalStateException("not a full version: " + version);
      }
      return full;
    }
  }

  /** Every bound holds; npm's rule about pre-releases too, where they are not included. */
  private record Bounds(List<Bound> bounds, boolean preReleases) implements VersionSet {
    @Override
    public boolean contains(String version) {
      @Nullable SemanticVersion parsed = NpmScheme.loose(version);
      if (parsed == null) {
        return false;
      }
      boolean named = preReleases || !parsed.hasPreRelease();
      for (Bound bound : bounds) {
        if (!bound.operator.holds(parsed.comparePrecedence(bound.version))) {
          return false;
        }
        named |= bound.version.hasPreRelease() && bound.version.compareNumbers(parsed) == 0;
      }
      return named;
    }
  }
}
