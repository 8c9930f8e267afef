package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.Ratings;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** A record while a feed reads it: what the feed does not tell stays empty. */
final class RecordBuilder {
  private static final int MAX_AFFECTED = 100_000;
  private static final int MAX_IDS = 5_000;

  private final String id;
  private final String provider;
  private final TreeSet<String> aliases = new TreeSet<>();
  private final TreeSet<String> cwes = new TreeSet<>();
  private final List<CvssRating> cvss = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private final List<Advisory.Affected> affected = new ArrayList<>();
  private String title = "";
  private String description = "";
  private Severity severity = Severity.UNKNOWN;
  private Optional<Instant> published = Optional.empty();
  private Optional<Instant> modified = Optional.empty();
  private Optional<Instant> withdrawn = Optional.empty();
  private boolean malicious;

  RecordBuilder(String id, String provider) {
    this.id = id;
    this.provider = provider;
  }

  /** Whether this can be an id. */
  static boolean isId(String id) {
    return !id.isBlank() && id.length() <= 200;
  }

  /** Another id of the hole; what is no id is left out. */
  RecordBuilder alias(String other) {
    String stripped = other.strip();
    boolean fits = isId(stripped) && !stripped.equals(id) && aliases.size() < MAX_IDS;
    if (fits) aliases.add(stripped);
    return this;
  }

  /** A weakness such as {@code CWE-79}; what is none is left out. */
  RecordBuilder cwe(String cwe) {
    weakness(cwe).ifPresent(cwes::add);
    return this;
  }

  /** The id of a weakness as {@code CWE-79}, of {@code cwe-79 } and the like. */
  static Optional<String> weakness(String text) {
    String stripped = text.strip();
    if (stripped.length() < 5 || stripped.length() > 12) return Optional.empty();
    String upper = stripped.toUpperCase(Locale.ROOT);
    if (!upper.startsWith("CWE-")) return Optional.empty();
    for (int i = 4; i < upper.length(); i++) {
      if (upper.charAt(i) < '0' || upper.charAt(i) > '9') return Optional.empty();
    }
    return Optional.of(upper);
  }

  /** A CVSS vector; what is none is left out. */
  RecordBuilder rating(String source, String vector) {
    Ratings.of(source, vector)
        .filter(rating -> cvss.size() < 20 && !cvss.contains(rating))
        .ifPresent(cvss::add);
    return this;
  }

  RecordBuilder title(String text) {
    title = Texts.title(text);
    return this;
  }

  RecordBuilder description(String text) {
    description = Texts.description(text);
    return this;
  }

  RecordBuilder severity(Severity word) {
    severity = word;
    return this;
  }

  RecordBuilder reference(String url) {
    if (references.size() < 100) references.add(url);
    return this;
  }

  RecordBuilder published(Optional<Instant> moment) {
    published = moment;
    return this;
  }

  RecordBuilder modified(Optional<Instant> moment) {
    modified = moment;
    return this;
  }

  RecordBuilder withdrawn(Optional<Instant> moment) {
    withdrawn = moment;
    return this;
  }

  /** It is about a package that was made to do harm. */
  RecordBuilder malicious() {
    malicious = true;
    severity = Severity.CRITICAL;
    return this;
  }

  /** Versions of a package, in ranges and one by one. */
  RecordBuilder affects(
      String ecosystem, String name, List<AffectedRange> ranges, List<String> versions) {
    return affects(ecosystem, name, ranges, versions, List.of());
  }

  /** As above, where one of other packages has to be there. */
  RecordBuilder affects(
      String ecosystem,
      String name,
      List<AffectedRange> ranges,
      List<String> versions,
      List<String> requires) {
    boolean says = !ranges.isEmpty() || !versions.isEmpty();
    if (!says || name.isBlank() || name.length() > 1000 || affected.size() >= MAX_AFFECTED) {
      return this;
    }
    affected.add(
        new Advisory.Affected(
            Ecosystems.canonical(ecosystem),
            name.strip(),
            ranges,
            versions,
            state(ranges),
            Severity.UNKNOWN,
            "",
            requires));
    return this;
  }

  private static FixState state(List<AffectedRange> ranges) {
    FixState state = FixState.UNKNOWN;
    for (AffectedRange range : ranges) {
      if (range.end() instanceof AffectedRange.End.Fixed) return FixState.FIXED;
      if (range.end() instanceof AffectedRange.End.Open) state = FixState.NOT_FIXED;
    }
    return state;
  }

  /** Gives the record to the sink, and what it tells of its hole. */
  void finish(RecordSink sink) throws IOException {
    sink.add(
        new Advisory(
            id,
            List.copyOf(aliases),
            List.of(),
            provider,
            title,
            description,
            severity,
            cvss,
            Texts.references(references),
            published,
            modified,
            withdrawn,
            affected));
    if (!malicious && cwes.isEmpty()) return;
    CveFacts facts = CveFacts.of(id, provider, Optional.empty()).withCwes(List.copyOf(cwes));
    sink.add(malicious ? facts.ofMalicious() : facts);
  }
}
