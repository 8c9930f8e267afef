package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.feed.EndOfLifeFeed;
import io.breakwater.advisory.internal.store.DatabaseReader;
import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.EndOfLife;
import io.breakwater.model.OperatingSystem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When a distribution's release ends, by what a feed in the database tells. */
public final class Releases {
  private Releases() {}

  /** What the database tells about a release, over what is built in; empty when it is silent. */
  public static Optional<EndOfLife> endOfLife(DatabaseReader database, OperatingSystem os) {
    for (String name : EndOfLife.releases(os)) {
      List<Statement> said = database.statements(EndOfLifeFeed.ECOSYSTEM, name);
      Optional<EndOfLife> told = told(said, EndOfLife.of(os));
      if (told.isPresent()) return told;
    }
    return Optional.empty();
  }

  private static Optional<EndOfLife> told(List<Statement> said, EndOfLife builtIn) {
    Optional<LocalDate> standard = Optional.empty();
    Optional<LocalDate> extended = builtIn.extended();
    String programme = builtIn.programme();
    for (Statement one : said) {
      Optional<LocalDate> day = day(one.ranges());
      if (day.isEmpty()) continue;
      if (one.module().isEmpty()) {
        standard = day;
      } else {
        extended = day;
        // The name that ours has is also what tells who is enrolled.
        if (programme.isEmpty()) programme = one.module();
      }
    }
    if (standard.isEmpty()) return Optional.empty();
    return Optional.of(new EndOfLife(false, standard, extended, programme));
  }

  private static Optional<LocalDate> day(List<AffectedRange> ranges) {
    if (ranges.isEmpty() || !(ranges.getFirst().end() instanceof End.LastAffected(String day))) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
