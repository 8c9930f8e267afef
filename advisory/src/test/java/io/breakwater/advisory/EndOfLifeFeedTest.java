package io.breakwater.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.EndOfLife;
import io.breakwater.model.OperatingSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a distribution's release, as endoflife.date tells it in each of its forms. */
class EndOfLifeFeedTest {
  private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

  @TempDir private Path folder;

  @Test
  void everyFormIsReadAndOverridesWhatIsBuiltIn() throws IOException {
    var feeds =
        new TestFeeds(folder)
            .with(
                "full.json",
                """
                {"schema_version": "1.2.0", "total": 3, "result": [
                  {"name": "nodejs", "releases": [{"name": "20", "isEol": false, "eolFrom": "2026-04-30"}]},
                  {"name": "debian", "labels": {"eol": "Security Support", "eoes": "Paid support"}, "releases": [
                    {"name": "12", "isEol": false, "eolFrom": "2029-01-01", "eoesFrom": "2031-02-03"},
                    {"name": "99", "isEol": false, "eolFrom": "2029-12-31", "eoesFrom": "2031-02-04"},
                    {"name": "13", "isEol": false, "eolFrom": null}]}]}
                """)
            .with(
                "product.json",
                """
                {"schema_version": "1.2.0", "result": {"name": "alpine-linux", "releases": [
                  {"name": "3.18", "isEol": false, "eolFrom": "2030-05-01", "eoesFrom": null}]}}
                """)
            .with(
                "rocky-linux.json",
                """
                [{"cycle": "9", "releaseDate": "2022-07-14", "eol": "2029-05-31", "latest": "9.4"},
                 {"cycle": "8", "releaseDate": "2021-05-01", "eol": true}]
                """);
    DatabaseImport.run(List.of(feeds.folder()), feeds.target(), ImportListener.NONE);
    try (var database = AdvisoryDatabase.open(feeds.target())) {
      assertThat(end(database, "debian", "12"))
          .isEqualTo("Extended[until=2031-02-03, programme=LTS]");
      assertThat(end(database, "debian", "99"))
          .isEqualTo("Extended[until=2031-02-04, programme=Paid support]");
      assertThat(end(database, "alpine", "3.18.9"))
          .isEqualTo("Supported[until=Optional[2030-05-01]]");
      assertThat(end(database, "rocky", "9.4")).isEqualTo("Ended[since=2029-05-31]");
      for (String silent : List.of("debian 13", "rocky 8.10", "alpine 3.1.8", "ubuntu 22.04")) {
        String[] words = silent.split(" ", -1);
        assertThat(database.endOfLife(os(words[0], words[1]))).as(silent).isEmpty();
      }
    }
  }

  private static String end(AdvisoryDatabase database, String id, String version)
      throws IOException {
    return database.endOfLife(os(id, version)).orElse(EndOfLife.UNKNOWN).on(DAY).toString();
  }

  private static OperatingSystem os(String id, String version) {
    return new OperatingSystem(id, version, id + " " + version);
  }
}
