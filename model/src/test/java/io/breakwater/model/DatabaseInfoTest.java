package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseInfoTest {
  private static final LocalDate WRITTEN = LocalDate.of(2026, 8, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 9, 1);

  private static DatabaseInfo database(boolean starter) {
    return new DatabaseInfo(
        Digest.parse("sha256:" + "a".repeat(64)),
        starter,
        List.of(
            new DatabaseInfo.Provider("breakwater", Optional.of(WRITTEN), 476),
            new DatabaseInfo.Provider("epss", Optional.of(LATER), 476),
            new DatabaseInfo.Provider("kev", Optional.of(LocalDate.of(2206, 1, 1)), 318)),
        List.of());
  }

  @Test
  void aStarterHasTheRecordsAndTheAgeOfWhatBreakwaterWrote() {
    assertThat(database(true).records()).isEqualTo(476);
    assertThat(database(true).date(LATER)).hasValue(WRITTEN);
  }

  @Test
  void otherDatabasesCountEveryFeedAndNoDateToCome() {
    assertThat(database(false).records()).isEqualTo(1_270);
    assertThat(database(false).date(LATER)).hasValue(LATER);
  }
}
