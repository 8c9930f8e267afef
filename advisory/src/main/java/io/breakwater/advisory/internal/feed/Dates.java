package io.breakwater.advisory.internal.feed;

import io.breakwater.model.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as feeds write them. */
final class Dates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private Dates() {}

  /** A moment of RFC 3339, or a day; empty for what is neither and for the year 1. */
  static Optional<Instant> instant(String text) {
    if (text.length() < 10) return Optional.empty();
    try {
      if (text.length() == 10) return day(text).map(Dates::start);
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return instant.getEpochSecond() > 0 ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException notRfc3339) {
      return day(text.substring(0, 10)).map(Dates::start);
    }
  }

  /** Seconds since 1970, a part of a second or not; empty for anything else. */
  static Optional<Instant> seconds(Json number) {
    if (!(number instanceof Json.Num(String digits))) return Optional.empty();
    int dot = digits.indexOf('.');
    String whole = dot < 0 ? digits : digits.substring(0, dot);
    boolean plain = whole.length() <= 11 && whole.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain || whole.isEmpty()) return Optional.empty();
    return Optional.of(Instant.ofEpochSecond(Long.parseLong(whole)));
  }

  /** A day such as 2024-02-16; empty for anything else. */
  static Optional<LocalDate> day(String text) {
    if (text.length() < 10) return Optional.empty();
    try {
      LocalDate day = LocalDate.parse(text.substring(0, 10));
      return day.getYear() >= 1970 && day.getYear() < 3000 ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** A day such as {@code 29 Mar 2023}. */
  static Optional<LocalDate> dayMonthYear(String text) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != 3 || parts[1].length() < 3) return Optional.empty();
    int month = MONTHS.indexOf(parts[1].substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    try {
      LocalDate day =
          LocalDate.of(Integer.parseInt(parts[2]), Math.max(1, month), Integer.parseInt(parts[0]));
      return month > 0 && day.getYear() >= 1970 ? Optional.of(day) : Optional.empty();
    } catch (NumberFormatException | DateTimeException notADay) {
      return Optional.empty();
    }
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
