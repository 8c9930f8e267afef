package io.breakwater.advisory;

import static io.breakwater.advisory.TestFeeds.affected;
import static io.breakwater.advisory.TestPackages.ALMA_9;
import static io.breakwater.advisory.TestPackages.ALPINE_318;
import static io.breakwater.advisory.TestPackages.DEBIAN_12;
import static io.breakwater.advisory.TestPackages.UBUNTU_22;
import static io.breakwater.advisory.TestPackages.binary;
import static io.breakwater.advisory.TestPackages.findings;
import static io.breakwater.advisory.TestPackages.ids;
import static io.breakwater.advisory.TestPackages.language;
import static io.breakwater.advisory.TestPackages.owned;
import static io.breakwater.model.OperatingSystem.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.model.DatabaseInfo.NotCovered;
import io.breakwater.model.Finding;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.FixState;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Purl;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatcherTest {
  @TempDir private Path folder;
  private TestFeeds feeds;

  @BeforeEach
  void makeFeeds() throws IOException {
    feeds = new TestFeeds(folder);
  }

  @Test
  void aVersionIsAffectedFromIntroducedUntilFixed() throws IOException {
    Matcher matcher =
        feeds
            .withOsv("GHSA-1", Map.of(), affected("npm", "left", "introduced 1.2.0, fixed 1.4.0"))
            .matcher();

    assertThat(ids(matcher, UNKNOWN, language("npm", "left", "1.1.9"))).isEmpty();
    assertThat(ids(matcher, UNKNOWN, language("npm", "left", "1.2.0"))).containsExactly("GHSA-1");
    assertThat(ids(matcher, UNKNOWN, language("npm", "left", "1.4.0-rc.1")))
        .containsExactly("GHSA-1");
    assertThat(ids(matcher, UNKNOWN, language("npm", "left", "1.4.0"))).isEmpty();
    assertThat(ids(matcher, UNKNOWN, language("npm", "right", "1.3.0"))).isEmpty();
  }

  @Test
  void theLastAffectedVersionIsAffectedAndALimitIsNot() throws IOException {
    Matcher matcher =
        feeds
            .withOsv("A-1", Map.of(), affected("npm", "a", "introduced 0, last_affected 2.0.0"))
            .withOsv("B-1", Map.of(), affected("npm", "b", "introduced 0, limit 2.0.0"))
            .matcher();

    assertThat(ids(matcher, UNKNOWN, language("npm", "a", "2.0.0"))).containsExactly("A-1");
    assertThat(ids(matcher, UNKNOWN, language("npm", "a", "2.0.1"))).isEmpty();
    assertThat(ids(matcher, UNKNOWN, language("npm", "b", "1.9.9"))).containsExactly("B-1");
    assertThat(ids(matcher, UNKNOWN, language("npm", "b", "2.0.0"))).isEmpty();
  }

  @Test
  void eventsMayStandInAnyOrder() throws IOException {
    String events = "fixed 3.1.0, introduced 3.0.0, fixed 1.5.0, introduced 0";
    Matcher matcher = feeds.withOsv("A-1", Map.of(), affected("npm", "a", events)).matcher();

    assertThat(ids(matcher, UNKNOWN, language("npm", "a", "1.4.0"))).containsExactly("A-1");
    assertThat(ids(matcher, UNKNOWN, language("npm", "a", "2.0.0"))).isEmpty();
    assertThat(ids(matcher, UNKNOWN, language("npm", "a", "3.0.5"))).containsExactly("A-1");
  }

  @Test
  void listedVersionsCountBesideRanges() throws IOException {
    String list = "{\"package\":{\"ecosystem\":\"PyPI\",\"name\":\"Foo_Bar\"},";
    Matcher matcher =
        feeds.withOsv("PYSEC-1", Map.of(), list + "\"versions\":[\"1.0\",\"1.10\"]}").matcher();

    assertThat(ids(matcher, UNKNOWN, language("pypi", "foo.bar", "1.0.0")))
        .containsExactly("PYSEC-1");
    assertThat(ids(matcher, UNKNOWN, language("pypi", "foo-bar", "1.10")))
        .containsExactly("PYSEC-1");
    assertThat(ids(matcher, UNKNOWN, language("pypi", "foo-bar", "1.1"))).isEmpty();
  }

  @Test
  void aWithdrawnAdvisoryAffectsNothing() throws IOException {
    Matcher matcher =
        feeds
            .withOsv(
                "A-1",
                Map.of("withdrawn", "\"2024-01-01T00:00:00Z\""),
                affected("npm", "a", "introduced 0"))
            .withOsv("B-1", Map.of(), affected("npm", "b", "introduced 0"))
            .matcher();

    assertThat(ids(matcher, UNKNOWN, language("npm", "a", "1.0.0"))).isEmpty();
  }

  @Test
  void commitsAreNoVersions() throws IOException {
    String git =
        "{\"package\":{\"ecosystem\":\"npm\",\"name\":\"a\"},\"ranges\":[{\"type\":\"GIT\","
            + "\"repo\":\"https://example.org/a\",\"events\":[{\"introduced\":\"0\"}]}]}";
    Matcher matcher =
        feeds
            .withOsv("A-1", Map.of(), git)
            .withOsv("B-1", Map.of(), affected("npm", "b", "introduced 0"))
            .matcher();

    assertThat(ids(matcher, UNKNOWN, language("npm", "a", "1.0.0"))).isEmpty();
  }

  @Test
  void allRecordsOfOneHoleMakeOneFinding() throws IOException {
    String affected = affected("Go", "example.org/m", "introduced 0, fixed 1.5.0");
    Matcher matcher =
        feeds
            .withOsv("GHSA-aaaa", Map.of("aliases", "[\"CVE-2024-0001\"]"), affected)
            .withOsv("GO-2024-1", Map.of("aliases", "[\"GHSA-aaaa\"]"), affected)
            .withOsv("SNYK-1", Map.of("aliases", "[\"GO-2024-1\"]"), affected)
            .matcher();

    Vulnerability only =
        findings(matcher, UNKNOWN, language("golang", "example.org/m", "v1.4.0")).getFirst();

    assertThat(only.id()).isEqualTo("CVE-2024-0001");
    assertThat(only.aliases()).containsExactly("GHSA-aaaa", "GO-2024-1", "SNYK-1");
    assertThat(only.fixedVersion()).contains("1.5.0");
    assertThat(findings(matcher, UNKNOWN, language("golang", "example.org/m", "v1.4.0")))
        .hasSize(1);
  }

  @Test
  void anUpdateThatClosesSeveralHolesDoesNotMakeThemOne() throws IOException {
    Matcher matcher =
        feeds
            .withOsv(
                "ALSA-2024:1",
                Map.of("related", "[\"CVE-2024-0001\",\"CVE-2024-0002\"]", "summary", "\"Low: a\""),
                affected("AlmaLinux:9", "glibc", "introduced 0, fixed 2.34-60.el9"))
            .withOsv(
                "ALSA-2024:2",
                Map.of("related", "[\"CVE-2024-0002\"]"),
                affected("AlmaLinux:9", "glibc", "introduced 0, fixed 2.34-70.el9"))
            .matcher();

    List<Vulnerability> findings =
        findings(matcher, ALMA_9, binary("rpm", "glibc", "2.34-50.el9", "glibc", "2.34-50.el9"));

    assertThat(findings).extracting(Vulnerability::id).contains("CVE-2024-0001", "CVE-2024-0002");
    Vulnerability first = byId(findings, "CVE-2024-0001");
    assertThat(first.aliases()).containsExactly("ALSA-2024:1");
    assertThat(first.severity()).isEqualTo(Severity.LOW);
    Vulnerability second = byId(findings, "CVE-2024-0002");
    assertThat(second.aliases()).containsExactly("ALSA-2024:1", "ALSA-2024:2");
    assertThat(second.fixedVersion()).contains("2.34-70.el9");
  }

  @Test
  void anUpdateOfAStreamSaysNothingAboutAnotherStreamNorThePlainPackage() throws IOException {
    String fixed = "introduced 0, fixed 1:20.9.0-1.module_el9.3.0+53";
    Matcher matcher =
        feeds
            .withOsv(
                "ALSA-2024:3",
                Map.of("summary", "\"Important: nodejs:20 security update\""),
                affected("AlmaLinux:9", "nodejs", fixed))
            .matcher();
    String stream18 = "1:18.1.0-1.module_el9.2.0+1";
    String stream20 = "1:20.1.0-1.module_el9.2.0+2";

    assertThat(ids(matcher, ALMA_9, modular(stream20, "nodejs:20:9020"))).hasSize(1);
    assertThat(ids(matcher, ALMA_9, modular(stream18, "nodejs:18:9020"))).isEmpty();
    assertThat(ids(matcher, ALMA_9, binary("rpm", "nodejs", "1:16.20-1.el9", "nodejs", "16")))
        .isEmpty();
  }

  private static Component modular(String version, String label) {
    Purl purl = Purl.of("rpm", "almalinux", "nodejs", version).withQualifier("rpmmod", label);
    return TestPackages.component(purl, "nodejs", version, Optional.empty(), Optional.empty());
  }

  @Test
  void debianJudgesBySourcePackageAndItsVersion() throws IOException {
    Matcher matcher =
        feeds
            .withOsv(
                "DSA-1-1",
                Map.of("upstream", "[\"CVE-2024-0001\"]"),
                affected("Debian:12", "util-linux", "introduced 0, fixed 2.38-5+deb12u1"))
            .matcher();
    Component bsdutils = binary("deb", "bsdutils", "1:2.38-5", "util-linux", "2.38-5");

    Vulnerability found = findings(matcher, DEBIAN_12, bsdutils).getFirst();

    assertThat(found.id()).isEqualTo("CVE-2024-0001");
    assertThat(found.aliases()).containsExactly("DSA-1-1");
    assertThat(found.installedVersion()).isEqualTo("1:2.38-5");
    assertThat(found.fixedVersion()).contains("2.38-5+deb12u1");
    assertThat(found.fixState()).isEqualTo(FixState.FIXED);
    assertThat(found.source().record()).isEqualTo("DSA-1-1");
    assertThat(ids(matcher, new OperatingSystem("debian", "11", ""), bsdutils)).isEmpty();
    assertThat(ids(matcher, UBUNTU_22, bsdutils)).isEmpty();
  }

  @Test
  void aFixThatOneDebianRecordKnowsOfIsThere() throws IOException {
    Matcher matcher =
        feeds
            .withOsv(
                "DSA-1-1",
                Map.of("upstream", "[\"CVE-2024-0001\"]"),
                affected("Debian:12", "curl", "introduced 0, fixed 7.88-5"))
            .withOsv(
                "DEBIAN-CVE-2024-0001",
                Map.of("upstream", "[\"CVE-2024-0001\"]"),
                affected("Debian:12", "curl", "introduced 0, fixed 7.88-4"))
            .matcher();

    assertThat(ids(matcher, DEBIAN_12, binary("deb", "curl", "7.88-4", "curl", "7.88-4")))
        .isEmpty();
    assertThat(findings(matcher, DEBIAN_12, binary("deb", "curl", "7.88-3", "curl", "7.88-3")))
        .singleElement()
        .satisfies(found -> assertThat(found.fixedVersion()).contains("7.88-4"));
  }

  @Test
  void notAffectedInTheDistributionOverridesEverybody() throws IOException {
    Matcher matcher =
        feeds
            .with(
                "CVE-2024-0001",
                """
                Candidate: CVE-2024-0001
                PublicDate: 2024-01-02 00:00:00 UTC
                Priority: medium
                jammy_curl: not-affected (code not present)
                """)
            .withOsv(
                "UBUNTU-CVE-2024-0001",
                Map.of("upstream", "[\"CVE-2024-0001\"]"),
                affected("Ubuntu:22.04:LTS", "curl", "introduced 0, fixed 9.0"))
            .matcher();

    assertThat(ids(matcher, UBUNTU_22, binary("deb", "curl", "7.81-1", "curl", "7.81-1")))
        .isEmpty();
  }

  @Test
  void ubuntuProSpeaksOnlyAboutWhatItInstalled() throws IOException {
    Matcher matcher =
        feeds
            .with(
                "CVE-2024-0001",
                """
                Candidate: CVE-2024-0001
                PublicDate: 2024-01-02 00:00:00 UTC
                Priority: high
                jammy_ffmpeg: needed
                esm-apps/jammy_ffmpeg: released (7:4.4.2-0ubuntu0.22.04.1+esm3)
                """)
            .matcher();
    String plain = "7:4.4.2-0ubuntu0.22.04.1";

    Vulnerability open =
        findings(matcher, UBUNTU_22, binary("deb", "ffmpeg", plain, "ffmpeg", plain)).getFirst();

    assertThat(open.fixState()).isEqualTo(FixState.NOT_FIXED);
    assertThat(open.fixedVersion()).isEmpty();
    assertThat(open.severity()).isEqualTo(Severity.HIGH);
    assertThat(open.aliases()).containsExactly("UBUNTU-CVE-2024-0001");
    assertThat(ids(matcher, UBUNTU_22, binary("deb", "x", "1", "ffmpeg", plain + "+esm3")))
        .isEmpty();
    assertThat(findings(matcher, UBUNTU_22, binary("deb", "x", "1", "ffmpeg", plain + "+esm2")))
        .singleElement()
        .satisfies(found -> assertThat(found.fixedVersion()).contains(plain + "+esm3"));
  }

  @Test
  void alpineJudgesByOrigin() throws IOException {
    Matcher matcher =
        feeds
            .with(
                "main.json",
                """
                {"distroversion":"v3.18","reponame":"main","packages":[{"pkg":{"name":"openssl",
                 "secfixes":{"3.1.4-r0":["CVE-2024-0001"],"0":["CVE-2024-0002"]}}}]}
                """)
            .matcher();

    assertThat(
            ids(matcher, ALPINE_318, binary("apk", "libssl3", "3.1.3-r0", "openssl", "3.1.3-r0")))
        .containsExactly("CVE-2024-0001");
    assertThat(
            ids(matcher, ALPINE_318, binary("apk", "libssl3", "3.1.4-r0", "openssl", "3.1.4-r0")))
        .isEmpty();
  }

  @Test
  void whatAPackageOfTheDistributionOwnsIsJudgedByTheDistribution() throws IOException {
    Matcher matcher =
        feeds.withOsv("PYSEC-1", Map.of(), affected("PyPI", "pip", "introduced 0")).matcher();

    assertThat(ids(matcher, DEBIAN_12, owned("pypi", "pip", "23.0"))).isEmpty();
    assertThat(ids(matcher, DEBIAN_12, language("pypi", "pip", "23.0"))).hasSize(1);
    // Nobody publishes what this one patched: the ecosystem's word is all there is.
    var nobodys = new OperatingSystem("void", "", "Void Linux");
    assertThat(ids(matcher, nobodys, owned("pypi", "pip", "23.0"))).hasSize(1);
  }

  @Test
  void anErlangApplicationIsThePackageOfHexThatItWasBuiltOf() throws IOException {
    Matcher matcher =
        feeds
            .withOsv("GHSA-1", Map.of(), affected("Hex", "phoenix", "introduced 0, fixed 1.7.14"))
            .withOsv("GHSA-2", Map.of(), affected("Hex", "ssl", "introduced 0"))
            .matcher();

    assertThat(ids(matcher, UNKNOWN, language("otp", "phoenix", "1.7.10")))
        .containsExactly("GHSA-1");
    assertThat(ids(matcher, UNKNOWN, language("otp", "phoenix", "1.7.14"))).isEmpty();
    MatchResult parts = matcher.match(UNKNOWN, List.of(language("otp", "ssl", "11.0")));
    assertThat(parts.findings()).as("a part of Erlang/OTP is no package of Hex").isEmpty();
    assertThat(parts.notCovered()).containsExactly(new NotCovered("otp", 1));
    assertThat(
            matcher
                .match(
                    UNKNOWN,
                    List.of(
                        language("hex", "phoenix", "1.7.10"), language("otp", "phoenix", "1.7.10")))
                .findings())
        .as("what was fetched and what was built of it are one package")
        .hasSize(1);
  }

  @Test
  void theFixIsTheLowestAboveTheInstalledVersionThatIsNotAffectedItself() throws IOException {
    String branches =
        affected("Maven", "g:a", "introduced 2.0, fixed 2.3.2")
            + ","
            + affected("Maven", "g:a", "introduced 2.4, fixed 2.12.2")
            + ","
            + affected("Maven", "g:a", "introduced 2.13, fixed 2.15");
    Matcher matcher =
        feeds
            .withOsv("GHSA-1", Map.of("aliases", "[\"CVE-2024-0001\"]"), branches)
            .withOsv(
                "OTHER-1",
                Map.of("aliases", "[\"CVE-2024-0001\"]"),
                affected("Maven", "g:a", "introduced 2.0, fixed 2.12.3"))
            .matcher();

    assertThat(findings(matcher, UNKNOWN, language("maven", "g:a", "2.8")))
        .singleElement()
        .satisfies(found -> assertThat(found.fixedVersion()).contains("2.12.3"));
    assertThat(findings(matcher, UNKNOWN, language("maven", "g:a", "2.14.1")))
        .singleElement()
        .satisfies(found -> assertThat(found.fixedVersion()).contains("2.15"));
  }

  @Test
  void theNewestCvssDecidesWhereNoDistributionSpeaks() throws IOException {
    String ratings =
        """
        [{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},
         {"type":"CVSS_V4",
          "score":"CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:P/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N"}]
        """;
    Matcher matcher =
        feeds
            .withOsv(
                "GHSA-1",
                Map.of("severity", ratings, "database_specific", "{\"severity\":\"CRITICAL\"}"),
                affected("npm", "a", "introduced 0"))
            .withOsv(
                "GHSA-2",
                Map.of("database_specific", "{\"severity\":\"MODERATE\"}"),
                affected("npm", "b", "introduced 0"))
            .matcher();

    Vulnerability rated = findings(matcher, UNKNOWN, language("npm", "a", "1.0.0")).getFirst();

    assertThat(rated.severity()).isEqualTo(Severity.LOW);
    assertThat(rated.cvss()).hasSize(2);
    assertThat(findings(matcher, UNKNOWN, language("npm", "b", "1.0.0")).getFirst().severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aVersionThatCannotBeOrderedIsNeitherReportedNorHidden() throws IOException {
    Matcher matcher =
        feeds
            .withOsv("A-1", Map.of(), affected("Go", "example.org/m", "introduced 0, fixed 1.0.0"))
            .withOsv("B-1", Map.of(), affected("Go", "example.org/m", "introduced 0"))
            .matcher();
    Component unknown = language("golang", "example.org/m", "(devel)");

    MatchResult result = matcher.match(UNKNOWN, List.of(unknown));

    assertThat(result.findings()).extracting(Finding::id).containsExactly("B-1");
    assertThat(result.undecided())
        .containsExactly(new MatchResult.Undecided(unknown.id(), "(devel)", 1));
  }

  @Test
  void whatNoFeedSpeaksAboutIsTold() throws IOException {
    Matcher matcher =
        feeds.withOsv("A-1", Map.of(), affected("npm", "a", "introduced 0")).matcher();

    MatchResult result =
        matcher.match(
            new OperatingSystem("debian", "13", ""),
            List.of(
                binary("deb", "bash", "5.2", "bash", "5.2"),
                binary("deb", "dash", "0.5", "dash", "0.5"),
                language("npm", "b", "1.0.0"),
                language("pypi", "c", "1.0.0"),
                language("generic", "d", "1")));

    assertThat(result.notCovered())
        .containsExactly(
            new NotCovered("Debian:13", 2),
            new NotCovered("PyPI", 1),
            new NotCovered("generic", 1));
    assertThat(matcher.match(UNKNOWN, List.of(binary("deb", "a", "1", "a", "1"))).notCovered())
        .containsExactly(new NotCovered("deb", 1));
  }

  @Test
  void factsAreJoinedByTheCveOfAnyAlias() throws IOException {
    Matcher matcher =
        feeds
            .withOsv(
                "GHSA-1",
                Map.of("aliases", "[\"CVE-2024-0001\"]"),
                affected("npm", "a", "introduced 0, fixed 2.0.0"))
            .with("epss.csv", "cve,epss,percentile\nCVE-2024-0001,0.50000,0.97\n")
            .with(
                "kev.json",
                """
                {"catalogVersion":"2024.01.01","dateReleased":"2024-01-01T00:00:00Z",
                 "vulnerabilities":[{"cveID":"CVE-2024-0001","dateAdded":"2023-12-24",
                 "knownRansomwareCampaignUse":"Known"}]}
                """)
            .matcher();

    Vulnerability found = findings(matcher, UNKNOWN, language("npm", "a", "1.0.0")).getFirst();

    assertThat(found.epss()).hasValue(0.5);
    assertThat(found.exploited())
        .hasValueSatisfying(
            known -> {
              assertThat(known.ransomware()).isTrue();
              assertThat(known.since()).contains(java.time.LocalDate.of(2023, 12, 24));
            });
    assertThat(found.priority().terms()).extracting(t -> t.name()).contains("exploited", "epss");
  }

  @Test
  void whatToFixFirstComesFirst() throws IOException {
    Matcher matcher =
        feeds
            .withOsv(
                "LOW-1",
                Map.of("database_specific", "{\"severity\":\"LOW\"}"),
                affected("npm", "a", "introduced 0"))
            .withOsv(
                "HIGH-1",
                Map.of("database_specific", "{\"severity\":\"HIGH\"}"),
                affected("npm", "a", "introduced 0"))
            .withOsv(
                "HIGH-2",
                Map.of("database_specific", "{\"severity\":\"HIGH\"}"),
                affected("npm", "a", "introduced 0, fixed 2.0.0"))
            .matcher();

    assertThat(findings(matcher, UNKNOWN, language("npm", "a", "1.0.0")))
        .extracting(Vulnerability::id)
        .containsExactly("HIGH-2", "HIGH-1", "LOW-1");
  }

  private static Vulnerability byId(List<Vulnerability> findings, String id) {
    return findings.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aPackageThatNamesItsDistributionIsJudgedByThatOne() throws IOException {
    Matcher matcher =
        feeds
            .withOsv("U-1", Map.of(), affected("Ubuntu:20.04:LTS", "libc", "introduced 0, fixed 9"))
            .withOsv("D-1", Map.of(), affected("Debian:12", "libc", "introduced 0, fixed 9"))
            .matcher();
    Purl own = Purl.of("deb", "debian", "libc", "2", Map.of("distro", "debian-12"));
    Purl snaps = Purl.of("deb", "ubuntu", "libc", "2", Map.of("distro", "ubuntu-20.04"));
    Purl strange = Purl.of("deb", "debian", "libc", "2", Map.of("distro", "bookworm"));

    assertThat(ids(matcher, DEBIAN_12, deb(own))).containsExactly("D-1");
    assertThat(ids(matcher, DEBIAN_12, deb(strange))).containsExactly("D-1");
    assertThat(ids(matcher, DEBIAN_12, deb(snaps))).containsExactly("U-1");
  }

  @Test
  void anotherToolsWordsForTheImagesDistributionMeanTheImages() throws IOException {
    Matcher matcher =
        feeds
            .withOsv("A-1", Map.of(), affected("AlmaLinux:9", "libc", "introduced 0, fixed 9"))
            .withOsv("Z-1", Map.of(), affected("Amazon Linux:2", "libc", "introduced 0, fixed 9"))
            .withOsv("L-1", Map.of(), affected("openSUSE:Leap 15.6", "libc", "introduced 0"))
            .matcher();
    var amazon = new OperatingSystem("amzn", "2", "Amazon Linux 2");
    var leap = new OperatingSystem("opensuse-leap", "15.6", "openSUSE Leap 15.6");
    Purl leaps = Purl.of("rpm", "opensuse", "libc", "2", Map.of("distro", "opensuse-leap-15.6"));
    Purl almas = Purl.of("rpm", "alma", "libc", "2", Map.of("distro", "alma-9.3"));
    Purl amazons = Purl.of("rpm", "amazon", "libc", "2", Map.of("distro", "amazon-2 (Karoo)"));

    assertThat(ids(matcher, ALMA_9, deb(almas))).containsExactly("A-1");
    assertThat(ids(matcher, amazon, deb(amazons))).containsExactly("Z-1");
    assertThat(ids(matcher, leap, deb(leaps))).containsExactly("L-1");
  }

  private static Component deb(Purl purl) {
    return TestPackages.component(purl, "libc", "2", Optional.empty(), Optional.empty());
  }
}
