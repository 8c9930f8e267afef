package io.breakwater.advisory.internal.store;

import io.breakwater.advisory.internal.CveFacts.Epss;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.KnownExploited;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Facts about a hole as bytes. */
final class HoleCodec {
  private static final int EXPLOITED = 1;
  private static final int RANSOMWARE = 2;
  private static final int SCORED = 4;

  /** A probability is kept in hundred-thousandths, the precision in which EPSS is published. */
  private static final int EPSS_UNIT = 100_000;

  private HoleCodec() {}

  /** What feeds of facts say about a hole. */
  record Facts(Optional<KnownExploited> exploited, OptionalDouble epss, List<CvssRating> cvss) {}

  static void write(ByteWriter out, FactTable.Facts facts, List<CvssRating> cvss) {
    int flags = facts.exploited.isPresent() ? EXPLOITED : 0;
    if (facts.exploited.map(KnownExploited::ransomware).orElse(false)) flags |= RANSOMWARE;
    if (facts.epss.isPresent()) flags |= SCORED;
    out.u8(flags);
    facts.exploited.ifPresent(
        e -> out.number(e.since().map(day -> Math.max(0, day.toEpochDay()) + 1).orElse(0L)));
    facts.epss.map(Epss::score).ifPresent(score -> out.number(Math.round(score * EPSS_UNIT)));
    RecordCodec.ratings(out, cvss);
  }

  static Facts read(ByteCursor in) {
    int flags = in.u8();
    Optional<KnownExploited> exploited = Optional.empty();
    if ((flags & EXPLOITED) != 0) {
      int day = in.number(3_000_000);
      exploited =
          Optional.of(
              new KnownExploited(
                  day == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day - 1L)),
                  (flags & RANSOMWARE) != 0));
    }
    OptionalDouble epss =
        (flags & SCORED) == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(in.number(EPSS_UNIT + 1) / (double) EPSS_UNIT);
    return new Facts(exploited, epss, RecordCodec.ratings(in));
  }
}
