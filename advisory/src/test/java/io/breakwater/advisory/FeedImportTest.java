package io.breakwater.advisory;

import static io.breakwater.advisory.TestFeeds.affected;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.advisory.ImportSummary.Recognised;
import io.breakwater.advisory.ImportSummary.Skipped;
import io.breakwater.model.Advisory;
import io.breakwater.model.Advisory.Affected;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each native form, with feeds of our own. */
class FeedImportTest {
  @TempDir private Path folder;
  private TestFeeds feeds;

  @BeforeEach
  void makeFeeds() throws IOException {
    feeds = new TestFeeds(folder);
  }

  @Test
  void osvAsOneRecordAsArrayAndAsLines() throws IOException {
    String one = TestFeeds.osv("A-1", Map.of(), affected("npm", "a", "introduced 0"));
    String two = TestFeeds.osv("A-2", Map.of(), affected("npm", "a", "introduced 0"));
    feeds.with("one.json", one);
    feeds.with("array.json", "[" + two.replace("A-2", "A-3") + ",\n" + two + "]");
    feeds.with("lines.jsonl", one.replace("A-1", "A-4") + "\n\n" + one.replace("A-1", "A-5"));

    assertThat(feeds.run().inputs().getFirst().feeds())
        .containsExactly(new Recognised("OSV", 3, 5));
  }

  @Test
  void osvKeepsWhatARecordSays() throws IOException {
    feeds.withOsv(
        "GHSA-1",
        Map.of(
            "summary", "\"a\\n title\"",
            "details", "\"words\"",
            "published", "\"2024-01-02T03:04:05Z\"",
            "references",
                "[{\"type\":\"WEB\",\"url\":\"https://example.org/1\"},{\"url\":\"ftp://x\"}]",
            "severity",
                "[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H\"}]"),
        affected("NuGet", "Some.Package", "introduced 1.0, fixed 2.0"));

    Advisory record = only("GHSA-1");

    assertThat(record.title()).isEqualTo("a title");
    assertThat(record.description()).isEqualTo("words");
    assertThat(record.provider()).isEqualTo("github");
    assertThat(record.published()).contains(Instant.parse("2024-01-02T03:04:05Z"));
    assertThat(record.modified()).contains(Instant.parse("2024-05-06T07:08:09Z"));
    assertThat(record.references()).containsExactly("https://example.org/1");
    assertThat(record.cvss()).singleElement().satisfies(r -> assertThat(r.score()).isEqualTo(7.5));
    assertThat(record.affected())
        .containsExactly(
            new Affected(
                "NuGet",
                "some.package",
                List.of(new AffectedRange("1.0", new End.Fixed("2.0"))),
                List.of(),
                FixState.FIXED,
                Severity.UNKNOWN));
  }

  @Test
  void osvAsYamlKeepsVersionsAsTheyAreWritten() throws IOException {
    feeds.with(
        "PYSEC-1.yaml",
        """
        id: PYSEC-1
        modified: "2024-05-06T07:08:09Z"
        details: words
        aliases: &ids
        - CVE-2024-0001
        affected:
        - package: {name: Some_Package, ecosystem: PyPI}
          ranges:
          - type: ECOSYSTEM
            events:
            - introduced: "0"
            - fixed: 1.10
        """);

    Advisory record = only("PYSEC-1");

    assertThat(record.aliases()).containsExactly("CVE-2024-0001");
    assertThat(record.affected().getFirst().name()).isEqualTo("some-package");
    assertThat(end(record)).isEqualTo(new End.Fixed("1.10"));
  }

  @Test
  void aMaliciousPackageIsCritical() throws IOException {
    feeds.withOsv("MAL-2024-1", Map.of(), affected("npm", "evil", "introduced 0"));

    assertThat(only("MAL-2024-1").severity()).isEqualTo(Severity.CRITICAL);
    assertThat(only("MAL-2024-1").provider()).isEqualTo("malicious-packages");
  }

