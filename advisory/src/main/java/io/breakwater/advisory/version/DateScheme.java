package io.breakwater.advisory.version;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Versions that are moments: RFC 3339 with an offset, compared as instants, or days ({@code
 * 2024-01-31}, {@code 2024.01.31}, {@code 20240131}), which begin at midnight in UTC.
 */
final class DateScheme implements VersionScheme {
  private static final int MAX_LENGTH = 64;

  @Override
  public String name() {
    return "date";
  }

  @Override
  public boolean isValid(String version) {
    return instant(version).isPresent();
  }

  @Override
  public int compare(String a, String b) {
    return require(a).compareTo(require(b));
  }

  private Instant require(String version) {
    return instant(version)
        .orElseThrow(
            () -> new InvalidVersionException(name(), version, "it is neither a moment nor a day"));
  }

  private static Optional<Instant> instant(String version) {
    if (version.length() < 8 || version.length() > MAX_LENGTH) return Optional.empty();
    try {
      return Optional.of(
          version.length() > 10 ? OffsetDateTime.parse(version).toInstant() : day(version));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Instant day(String version) {
    String dashed =
        version.length() == 8
            ? version.substring(0, 4) + "-" + version.substring(4, 6) + "-" + version.substring(6)
            : version.replace('.', '-');
    return LocalDate.parse(dashed).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
