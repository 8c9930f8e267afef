package io.breakwater.advisory;

import static io.breakwater.advisory.TestFeeds.affected;
import static io.breakwater.advisory.TestPackages.language;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.advisory.Coverage.FeedOf;
import io.breakwater.model.Component;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.PackageTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who could speak about a package, of the feeds that were imported. */
class CoverageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final OperatingSystem STRANGE = new OperatingSystem("strange", "1", "Strange 1");
  private static final OperatingSystem DEBIAN_11 = new OperatingSystem("debian", "11", "Debian 11");

  @TempDir private Path folder;
  private TestFeeds feeds;

  @BeforeEach
  void makeFeeds() throws IOException {
    feeds = new TestFeeds(folder);
    String range = "introduced 0, fixed 1";
    feeds.withOsv(
        "GHSA-a", Map.of(), affected("npm", "a", range) + "," + affected("npm", "b", range));
    feeds.withOsv("GHSA-b", Map.of(), affected("npm", "a", range));
    feeds.withOsv("MAL-2024-1", Map.of(), affected("npm", "c", range));
    feeds.withOsv("DSA-1-1", Map.of(), affected("Debian:12", "x", range));
    feeds.withOsv("DSA-2-1", Map.of(), affected("Debian:11", "x", range));
  }

  @Test
  void recordsAreCountedByEcosystemAndProvider() throws IOException {
    try (AdvisoryDatabase database = feeds.database()) {
      assertThat(database.speakers())
          .isEqualTo(
              Map.of(
                  "npm", Map.of("github", 2, "malicious-packages", 1),
                  "Debian:12", Map.of("debian", 1),
                  "Debian:11", Map.of("debian", 1)));
    }
  }

  @Test
  void everyFeedOfTheEcosystemCouldSpeak() throws IOException {
    Coverage.Answer answer = answer(TestPackages.DEBIAN_12, language("npm", "unheard-of", "1"));
    assertThat(answer.feeds())
        .containsExactly(
            new FeedOf("github", "npm", 2), new FeedOf("malicious-packages", "npm", 1));
    assertThat(answer.gap()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "debian, deb, RELEASE_NOT_IMPORTED, Debian:13",
    "strange, deb, DISTRIBUTION_UNKNOWN, deb",
    "strange, pypi, ECOSYSTEM_NOT_IMPORTED, PyPI",
    "strange, generic, WITHOUT_CPE, generic",
    "strange, cpan, NO_FEED_EXISTS, cpan",
  })
  void whoSaysNothingHasAReason(String os, String type, CoverageGap gap, String asked)
      throws IOException {
    var its = os.equals("debian") ? new OperatingSystem("debian", "13", "Debian 13") : STRANGE;
    Coverage.Answer answer = answer(its, language(type, "p", "1"));
    assertThat(answer.gap()).hasValue(gap);
    assertThat(answer.ecosystem()).isEqualTo(asked);
    assertThat(answer.feeds()).isEmpty();
  }

  @Test
  void aRecognisedBinaryNeedsAFeedWithCpeNames() throws IOException {
    Component binary = classified();
    assertThat(answer(STRANGE, binary).gap()).hasValue(CoverageGap.CPE_NOT_IMPORTED);
    feeds.withOsv("GHSA-c", Map.of(), affected("CPE", "v:p", "introduced 0, fixed 2"));
    assertThat(answer(STRANGE, binary).feeds()).containsExactly(new FeedOf("github", "CPE", 1));
  }

  @Test
  void theDistributionSpeaksForWhatItInstalled() throws IOException {
    Component owned = TestPackages.owned("pypi", "p", "1");
    Coverage.Answer answer = answer(TestPackages.DEBIAN_12, owned);
    assertThat(answer.owned()).isTrue();
    assertThat(answer.feeds()).containsExactly(new FeedOf("debian", "Debian:12", 1));
    assertThat(answer(STRANGE, owned).gap()).hasValue(CoverageGap.ECOSYSTEM_NOT_IMPORTED);
  }

  @Test
  void aReleaseOutOfSupportIsFrozen() throws IOException {
    Component installed = language("deb", "x", "1");
    assertThat(answer(DEBIAN_11, installed).frozen()).hasValue(LocalDate.of(2026, 8, 31));
    assertThat(answer(TestPackages.DEBIAN_12, installed).frozen()).isEmpty();
  }

  private static Component classified() {
    Component plain = language("generic", "p", "1");
    PackageTraits traits = plain.traits();
    return new Component(
        plain.id(),
        plain.purl(),
        plain.name(),
        plain.version(),
        plain.locations(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        plain.origin(),
        List.of(),
        new PackageTraits(
            traits.presence(),
            traits.scope(),
            List.of(),
            List.of(),
            List.of("cpe:2.3:a:v:p:1:*:*:*:*:*:*:*")));
  }

  private Coverage.Answer answer(OperatingSystem os, Component component) throws IOException {
    try (AdvisoryDatabase database = feeds.database()) {
      return Coverage.of(database, os, List.of(component), TODAY).answers().getFirst();
    }
  }
}
