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

/** Advisories as bytes. */
final class RecordCodec {
  private RecordCodec() {}

  /** An advisory without what it says about packages. */
  static void writeHead(ByteWriter out, Advisory advisory) {
    out.text(advisory.id()).text(advisory.provider());
    out.u8(code(advisory.severity()));
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
    out.u8(code(affected.fixState())).u8(code(affected.severity()));
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
    out.text(affected.module()).texts(affected.requires());
  }

  /** What {@link #writeStatement} wrote. */
  static Advisory.Affected readStatement(ByteCursor in, String ecosystem, String name) {
    FixState state = fixState(in);
    Severity severity = severity(in);
    List<AffectedRange> ranges = ranges(in);
    return new Advisory.Affected(
        ecosystem, name, ranges, in.texts(), state, severity, in.text(), in.texts());
  }

  private static int code(FixState state) {
    return switch (state) {
      case UNKNOWN -> 0;
      case FIXED -> 1;
      case NOT_FIXED -> 2;
      case WONT_FIX -> 3;
      case END_OF_LIFE -> 4;
      case UNDER_INVESTIGATION -> 5;
      case NOT_AFFECTED -> 6;
    };
  }

  static FixState fixState(ByteCursor in) {
    return switch (in.u8()) {
      case 0 -> FixState.UNKNOWN;
      case 1 -> FixState.FIXED;
      case 2 -> FixState.NOT_FIXED;
      case 3 -> FixState.WONT_FIX;
      case 4 -> FixState.END_OF_LIFE;
      case 5 -> FixState.UNDER_INVESTIGATION;
      case 6 -> FixState.NOT_AFFECTED;
      default -> throw new CorruptDatabaseException("no such state");
    };
  }

  private static int code(Severity severity) {
    return switch (severity) {
      case UNKNOWN -> 0;
      case NEGLIGIBLE -> 1;
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }

  static Severity severity(ByteCursor in) {
    return switch (in.u8()) {
      case 0 -> Severity.UNKNOWN;
      case 1 -> Severity.NEGLIGIBLE;
      case 2 -> Severity.LOW;
      case 3 -> Severity.MEDIUM;
      case 4 -> Severity.HIGH;
      case 5 -> Severity.CRITICAL;
      default -> throw new CorruptDatabaseException("no such severity");
    };
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
