package io.breakwater.advisory.internal.store;

import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.Finding;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Advisories as bytes. The order of constants in enums that are stored is part of the format. */
final class RecordCodec {
  private static final Severity[] SEVERITIES = Severity.values();
  private static final FixState[] STATES = FixState.values();

  private RecordCodec() {}

  /** An advisory without what it says about packages. */
  static void writeHead(ByteWriter out, Advisory advisory) {
    out.text(advisory.id()).text(advisory.provider());
    out.u8(advisory.severity().ordinal()).u8(advisory.withdrawn().isPresent() ? 1 : 0);
    out.texts(advisory.aliases()).texts(advisory.covers());
    instant(out, advisory.published());
    instant(out, advisory.modified());
    instant(out, advisory.withdrawn());
    ratings(out, advisory.cvss());
    out.text(advisory.title()).text(advisory.description()).texts(advisory.references());
  }

  /** What {@link #writeHead} wrote, with these packages. */
  static Advisory readHead(ByteCursor in, List<Advisory.Affected> affected) {
    String id = in.text();
    String provider = in.text();
    Severity severity = severity(in);
    in.u8();
    List<String> aliases = in.texts();
    List<String> covers = in.texts();
    Optional<Instant> published = instant(in);
    Optional<Instant> modified = instant(in);
    Optional<Instant> withdrawn = instant(in);
    List<Finding.CvssRating> cvss = ratings(in);
    String title = in.text();
    String description = in.text();
    List<String> references = in.texts();
    if (id.isEmpty()) throw new CorruptDatabaseException("an advisory has no id");
    return new Advisory(
        id,
        aliases,
        covers,
        provider,
        title,
        description,
        severity,
        cvss,
        references,
        published,
        modified,
        withdrawn,
        affected);
  }

  /** What an advisory says about a package, without the package. */
  static void writeStatement(ByteWriter out, Advisory.Affected affected) {
    out.u8(affected.fixState().ordinal()).u8(affected.severity().ordinal());
    out.number(affected.ranges().size());
    for (AffectedRange range : affected.ranges()) {
      out.text(range.introduced());
      switch (range.end()) {
        case End.Open() -> out.u8(0);
        case End.Fixed(String version) -> out.u8(1).text(version);
        case End.LastAffected(String version) -> out.u8(2).text(version);
        case End.Limit(String version) -> out.u8(3).text(version);
      }
    }
    out.texts(affected.versions());
  }

  /** What {@link #writeStatement} wrote. */
  static Advisory.Affected readStatement(ByteCursor in, String ecosystem, String name) {
    FixState state = fixState(in);
    Severity severity = severity(in);
    List<AffectedRange> ranges = ranges(in);
    return new Advisory.Affected(ecosystem, name, ranges, in.texts(), state, severity);
  }

  static FixState fixState(ByteCursor in) {
    int ordinal = in.u8();
    if (ordinal >= STATES.length) throw new CorruptDatabaseException("no such state");
    return STATES[ordinal];
  }

  static Severity severity(ByteCursor in) {
    int ordinal = in.u8();
    if (ordinal >= SEVERITIES.length) throw new CorruptDatabaseException("no such severity");
    return SEVERITIES[ordinal];
  }

  static List<AffectedRange> ranges(ByteCursor in) {
    int count = in.count();
    if (count == 0) return List.of();
    if (count == 1) return List.of(range(in));
    var ranges = new ArrayList<AffectedRange>(count);
    for (int i = 0; i < count; i++) ranges.add(range(in));
    return ranges;
  }

  private static AffectedRange range(ByteCursor in) {
    String introduced = in.text();
    End end =
        switch (in.u8()) {
          case 0 -> new End.Open();
          case 1 -> new End.Fixed(in.text());
          case 2 -> new End.LastAffected(in.text());
          case 3 -> new End.Limit(in.text());
          default -> throw new CorruptDatabaseException("no such end of a range");
        };
    return new AffectedRange(introduced, end);
  }

  static void ratings(ByteWriter out, List<Finding.CvssRating> ratings) {
    out.number(ratings.size());
    for (Finding.CvssRating rating : ratings) {
      out.text(rating.source()).text(rating.vector()).u8((int) Math.round(rating.score() * 10));
    }
  }

  static List<Finding.CvssRating> ratings(ByteCursor in) {
    int count = in.count();
    if (count == 0) return List.of();
    var out = new ArrayList<Finding.CvssRating>(count);
    for (int i = 0; i < count; i++) {
      String source = in.text();
      String vector = in.text();
      int tenths = in.u8();
      if (tenths > 100) throw new CorruptDatabaseException("a score is out of its range");
      out.add(new Finding.CvssRating(source, vector, tenths / 10.0));
    }
    return out;
  }

  /** A moment in seconds; what lies before 1970 is no date that a feed means. */
  private static void instant(ByteWriter out, Optional<Instant> instant) {
    out.number(instant.map(i -> Math.max(0, i.getEpochSecond()) + 1).orElse(0L));
  }

  private static Optional<Instant> instant(ByteCursor in) {
    long second = in.number();
    if (second == 0) return Optional.empty();
    if (second > 253_402_300_799L) throw new CorruptDatabaseException("a date is out of its range");
    return Optional.of(Instant.ofEpochSecond(second - 1));
  }
}
