package io.breakwater.advisory.internal.store;

import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.model.Finding.KnownExploited;
import java.time.LocalDate;
import java.util.Optional;

/** Facts of one feed about a CVE as bytes, nothing rounded. */
final class FactsCodec {
  private static final long DAY_ZERO = 400_000_000_000L;

  private FactsCodec() {}

  static void write(ByteWriter out, CveFacts facts) {
    out.text(facts.id()).text(facts.provider());
    day(out, facts.date());
    out.u8(facts.exploited().map(e -> e.ransomware() ? 2 : 1).orElse(0));
    facts.exploited().ifPresent(e -> day(out, e.since()));
    out.u8(facts.epss().isPresent() ? 1 : 0);
    facts
        .epss()
        .ifPresent(
            epss -> {
              long bits = Double.doubleToLongBits(epss.score());
              out.i32((int) (bits >>> 32)).i32((int) bits);
              day(out, epss.date());
            });
    RecordCodec.ratings(out, facts.cvss());
    out.texts(facts.cwes());
    HoleCodec.exploits(out, facts.exploits());
    day(out, facts.published());
    out.texts(facts.aliases()).u8(facts.malicious() ? 1 : 0);
  }

  static CveFacts read(ByteCursor in) {
    var facts = CveFacts.of(in.text(), in.text(), day(in));
    int exploited = in.u8();
    if (exploited > 0) {
      facts = facts.withExploited(Optional.of(new KnownExploited(day(in), exploited == 2)));
    }
    if (in.u8() == 1) facts = facts.withEpss(Optional.of(epss(in)));
    facts =
        facts
            .withCvss(RecordCodec.ratings(in))
            .withCwes(in.texts())
            .withExploits(HoleCodec.exploits(in))
            .withPublished(day(in))
            .withAliases(in.texts());
    return in.u8() == 1 ? facts.ofMalicious() : facts;
  }

  private static CveFacts.Epss epss(ByteCursor in) {
    double score = Double.longBitsToDouble(((long) in.i32() << 32) | (in.i32() & 0xffff_ffffL));
    if (!(score >= 0 && score <= 1)) throw new CorruptDatabaseException("no such probability");
    return new CveFacts.Epss(score, day(in));
  }

  private static void day(ByteWriter out, Optional<LocalDate> day) {
    out.number(day.map(d -> d.toEpochDay() + DAY_ZERO).orElse(0L));
  }

  private static Optional<LocalDate> day(ByteCursor in) {
    long day = in.number();
    if (day == 0) return Optional.empty();
    if (Math.abs(day - DAY_ZERO) > 365_000_000_000L) {
      throw new CorruptDatabaseException("a date is out of its range");
    }
    return Optional.of(LocalDate.ofEpochDay(day - DAY_ZERO));
  }
}
