package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.Subject;
import io.breakwater.inspect.internal.Seen;
import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges certificates by the day, and private keys by what lies beside them. */
final class Certificates {
  private static final int SOON = 30;

  private Certificates() {}

  static void judge(Subject subject, List<Seen> facts, Rows rows) {
    Set<String> authorities = new HashSet<>();
    for (Seen seen : facts) {
      if (fact(seen).filter(f -> f.authority() && !f.key()).isPresent()) {
        authorities.add(stem(seen.sighting().path()));
      }
    }
    for (Seen seen : facts) {
      Optional<CertificateFact> fact = fact(seen);
      if (fact.isEmpty()) continue;
      String path = "/" + seen.sighting().path();
      if (subject.owner(path).isPresent()) continue;
      boolean present = seen.standing() == Finding.Standing.PRESENT;
      if (fact.get().key()) key(fact.get(), seen, authorities, rows);
      else if (present) certificate(fact.get(), seen, subject.day(), rows);
    }
  }

  private static Optional<CertificateFact> fact(Seen seen) {
    if (!seen.sighting().check().equals(Fact.CERTIFICATE)) return Optional.empty();
    return CertificateFact.of(seen.sighting().part(), seen.sighting().evidence());
  }

  private static void key(CertificateFact key, Seen seen, Set<String> authorities, Rows rows) {
    // A key counts where it was deleted later, too: whoever has the image has it.
    if (authorities.contains(stem(seen.sighting().path()))) {
      add(CertificateChecks.CA_KEY, seen, "", rows);
    }
    if (key.isWeak()) add(CertificateChecks.KEY, seen, words(key), rows);
  }

  private static void certificate(CertificateFact one, Seen seen, LocalDate day, Rows rows) {
    String subject = one.subject();
    LocalDate until = until(one);
    if (until != null && day.isAfter(until)) {
      add(CertificateChecks.EXPIRED, seen, subject + ", " + one.until(), rows);
    } else if (until != null && day.plusDays(SOON).isAfter(until)) {
      add(CertificateChecks.EXPIRES, seen, subject + ", " + one.until(), rows);
    }
    if (one.isSignedWeakly()) {
      add(CertificateChecks.SIGNATURE, seen, subject + ", " + one.signature(), rows);
    }
    if (one.isWeak()) add(CertificateChecks.KEY, seen, subject + ", " + words(one), rows);
  }

  private static @org.jspecify.annotations.Nullable LocalDate until(CertificateFact one) {
    try {
      return LocalDate.parse(one.until());
    } catch (DateTimeParseException far) { // beyond the year 9999
      return null;
    }
  }

  private static String words(CertificateFact of) {
    return of.bits() > 0 ? of.algorithm() + " " + of.bits() : of.algorithm();
  }

  private static void add(Check check, Seen seen, String note, Rows rows) {
    rows.add(
        check,
        check.severity(),
        seen.layer(),
        seen.standing(),
        "/" + seen.sighting().path(),
        0,
        "",
        note);
  }

  /**
   * A path without the end of its name, and without what keys and certificates are told apart by.
   */
  private static String stem(String path) {
    int dot = path.lastIndexOf('.');
    String stem = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    for (String end : List.of("-key", "_key", "-cert", "_cert", ".key", ".crt")) {
      if (stem.endsWith(end)) return stem.substring(0, stem.length() - end.length());
    }
    return stem;
  }
}
