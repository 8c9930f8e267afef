package io.breakwater.inspect;

import io.breakwater.inspect.internal.Judgement;
import io.breakwater.model.Finding;
import io.breakwater.model.Origin;
import io.breakwater.model.Priority;
import io.breakwater.model.Priority.Term;
import io.breakwater.model.Severity;
import java.util.ArrayList;

/** How soon to act on what a check found: docs/priority.md has the table. */
final class Urgency {
  private Urgency() {}

  static Priority of(Judgement found, Origin origin) {
    var terms = new ArrayList<Term>();
    int base = base(found.severity());
    terms.add(new Term("severity", found.severity().id(), base));
    int unsure =
        switch (found.confidence()) {
          case HIGH -> 0;
          case MEDIUM -> -base / 4;
          case LOW -> -base / 2;
        };
    if (unsure != 0) terms.add(new Term("confidence", found.confidence().id(), unsure));
    int hidden = found.standing() == Finding.Standing.PRESENT ? 0 : -base / 10;
    if (hidden != 0) terms.add(new Term("standing", found.standing().id(), hidden));
    int own = origin == Origin.OWN ? 3 : 0;
    if (own != 0) terms.add(new Term("origin", origin.id(), own));
    return new Priority(Math.clamp(base + unsure + hidden + own, 0, 100), terms);
  }

  private static int base(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 85;
      case HIGH -> 60;
      case MEDIUM -> 30;
      case LOW -> 12;
      case NEGLIGIBLE, UNKNOWN -> 3;
    };
  }
}
