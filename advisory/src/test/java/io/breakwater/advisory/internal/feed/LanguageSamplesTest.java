package io.breakwater.advisory.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.input.InputWalker;
import io.breakwater.advisory.internal.input.Limits;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of languages' feeds, whole: nothing in them may be unreadable. */
class LanguageSamplesTest {
  @ParameterizedTest
  @CsvSource({
    "rustsec, RustSec, 734, 734, 0",
    "friendsofphp, FriendsOfPHP, 1592, 1592, 0",
    "npm-nodejs-wg, Node.js Security WG, 639, 809, 0",
    "sap-project-kb-maven, project KB, 1297, 1297, 0",
    "retirejs, Retire.js, 10, 4789, 4284",
    "ioc-datadog, Malicious packages (CSV), 4, 1405, 1405",
    "msfdb, Metasploit, 3090, 0, 4621",
    "go-vulndb, OSV, 4291, 4291, 0",
    "bitnami, OSV, 7444, 7444, 0",
    "cisa-kev, KEV, 1, 0, 2808"
  })
  void anArchiveIsReadInWhole(String archive, String feed, int files, int records, int facts)
      throws IOException {
    Tally tally = read(archive, "");

    assertThat(tally.files).as("files that are %s", feed).containsEntry(feed, files);
    assertThat(tally.gathered.advisories.size()).as("records").isEqualTo(records);
    assertThat(tally.gathered.facts.size()).as("facts").isEqualTo(facts);
    assertThat(tally.gathered.skipped).doesNotContainKey(SkipReason.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "extract/cargo/ghsa/testdata/fixtures, OSV, 3",
    "extract/rubygems/osv/testdata/fixtures, OSV, 2",
    "extract/pip/osv/testdata/fixtures, OSV, 4",
    "extract/nvd/api/cve/testdata/fixtures/happy, NVD, 3",
    "extract/nvd/feed/cve/v1/testdata/fixtures, NVD, 2",
    "extract/vulncheck/kev/testdata/fixtures, VulnCheck KEV, 2",
    "extract/vulncheck/nist-nvd2/testdata/fixtures/happy, NVD, 1",
    "extract/nuclei/repository/testdata/fixtures/http/cves, Nuclei, 3",
    "vuln-list-update/nvd/testdata/fixtures/respPage, NVD, 3",
    "ossf_osv-schema/tools/ghsa/testdata, GitHub advisories, 11",
    "trivy-db/pkg/vulnsrc/node/testdata/happy/core, Node.js Security WG, 1",
    "trivy-db/pkg/vulnsrc/composer/testdata/happy/php-security-advisories, FriendsOfPHP, 1"
  })
  void aSampleOfTheNativeFormIsReadInWhole(String folder, String feed, int files)
      throws IOException {
    Tally tally = read("feed-format-samples", folder);

    assertThat(tally.files).containsEntry(feed, files);
    assertThat(tally.gathered.advisories.size() + tally.gathered.facts.size())
        .isGreaterThanOrEqualTo(files);
    assertThat(tally.gathered.skipped)
        .doesNotContainKeys(SkipReason.MALFORMED, SkipReason.BAD_RANGE, SkipReason.WITHOUT_ID);
  }

  private static final class Tally {
    private final TreeMap<String, Integer> files = new TreeMap<>();
    private final Gathered gathered = new Gathered();
  }

  private static Tally read(String archive, String folder) throws IOException {
    var tally = new Tally();
    var visitor =
        new InputWalker.Visitor() {
          @Override
          public void file(String path, byte[] content) throws IOException {
            if (!path.contains(folder)) return;
            var file = new FeedFile(path, content);
            Optional<Feed> feed = Feeds.of(Sample.of(file));
            if (feed.isEmpty()) return;
            tally.files.merge(feed.get().name(), 1, Integer::sum);
            feed.get().read(file, tally.gathered);
          }

          @Override
          public void skipped(String path, SkipReason reason, String details) {
            // The archives hold broken files on purpose.
          }
        };
    new InputWalker(Limits.DEFAULT, visitor)
        .walk(SharedData.path("advisories/" + archive + ".tar.zst"));
    return tally;
  }
}
