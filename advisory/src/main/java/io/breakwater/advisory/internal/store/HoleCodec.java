package io.breakwater.advisory.internal.store;

import io.breakwater.model.Exploit;
import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.HoleFacts;
import java.time.LocalDate;
import java.util.ArrayList;
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

  static void write(ByteWriter out, HoleFacts facts) {
    int flags = facts.exploited().isPresent() ? EXPLOITED : 0;
    if (facts.exploited().map(KnownExploited::ransomware).orElse(false)) flags |= RANSOMWARE;
    if (facts.epss().isPresent()) flags |= SCORED;
    out.u8(flags);
    facts.exploited().ifPresent(e -> day(out, e.since()));
    if (facts.epss().isPresent()) out.number(Math.round(facts.epss().getAsDouble() * EPSS_UNIT));
    RecordCodec.ratings(out, facts.cvss());
    out.texts(facts.cwes());
    exploits(out, facts.exploits());
    day(out, facts.published());
  }

  static void exploits(ByteWriter out, List<Exploit> exploits) {
    out.number(exploits.size());
    for (Exploit exploit : exploits) {
      out.text(exploit.source()).u8(code(exploit.maturity())).text(exploit.reference());
    }
  }

  static HoleFacts read(ByteCursor in) {
    int flags = in.u8();
    Optional<KnownExploited> exploited = Optional.empty();
    if ((flags & EXPLOITED) != 0) {
      exploited = Optional.of(new KnownExploited(day(in), (flags & RANSOMWARE) != 0));
    }
    OptionalDouble epss =
        (flags & SCORED) == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(in.number(EPSS_UNIT + 1) / (double) EPSS_UNIT);
    return new HoleFacts(
        exploited, epss, RecordCodec.ratings(in), in.texts(), exploits(in), day(in));
  }

  static List<Exploit> exploits(ByteCursor in) {
    int count = in.count();
    if (count == 0) return List.of();
    var out = new ArrayList<Exploit>(count);
    for (int i = 0; i < count; i++) {
      String source = in.text();
      Exploit.Maturity maturity = maturity(in);
      out.add(new Exploit(source, maturity, in.text()));
    }
    return out;
  }

  private static int code(Exploit.Maturity maturity) {
    return switch (maturity) {
      case PROOF_OF_CONCEPT -> 0;
      case FUNCTIONAL -> 1;
      case WEAPONISED -> 2;
      case USED -> 3;
    };
  }

  private static Exploit.Maturity maturity(ByteCursor in) {
    return switch (in.u8()) {
      case 0 -> Exploit.Maturity.PROOF_OF_CONCEPT;
      case 1 -> Exploit.Maturity.FUNCTIONAL;
      case 2 -> Exploit.Maturity.WEAPONISED;
      case 3 -> Exploit.Maturity.USED;
      default -> throw new CorruptDatabaseException("no such maturity");
    };
  }

  /** A day; what lies before 1970 is no date that a feed means. */
  private static void day(ByteWriter out, Optional<LocalDate> day) {
    out.number(day.map(d -> Math.max(0, d.toEpochDay()) + 1).orElse(0L));
  }

  private static Optional<LocalDate> day(ByteCursor in) {
    int day = in.number(3_000_000);
    return day == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day - 1L));
  }
}