  @Test
  void theUbuntuTracker() throws IOException {
    feeds.with(
        "active/CVE-2024-0001",
        """
        PublicDateAtUSN: 2024-01-01 00:00:00 UTC
        Candidate: CVE-2024-0001
        PublicDate: 2024-01-02 00:00:00 UTC
        References:
         https://example.org/1
        Description:
         first line
         second line
        Notes:
         someone> a note: with a colon
        Priority: medium
         because of this
        CVSS:
         nvd: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H [7.5 HIGH]

        Patches_curl:
        upstream_curl: released (8.0)
        focal_curl: released (7.68.0-1ubuntu2.9)
        jammy_curl: needs-triage
        trusty_curl: ignored (end of standard support)
        precise_curl: ignored (end of standard support)
        precise/esm_curl: not-affected (code not present)
        kinetic_curl: ignored (not worth it)
        mantic_curl: pending (8.2.1-1ubuntu3.3)
        lunar_curl: DNE
        bionic_curl: not-affected (7.58)
        esm-infra/xenial_curl: released (7.47.0-1ubuntu2.19+esm9)
        xenial_curl: released
        devel_curl: needed
        Priority_other: high
        jammy_other: deferred (2024-01-03)
        """);

    Advisory record = only("UBUNTU-CVE-2024-0001");

    assertThat(record.covers()).containsExactly("CVE-2024-0001");
    assertThat(record.description()).isEqualTo("first line second line");
    assertThat(record.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(record.cvss())
        .singleElement()
        .satisfies(r -> assertThat(r.source()).isEqualTo("nvd"));
    assertThat(record.references()).containsExactly("https://example.org/1");
    assertThat(record.affected())
        .extracting(Affected::ecosystem, Affected::name, Affected::fixState, Affected::severity)
        .containsExactlyInAnyOrder(
            row("Ubuntu:12.04", "curl", FixState.NOT_AFFECTED, Severity.UNKNOWN),
            row("Ubuntu:Pro:12.04", "curl", FixState.NOT_AFFECTED, Severity.UNKNOWN),
            row("Ubuntu:14.04", "curl", FixState.END_OF_LIFE, Severity.UNKNOWN),
            row("Ubuntu:18.04", "curl", FixState.NOT_AFFECTED, Severity.UNKNOWN),
            row("Ubuntu:20.04", "curl", FixState.FIXED, Severity.UNKNOWN),
            row("Ubuntu:22.04", "curl", FixState.UNDER_INVESTIGATION, Severity.UNKNOWN),
            row("Ubuntu:22.04", "other", FixState.NOT_FIXED, Severity.HIGH),
            row("Ubuntu:22.10", "curl", FixState.WONT_FIX, Severity.UNKNOWN),
            row("Ubuntu:23.10", "curl", FixState.NOT_FIXED, Severity.UNKNOWN),
            row("Ubuntu:Pro:16.04", "curl", FixState.FIXED, Severity.UNKNOWN));
  }

  private static org.assertj.core.groups.Tuple row(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }

  @Test
  void alpineSecdb() throws IOException {
    feeds.with(
        "main.json",
        """
        {"distroversion":"v3.18","reponame":"main","packages":[
         {"pkg":{"name":"xen","secfixes":{"4.17.2-r0":["CVE-2024-0001 XSA-1","XSA-2"]}}},
         {"pkg":{"name":"zlib","secfixes":{"0":["CVE-2024-0002"]}}}]}
        """);
    feeds.with(
        "wolfi.json",
        """
        {"apkurl":"{{urlprefix}}/{{arch}}","urlprefix":"https://packages.wolfi.dev","reponame":"os",
         "packages":[{"pkg":{"name":"go-1.21","secfixes":{"1.21.5-r0":["CVE-2024-0003"]}}}]}
        """);

    assertThat(only("ALPINE-CVE-2024-0001").aliases()).containsExactly("XSA-1");
    assertThat(only("ALPINE-CVE-2024-0001").affected().getFirst().ecosystem())
        .isEqualTo("Alpine:v3.18");
    assertThat(end(only("XSA-2"))).isEqualTo(new End.Fixed("4.17.2-r0"));
    assertThat(only("ALPINE-CVE-2024-0002").affected().getFirst().fixState())
        .isEqualTo(FixState.NOT_AFFECTED);
    assertThat(only("CVE-2024-0003").affected().getFirst().ecosystem()).isEqualTo("Wolfi");
  }

  @Test
  void theDebianTracker() throws IOException {
    feeds.with(
        "debian.json",
        """
        {"curl":{"CVE-2024-0001":{"description":"words","scope":"remote","releases":{
          "bookworm":{"status":"resolved","fixed_version":"7.88.1-10+deb12u4","urgency":"high"},
          "bullseye":{"status":"open","urgency":"unimportant"},
          "buster":{"status":"open","urgency":"end-of-life"},
          "trixie":{"status":"resolved","fixed_version":"0","urgency":"unimportant"},
          "sid":{"status":"undetermined","urgency":"not yet assigned"}}}},
         "zlib":{"TEMP-1":{"releases":{"bookworm":{"status":"open","nodsa_reason":"ignored"}}}}}
        """);

    Advisory record = only("DEBIAN-CVE-2024-0001");

    assertThat(record.covers()).containsExactly("CVE-2024-0001");
    assertThat(record.affected())
        .extracting(Affected::ecosystem, Affected::fixState, Affected::severity)
        .containsExactlyInAnyOrder(
            row("Debian:10", FixState.END_OF_LIFE, Severity.UNKNOWN),
            row("Debian:11", FixState.NOT_FIXED, Severity.NEGLIGIBLE),
            row("Debian:12", FixState.FIXED, Severity.HIGH),
            row("Debian:13", FixState.NOT_AFFECTED, Severity.NEGLIGIBLE),
            row("Debian:unstable", FixState.UNDER_INVESTIGATION, Severity.UNKNOWN));
    assertThat(only("TEMP-1").affected().getFirst().fixState()).isEqualTo(FixState.WONT_FIX);
  }

  @Test
  void debianAdvisoryLists() throws IOException {
    feeds.with(
        "data/DSA/list",
        """
        [29 Mar 2024] DSA-2-1 curl - security update
        \t{CVE-2024-0001 CVE-2024-0002}
        \t[bookworm] - curl 7.88.1-10+deb12u4
        \t[bullseye] - curl <not-affected> (code not present)
        \tNOTE: a note
        [28 Mar 2024] DSA-1-2 zlib - regression update
        \t[bookworm] - zlib 1:1.2.13-2
        [01 Feb 2024] DSA-1-1 zlib - security update
        \t[bookworm] - zlib 1:1.2.13-1
        """);

    ImportSummary summary = feeds.run();

    assertThat(summary.inputs().getFirst().feeds())
        .containsExactly(new Recognised("Debian advisory list", 1, 2));
    assertThat(only("DSA-2-1").covers()).containsExactly("CVE-2024-0001", "CVE-2024-0002");
    assertThat(only("DSA-2-1").title()).isEqualTo("curl - security update");
    assertThat(only("DSA-2-1").modified()).contains(Instant.parse("2024-03-29T00:00:00Z"));
    assertThat(only("DSA-2-1").affected())
        .extracting(Affected::ecosystem, Affected::fixState)
        .containsExactly(row("Debian:12", FixState.FIXED), row("Debian:11", FixState.NOT_AFFECTED));
    assertThat(only("DSA-1-1").covers()).isEmpty();
  }

  @Test
  void debianAdvisoriesAsJson() throws IOException {
    feeds.with(
        "dsa.json",
        """
        [{"id":"DSA-1-1","date":"2025-01-30","title":"yelp","cves":["CVE-2024-0001"],
          "rel":"bookworm","pv":"yelp 42.2-1+deb12u1 \\t[trixie] - yelp-xsl 42.1-2+deb13u1"}]
        """);

    assertThat(only("DSA-1-1").affected())
        .extracting(Affected::ecosystem, Affected::name)
        .containsExactly(row("Debian:12", "yelp"), row("Debian:13", "yelp-xsl"));
  }

  @Test
  void exploitedHolesFromEveryForm() throws IOException {
    feeds
        .with("osv.json", TestFeeds.osv("A-1", Map.of(), affected("npm", "a", "introduced 0")))
        .with(
            "kev.csv",
            "cveID,vendorProject,vulnerabilityName,dateAdded,knownRansomwareCampaignUse\n"
                + "CVE-2024-0001,\"Some, Vendor\",\"a \"\"hole\"\"\",2024-01-02,Known\n"
                + "not a cve,,,,\n")
        .with("kev-epss.csv", "CVE,CVSS3,EPSS,Vendor\nCVE-2024-0002,9.8,0.5,x\n")
        .with(
            "facts.jsonl",
            """
            {"cve":"CVE-2024-0003","kev":{"added":"2024-01-03","ransomware":"Unknown"},
             "epss":{"score":0.75,"date":"2024-02-02"},
             "cvss_nvd":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","cvss3_score":"9.8"}
            {"cve":"CVE-2024-0004","poc":{"github":3}}
            """);

    try (AdvisoryDatabase database = feeds.database()) {
      KnownHole first = database.show("CVE-2024-0001").getFirst();
      assertThat(first.facts().exploited())
          .hasValueSatisfying(e -> assertThat(e.ransomware()).isTrue());
      KnownHole second = database.show("CVE-2024-0002").getFirst();
      assertThat(second.facts().exploited()).isPresent();
      assertThat(second.facts().epss()).hasValue(0.5);
      assertThat(second.facts().cvss())
          .singleElement()
          .satisfies(r -> assertThat(r.score()).isEqualTo(9.8));
      KnownHole third = database.show("CVE-2024-0003").getFirst();
      assertThat(third.facts().epss()).hasValue(0.75);
      assertThat(third.facts().cvss())
          .singleElement()
          .satisfies(rating -> assertThat(rating.vector()).startsWith("CVSS:3.1"));
      assertThat(database.show("CVE-2024-0004").getFirst().facts().exploited()).isEmpty();
    }
  }

  @Test
  void whatIsNoFeedIsToldAndLeftOut() throws IOException {
    feeds
        .withOsv("A-1", Map.of(), affected("npm", "a", "introduced 0"))
        .with("README.md", "# words")
        .with("other.json", "{\"a\":1}")
        .with("cut.json", "{\"id\":\"A-2\",\"modified\":\"2024-01-01T00:00:00Z\",\"affected\":[")
        .with("lines.jsonl", TestFeeds.osv("A-3", Map.of(), "") + "\n{\"id\":")
        .with(
            "testdata/A-4.json",
            TestFeeds.osv("A-4", Map.of(), affected("npm", "b", "introduced 0")));

    ImportSummary.Input input = feeds.run().inputs().getFirst();

    assertThat(input.feeds()).extracting(Recognised::records).containsExactly(2L);
    assertThat(input.skipped())
        .extracting(Skipped::reason, Skipped::details, Skipped::examples)
        .containsExactlyInAnyOrder(
            row(SkipReason.TEST_DATA, "", List.of("testdata/A-4.json")),
            row(SkipReason.MALFORMED, "OSV", List.of("lines.jsonl")),
            row(SkipReason.UNKNOWN_FORM, ".md", List.of("README.md")),
            row(SkipReason.UNKNOWN_FORM, ".json", List.of("cut.json", "other.json")));
  }

  private Advisory only(String id) throws IOException {
    try (AdvisoryDatabase database = feeds.database()) {
      Optional<Advisory> found =
          database.show(id).stream()
              .flatMap(hole -> hole.records().stream())
              .filter(record -> record.id().equals(id))
              .findFirst();
      return found.orElseThrow(() -> new AssertionError("no record " + id));
    }
  }

  private static End end(Advisory record) {
    return record.affected().getFirst().ranges().getFirst().end();
  }
}
