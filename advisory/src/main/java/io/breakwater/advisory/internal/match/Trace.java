package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.Explanation.Boundary;
import io.breakwater.advisory.Explanation.Step;
import io.breakwater.advisory.internal.Versions;
import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The comparisons that {@link Judge} makes of a version with a statement, for people to read: those
 * listed versions that are equal, then each range up to the boundary that decides.
 */
final class Trace {
  /** Nobody reads more; a kernel's record can have thousands of ranges. */
  private static final int MOST_STEPS = 60;

  private Trace() {}

  static List<Step> of(Statement statement, Versions scheme, String version) {
    var steps = new ArrayList<Step>();
    for (String listed : statement.versions()) {
      OptionalInt order = scheme.compare(version, listed);
      boolean same = listed.equals(version) || (order.isPresent() && order.getAsInt() == 0);
      if (same) {
        steps.add(new Step(Boundary.LISTED, listed, OptionalInt.of(0)));
        return steps;
      }
    }
    for (AffectedRange range : statement.ranges()) {
      if (steps.size() >= MOST_STEPS) break;
      range(range, scheme, version, steps);
    }
    return steps;
  }

  private static void range(
      AffectedRange range, Versions scheme, String version, List<Step> steps) {
    if (range.introduced().isEmpty()) {
      if (range.end() instanceof End.Open) steps.add(open());
    } else {
      OptionalInt start = scheme.compare(version, range.introduced());
      steps.add(new Step(Boundary.INTRODUCED, range.introduced(), start));
      if (start.isEmpty() || start.getAsInt() < 0) return;
    }
    switch (range.end()) {
      case End.Open() -> {
        if (!range.introduced().isEmpty()) steps.add(open());
      }
      case End.Fixed(String end) -> steps.add(step(Boundary.FIXED, end, scheme, version));
      case End.Limit(String end) -> steps.add(step(Boundary.LIMIT, end, scheme, version));
      case End.LastAffected(String end) ->
          steps.add(step(Boundary.LAST_AFFECTED, end, scheme, version));
    }
  }

  private static Step open() {
    return new Step(Boundary.OPEN, "", OptionalInt.empty());
  }

  private static Step step(Boundary boundary, String end, Versions scheme, String version) {
    return new Step(boundary, end, scheme.compare(version, end));
  }
}
