package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.Versions;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets of versions, each a list of runs in one order, put together and taken apart. */
final class Spans {
  private final String scheme;
  private final Versions versions;

  /** The sets of versions of a scheme. */
  Spans(String scheme) {
    this.scheme = scheme;
    this.versions = Versions.of(scheme);
  }

  /** Whether a run's ends have a place in the order. */
  boolean isOrdered(Span span) {
    return (span.low().isEmpty() || versions.isOrdered(span.low()))
        && (span.high().isEmpty() || versions.isOrdered(span.high()));
  }

  /** What is in both; empty when nothing is. */
  Optional<Span> both(Span a, Span b) {
    Span low = startsLater(a, b) ? a : b;
    Span high = endsEarlier(a, b) ? a : b;
    var out = new Span(low.low(), low.withLow(), high.high(), high.withHigh());
    return isEmpty(out) ? Optional.empty() : Optional.of(out);
  }

  /** What is in one of the first and in none of the others. */
  List<Span> without(List<Span> first, List<Span> others) {
    List<Span> gaps = complement(others);
    var out = new ArrayList<Span>();
    for (Span span : first) for (Span gap : gaps) both(span, gap).ifPresent(out::add);
    return merged(out);
  }

  /** What is in none of these. */
  List<Span> complement(List<Span> spans) {
    var out = new ArrayList<Span>();
    Span rest = Span.ALL;
    for (Span span : merged(spans)) {
      if (!span.low().isEmpty()) {
        var gap = new Span(rest.low(), rest.withLow(), span.low(), !span.withLow());
        if (!isEmpty(gap)) out.add(gap);
      }
      if (span.high().isEmpty()) return out;
      rest = new Span(span.high(), !span.withHigh(), "", true);
    }
    out.add(rest);
    return out;
  }

  /** The same set in order, without overlaps. */
  List<Span> merged(List<Span> spans) {
    var sorted = new ArrayList<>(spans);
    try {
      sorted.sort((a, b) -> startsLater(a, b) ? 1 : startsLater(b, a) ? -1 : 0);
    } catch (IllegalArgumentException inCircles) {
      return spans;
    }
    var out = new ArrayList<Span>();
    for (Span span : sorted) {
      if (out.isEmpty() || isApart(out.getLast(), span)) {
        out.add(span);
      } else {
        Span last = out.removeLast();
        Span end = endsEarlier(last, span) ? span : last;
        out.add(new Span(last.low(), last.withLow(), end.high(), end.withHigh()));
      }
    }
    return out;
  }

  /**
   * The runs as ranges of an advisory. A run that ends with its last affected version ends with the
   * fix instead where one of the fixed versions follows it and no other run lies between.
   *
   * @param fixed what has the fix
   */
  List<AffectedRange> ranges(List<Span> affected, List<Span> fixed) {
    List<Span> runs = merged(affected);
    List<Span> fixes = merged(fixed);
    var out = new ArrayList<AffectedRange>();
    for (int i = 0; i < runs.size(); i++) {
      Span run = runs.get(i);
      End end;
      if (run.high().isEmpty()) {
        end = new End.Open();
      } else if (!run.withHigh()) {
        // The end of a branch, as notations write it, is no version.
        boolean branch = run.high().endsWith("-0");
        end = branch ? new End.Limit(run.high()) : new End.Fixed(run.high());
      } else {
        Optional<String> fix = fix(run.high(), fixes);
        boolean before =
            fix.isPresent()
                && (i + 1 == runs.size() || order(fix.get(), runs.get(i + 1).low()) <= 0);
        end = before ? new End.Fixed(fix.get()) : new End.LastAffected(run.high());
      }
      out.add(new AffectedRange(run.withLow() ? run.low() : above(run.low()), end));
    }
    return out;
  }

  private Optional<String> fix(String last, List<Span> fixes) {
    for (Span one : fixes) {
      if (one.withLow() && !one.low().isEmpty() && order(one.low(), last) > 0) {
        return Optional.of(one.low());
      }
    }
    return Optional.empty();
  }

  /**
   * The first version above another: the ranges of advisories start with a version that is in them.
   * Exact where an order has such a version; else one so close that none is ever published between.
   */
  String above(String version) {
    boolean number = !version.isEmpty() && Character.isDigit(version.charAt(version.length() - 1));
    return switch (scheme) {
      case "npm", "cargo", "golang", "hex", "pub", "swift", "semver", "githubactions" ->
          version.indexOf('-') >= 0 || version.indexOf('+') >= 0
              ? version + ".0"
              : Notation.bumped(version).map(next -> next + "-0").orElse(version);
      case "maven" -> version + "-sp";
      case "composer" -> number ? version + "-patch" : version;
      case "gem" -> number ? version + ".0.0.1" : version;
      case "pypi" -> number && isPlain(version) ? version + ".0.0.1.dev0" : version;
      case "nuget" -> number && isPlain(version) ? version + ".0.1-0" : version;
      case "generic" -> number ? version + "a" : version + "-a";
      default -> version;
    };
  }

  private static boolean isPlain(String version) {
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) return false;
    }
    return true;
  }

  private int order(String a, String b) {
    return versions.compare(a, b).orElse(0);
  }

  private boolean startsLater(Span a, Span b) {
    if (a.low().isEmpty()) return false;
    if (b.low().isEmpty()) return true;
    int order = order(a.low(), b.low());
    return order > 0 || (order == 0 && !a.withLow() && b.withLow());
  }

  private boolean endsEarlier(Span a, Span b) {
    if (a.high().isEmpty()) return false;
    if (b.high().isEmpty()) return true;
    int order = order(a.high(), b.high());
    return order < 0 || (order == 0 && !a.withHigh() && b.withHigh());
  }

  /**
   * Whether nothing is in both of two runs, the second of which starts later, nor do they touch.
   */
  private boolean isApart(Span a, Span b) {
    if (a.high().isEmpty() || b.low().isEmpty()) return false;
    int order = order(a.high(), b.low());
    return order < 0 || (order == 0 && !a.withHigh() && !b.withLow());
  }

  private boolean isEmpty(Span span) {
    if (span.low().isEmpty() || span.high().isEmpty()) return false;
    int order = order(span.low(), span.high());
    return order > 0 || (order == 0 && !(span.withLow() && span.withHigh()));
  }
}
