package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.Advisory;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One DSA or DLA while it is read. Updates that mend an earlier update and name no CVE are no holes
 * and are left out.
 */
final class DebianAdvisory {
  private final String id;
  private final String title;
  private final Optional<LocalDate> date;
  private final List<String> cves = new ArrayList<>();
  private final List<Advisory.Affected> affected = new ArrayList<>();

  DebianAdvisory(String id, String title, Optional<LocalDate> date) {
    this.id = id;
    this.title = title;
    this.date = date;
  }

  /** The ids that it closes. */
  void closes(List<String> ids) {
    for (String one : ids) if (!one.isBlank() && cves.size() < 5_000) cves.add(one.strip());
  }

  /**
   * A line such as {@code [bookworm] - redis 5:7.0.15-1~deb12u3}; others, among them notes, say
   * nothing.
   */
  void packageLine(String line) {
    int close = line.indexOf("] - ");
    if (!line.startsWith("[") || close < 0) return;
    Optional<String> ecosystem = DebianReleases.ecosystem(line.substring(1, close));
    String[] words = line.substring(close + 4).strip().split("\\s+", 3);
    if (ecosystem.isEmpty() || words.length < 2) return;
    statement(ecosystem.get(), words[0], words[1]);
  }

  private void statement(String ecosystem, String name, String version) {
    switch (version) {
      case "<not-affected>" -> add(ecosystem, name, "", FixState.NOT_AFFECTED);
      case "<end-of-life>" -> add(ecosystem, name, "", FixState.END_OF_LIFE);
      case "<unfixed>" -> add(ecosystem, name, "", FixState.NOT_FIXED);
      default -> {
        if (!version.startsWith("<")) add(ecosystem, name, version, FixState.FIXED);
      }
    }
  }

  private void add(String ecosystem, String name, String fixed, FixState state) {
    var ranges =
        switch (state) {
          case FIXED -> List.of(Ranges.before(fixed));
          case NOT_AFFECTED -> List.<io.breakwater.model.AffectedRange>of();
          default -> List.of(Ranges.all());
        };
    affected.add(
        new Advisory.Affected(ecosystem, name, ranges, List.of(), state, Severity.UNKNOWN));
  }

  /** Gives the advisory to the sink. */
  void finish(RecordSink sink) throws IOException {
    boolean repair = title.contains("regression") || title.contains("bugfix update");
    if (cves.isEmpty() && repair) {
      sink.skip(SkipReason.WITHOUT_HOLE);
      return;
    }
    Optional<Instant> moment = date.map(Dates::start);
    sink.add(
        new Advisory(
            id,
            List.of(),
            cves,
            "debian",
            Texts.title(title),
            "",
            Severity.UNKNOWN,
            List.of(),
            List.of("https://security-tracker.debian.org/tracker/" + id),
            moment,
            moment,
            Optional.empty(),
            affected));
  }
}
