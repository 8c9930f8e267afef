package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Ratings;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files of the Ubuntu CVE tracker: one CVE each, with a line for each release and source package,
 * such as {@code jammy_openssl: released (3.0.2-0ubuntu1.8)}. The record's id is the one that
 * Ubuntu's OSV records have, {@code UBUNTU-CVE-…}. Lines of Ubuntu Pro ({@code esm-infra/bionic_…})
 * speak of {@code Ubuntu:Pro:18.04}. {@code upstream} and {@code devel} say nothing about a
 * release.
 */
final class UbuntuTrackerFeed implements Feed {
  @Override
  public String name() {
    return "Ubuntu CVE tracker";
  }

  @Override
  public boolean recognises(Sample sample) {
    boolean candidate = false;
    boolean rest = false;
    for (String line : sample.head()) {
      candidate |= line.startsWith("Candidate:");
      rest |= line.startsWith("Priority:") || line.startsWith("PublicDate:");
    }
    return candidate && rest;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    var entry = new Entry();
    file.text().lines().forEach(entry::line);
    if (!Ids.isCve(entry.id)) {
      sink.skip(SkipReason.WITHOUT_CVE);
      return;
    }
    sink.add(entry.advisory());
  }

  /** One file while it is read. */
  private static final class Entry {
    private String id = "";
    private String field = "";
    private final StringBuilder description = new StringBuilder();
    private final List<String> references = new ArrayList<>();
    private final List<CvssRating> cvss = new ArrayList<>();
    private final Map<String, Severity> priorities = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> safe = new HashSet<>();
    private Severity priority = Severity.UNKNOWN;
    private Optional<Instant> published = Optional.empty();

    private record Line(String ecosystem, String name, String status, String note) {}

    void line(String line) {
      if (line.isEmpty() || line.charAt(0) == '#') return;
      if (line.charAt(0) == ' ') {
        more(line.strip());
        return;
      }
      int colon = line.indexOf(':');
      if (colon <= 0) return;
      field = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      switch (field) {
        case "Candidate" -> id = value;
        case "PublicDate" -> published = Dates.instant(value);
        case "Priority" -> priority = Severities.word(firstWord(value));
        case "Description", "References", "CVSS" -> more(value);
        default -> {
          if (field.startsWith("Priority_")) {
            String name = field.substring("Priority_".length());
            priorities.put(name, Severities.word(firstWord(value)));
          } else {
            status(value);
          }
        }
      }
    }

    private void more(String value) {
      if (value.isEmpty()) return;
      switch (field) {
        case "Description" -> {
          if (description.length() < 10_000) description.append(value).append(' ');
        }
        case "References" -> {
          if (references.size() < 100) references.add(value);
        }
        case "CVSS" -> rating(value);
        default -> {
          // Notes, patches, bugs: for people.
        }
      }
    }

    /** Such as {@code nvd: CVSS:3.1/AV:N/… [5.9 MEDIUM]}. */
    private void rating(String value) {
      int colon = value.indexOf(": ");
      if (colon < 0 || cvss.size() >= 20) return;
      Ratings.of(value.substring(0, colon), firstWord(value.substring(colon + 2)))
          .ifPresent(cvss::add);
    }

    private void status(String value) {
      int underscore = field.indexOf('_');
      if (underscore <= 0) return;
      Optional<String> ecosystem = UbuntuReleases.ecosystem(field.substring(0, underscore));
      if (ecosystem.isEmpty() || lines.size() >= 100_000) return;
      String status = firstWord(value);
      String note = value.substring(status.length()).strip();
      if (note.startsWith("(") && note.endsWith(")")) note = note.substring(1, note.length() - 1);
      String name = field.substring(underscore + 1);
      lines.add(new Line(ecosystem.get(), name, status, note));
      if (status.equals("not-affected")) safe.add(key(ecosystem.get(), name));
    }

    Advisory advisory() {
      var affected = new ArrayList<Advisory.Affected>();
      for (Line line : lines) affected(line).ifPresent(affected::add);
      return new Advisory(
          "UBUNTU-" + id,
          List.of(),
          List.of(id),
          "ubuntu",
          "",
          Texts.description(description.toString()),
          priority,
          cvss,
          Texts.references(references),
          published,
          Optional.empty(),
          Optional.empty(),
          affected);
    }

    private Optional<Advisory.Affected> affected(Line line) {
      Severity severity = priorities.getOrDefault(line.name(), Severity.UNKNOWN);
      if (line.status().equals("released")) {
        if (line.note().isEmpty() || line.note().indexOf(' ') >= 0) return Optional.empty();
        return Optional.of(of(line, List.of(Ranges.before(line.note())), FixState.FIXED, severity));
      }
      FixState state = UbuntuStatus.state(line.status(), line.note());
      if (state == FixState.END_OF_LIFE && isSafeInPro(line)) state = FixState.NOT_AFFECTED;
      return switch (state) {
        case UNKNOWN -> Optional.empty();
        case NOT_AFFECTED -> Optional.of(of(line, List.of(), state, severity));
        default -> Optional.of(of(line, List.of(Ranges.all()), state, severity));
      };
    }

    /**
     * Whether Ubuntu Pro, which goes on with the package where the release ended, says that it
     * never had the hole.
     */
    private boolean isSafeInPro(Line line) {
      return safe.contains(key(line.ecosystem().replace("Ubuntu:", "Ubuntu:Pro:"), line.name()));
    }

    private static String key(String ecosystem, String name) {
      return ecosystem + '\n' + name;
    }

    private static Advisory.Affected of(
        Line line, List<AffectedRange> ranges, FixState state, Severity severity) {
      return new Advisory.Affected(
          line.ecosystem(), line.name(), ranges, List.of(), state, severity);
    }

    private static String firstWord(String text) {
      int space = text.indexOf(' ');
      return space < 0 ? text : text.substring(0, space);
    }
  }
}
