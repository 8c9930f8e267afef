package io.breakwater.advisory;

import static io.breakwater.advisory.TestFeeds.affected;
import static io.breakwater.advisory.TestPackages.language;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.Advisory;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {
  private static final int RECORDS = 300;

  @TempDir private Path folder;
  private TestFeeds feeds;

  @BeforeEach
  void makeFeeds() throws IOException {
    feeds = new TestFeeds(folder);
    for (int i = 0; i < RECORDS; i++) {
      feeds.withOsv("GHSA-" + i, record(i), affected("npm", "p" + i % 50, events(i)));
    }
    feeds.with("epss.csv", "#score_date:2024-03-04T00:00:00Z\ncve,epss\nCVE-2024-0007,0.25\n");
  }

  private static Map<String, String> record(int i) {
    String cve = "[\"CVE-2024-%04d\"]".formatted(i % 200);
    return Map.of("aliases", cve, "summary", "\"hole " + i + "\"", "details", "\"text\"");
  }

  private static String events(int i) {
    return "introduced 0, fixed " + (i % 7 + 1) + ".0.0";
  }

  @Test
  void theSameFeedsGiveTheSameBytesInWhateverOrder() throws IOException {
    List<Path> inputs = new ArrayList<>();
    try (var files = Files.list(feeds.folder())) {
      files.forEach(inputs::add);
    }
    Path first = folder.resolve("first.db");
    Path second = folder.resolve("second.db");

    Collections.shuffle(inputs, new Random(1));
    DatabaseImport.run(inputs, first, ImportListener.NONE);
    Collections.shuffle(inputs, new Random(2));
    inputs.add(inputs.getFirst());
    DatabaseImport.run(inputs, second, ImportListener.NONE);

    assertThat(first).hasSameBinaryContentAs(second);
    feeds.run();
    assertThat(feeds.target()).hasSameBinaryContentAs(first);
  }

  @Test
  void theNewestStateOfARecordHolds() throws IOException {
    String old = TestFeeds.osv("GHSA-x", Map.of(), affected("npm", "x", "introduced 0"));
    String fresh = TestFeeds.osv("GHSA-x", Map.of(), affected("npm", "x", "introduced 9.0.0"));
    feeds.with("old/GHSA-x.json", old.replace("2024-05-06", "2024-01-01"));
    feeds.with("new/GHSA-x.json", fresh);

    Matcher matcher = feeds.matcher();

    assertThat(TestPackages.ids(matcher, OperatingSystem.UNKNOWN, language("npm", "x", "1.0.0")))
        .isEmpty();
  }

  @Test
  void whatWasImportedIsShown() throws IOException {
    try (AdvisoryDatabase database = feeds.database()) {
      List<KnownHole> holes = database.show("GHSA-7");

      assertThat(holes).hasSize(1);
      KnownHole hole = holes.getFirst();
      assertThat(hole.id()).isEqualTo("CVE-2024-0007");
      assertThat(hole.aliases()).containsExactly("GHSA-207", "GHSA-7");
      assertThat(hole.facts().epss()).hasValue(0.25);
      assertThat(hole.records()).extracting(Advisory::id).containsExactly("GHSA-207", "GHSA-7");
      assertThat(hole.records().getLast().affected())
          .singleElement()
          .satisfies(one -> assertThat(one.name()).isEqualTo("p7"));
      assertThat(database.show("CVE-2024-0007")).isEqualTo(holes);
      assertThat(database.show("CVE-1999-0001")).isEmpty();
    }
  }

  @Test
  void theDatabaseTellsItsProvidersAndDates() throws IOException {
    try (AdvisoryDatabase database = feeds.database()) {
      assertThat(database.info().providers())
          .containsExactly(
              new DatabaseInfo.Provider("epss", Optional.of(LocalDate.of(2024, 3, 4)), 1),
              new DatabaseInfo.Provider("github", Optional.of(LocalDate.of(2024, 5, 6)), RECORDS));
      assertThat(database.info().starter()).isFalse();
      assertThat(database.ecosystems()).isEqualTo(Map.of("npm", 50));
      database.verify();
    }
  }

  @Test
  void aDamagedFileGivesAProblemOrTheRightAnswerAndNothingElse() throws IOException {
    feeds.run();
    byte[] whole = Files.readAllBytes(feeds.target());
    List<String> right = answers(feeds.target());
    long seed = 20_241_121;
    var random = new Random(seed);
    Path damaged = folder.resolve("damaged.db");
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(damaged, bytes);
      try {
        assertThat(answers(damaged))
            .as("seed %d, round %d, byte %d", seed, round, at)
            .isEqualTo(right);
      } catch (ProblemException problem) {
        assertThat(problem.problem().code()).isEqualTo(ProblemCode.DATABASE_UNREADABLE);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void aCutFileIsRefused() throws IOException {
    feeds.run();
    byte[] whole = Files.readAllBytes(feeds.target());
    Path cut = folder.resolve("cut.db");
    for (int length : new int[] {0, 1, 8, 4095, 4096, 4097, whole.length - 1}) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> AdvisoryDatabase.open(cut))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem ->
                  assertThat(problem.problem().code()).isEqualTo(ProblemCode.DATABASE_UNREADABLE));
    }
  }

  @Test
  void verifyFindsADamagedByteThatNobodyAskedFor() throws IOException {
    feeds.run();
    byte[] bytes = Files.readAllBytes(feeds.target());
    bytes[bytes.length / 2] ^= 1;
    Files.write(feeds.target(), bytes);

    try (AdvisoryDatabase database = AdvisoryDatabase.open(feeds.target())) {
      assertThatThrownBy(database::verify).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void aFailedImportLeavesTheOldDatabaseAlone() throws IOException {
    feeds.run();
    byte[] before = Files.readAllBytes(feeds.target());
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    Files.writeString(nothing.resolve("readme.txt"), "no feed");

    assertThatThrownBy(
            () -> DatabaseImport.run(List.of(nothing), feeds.target(), ImportListener.NONE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem().code()).isEqualTo(ProblemCode.FEED_UNREADABLE));

    assertThat(feeds.target()).hasBinaryContent(before);
    try (var files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  @Test
  void theStarterDatabaseKnowsLog4Shell() throws IOException {
    try (AdvisoryDatabase starter = AdvisoryDatabase.starter()) {
      assertThat(starter.info().starter()).isTrue();
      var log4j = language("maven", "org.apache.logging.log4j:log4j-core", "2.14.1");

      List<Vulnerability> findings =
          new Matcher(starter).match(OperatingSystem.UNKNOWN, List.of(log4j)).vulnerabilities();

      assertThat(findings.getFirst().id()).isEqualTo("CVE-2021-44228");
      assertThat(findings.getFirst().exploited()).isPresent();
      starter.verify();
    }
  }

  /** What a database says about every package and a few ids. */
  private static List<String> answers(Path file) throws IOException {
    try (AdvisoryDatabase database = AdvisoryDatabase.open(file)) {
      var out = new ArrayList<String>();
      var matcher = new Matcher(database);
      for (int i = 0; i < 50; i++) {
        var found =
            matcher.match(OperatingSystem.UNKNOWN, List.of(language("npm", "p" + i, "1.0.0")));
        out.add(found.toString());
      }
      for (int i = 0; i < 200; i += 20) {
        out.add(database.show("CVE-2024-%04d".formatted(i)).toString());
      }
      return out;
    }
  }
}
