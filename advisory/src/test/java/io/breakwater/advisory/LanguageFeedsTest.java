package io.breakwater.advisory;

import static io.breakwater.advisory.TestPackages.DEBIAN_12;
import static io.breakwater.advisory.TestPackages.findings;
import static io.breakwater.advisory.TestPackages.ids;
import static io.breakwater.advisory.TestPackages.language;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Exploit.Maturity;
import io.breakwater.model.Finding.MaliciousPackage;
import io.breakwater.model.Finding.Vulnerability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of languages and of facts, each in its native form, and what a match makes of them. */
class LanguageFeedsTest {
  @TempDir private Path folder;
  private TestFeeds feeds;

  @BeforeEach
  void makeFeeds() throws IOException {
    feeds = new TestFeeds(folder);
  }

  @Test
  void rustSec() throws IOException {
    feeds.with(
        "crates/thing/RUSTSEC-2024-0001.md",
        """
        ```toml
        [advisory]
        # a comment
        id = "RUSTSEC-2024-0001"
        package = "thing"
        date = "2024-01-02"
        aliases = ["CVE-2024-0001"]
        [versions]
        patched = [">= 1.2.3", "^1.0.7"]
        unaffected = ["< 0.9"]
        ```

        # A title

        Words.
        """);
    Matcher matcher = feeds.matcher();

    assertThat(ids(matcher, DEBIAN_12, language("cargo", "thing", "1.0.6")))
        .containsExactly("CVE-2024-0001");
    assertThat(ids(matcher, DEBIAN_12, language("cargo", "thing", "1.0.7"))).isEmpty();
    assertThat(ids(matcher, DEBIAN_12, language("cargo", "thing", "0.8.9"))).isEmpty();
    assertThat(ids(matcher, DEBIAN_12, language("cargo", "things", "1.0.6"))).isEmpty();
  }

  @Test
  void friendsOfPhp() throws IOException {
    feeds.with(
        "a/b/CVE-2024-0001.yaml",
        """
        title: A title
        link: https://github.com/a/b/security/advisories/GHSA-jfh8-c2jp-5v3q
        cve: CVE-2024-0001
        branches:
            1.x: {time: 2024-01-02 00:00:00, versions: ['>=1.0', '<1.4.2']}
            2.x: {time: 2024-01-02 00:00:00, versions: ['>=2.0', '<2.0.1']}
        reference: composer://a/b
        """);
    Matcher matcher = feeds.matcher();

    assertThat(findings(matcher, DEBIAN_12, language("composer", "a/b", "v1.4.1")))
        .singleElement()
        .satisfies(f -> assertThat(f.aliases()).contains("GHSA-jfh8-c2jp-5v3q"));
    assertThat(ids(matcher, DEBIAN_12, language("composer", "a/b", "v1.4.2"))).isEmpty();
  }

  @Test
  void rubySec() throws IOException {
    feeds.with(
        "gems/thing/CVE-2024-0001.yml",
        """
        ---
        gem: thing
        cve: 2024-0001
        ghsa: aaaa-bbbb-cccc
        title: A title
        date: 2024-01-02
        unaffected_versions: ["< 3"]
        patched_versions: ["~> 3.2.15", ">= 4.0.1"]
        """);
    Matcher matcher = feeds.matcher();

    assertThat(ids(matcher, DEBIAN_12, language("gem", "thing", "3.2.14")))
        .containsExactly("CVE-2024-0001");
    assertThat(ids(matcher, DEBIAN_12, language("gem", "thing", "3.2.16"))).isEmpty();
    assertThat(ids(matcher, DEBIAN_12, language("gem", "thing", "4.0.0"))).hasSize(1);
  }

  @Test
  void retireJsAndNodeSecurityAndGithubAreOneHole() throws IOException {
    feeds.with(
        "jsrepository.json",
        """
        {"retire-example": {"vulnerabilities": []},
         "lib.js": {"npmname": "lib", "extractors": {}, "vulnerabilities": [
           {"atOrAbove": "1.0", "below": "1.4.0", "severity": "high",
            "identifiers": {"summary": "words", "CVE": ["CVE-2024-0001"]}, "info": []}]}}
        """);
    feeds.with(
        "410.json",
        """
        {"id": 410, "title": "words", "module_name": "lib", "cves": ["CVE-2024-0001"],
         "vulnerable_versions": "<=1.3.9", "patched_versions": ">=1.4.0", "cvss_score": 7.5}
        """);
    feeds.with(
        "ghsa.json",
        """
        {"ghsaId": "GHSA-aaaa-bbbb-cccc", "identifiers": [{"value": "CVE-2024-0001"}],
         "severity": "HIGH", "cwes": {"nodes": [{"cweId": "CWE-79"}]},
         "vulnerabilities": {"nodes": [{"package": {"ecosystem": "NPM", "name": "lib"},
           "vulnerableVersionRange": "<= 1.3.9", "firstPatchedVersion": {"identifier": "1.4.0"}}]}}
        """);

    List<Vulnerability> found =
        TestPackages.findings(feeds.matcher(), DEBIAN_12, language("npm", "lib", "1.3.9"));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().id()).isEqualTo("CVE-2024-0001");
    assertThat(found.getFirst().aliases())
        .contains("GHSA-aaaa-bbbb-cccc", "NSWG-ECO-410", "RETIRE-lib.js-CVE-2024-0001");
    assertThat(found.getFirst().fixedVersion()).contains("1.4.0");
    assertThat(found.getFirst().facts().cwes()).containsExactly("CWE-79");
  }

  @Test
  void projectKbListsVersions() throws IOException {
    feeds.with(
        "statement.yaml",
        """
        vulnerability_id: CVE-2024-0001
        notes:
        - text: Words.
        artifacts:
        - {id: "pkg:maven/g/a@1.0", reason: x, affected: true}
        - {id: "pkg:maven/g/a@1.1", reason: x, affected: false}
        - {id: "pkg:maven/g/a@1.2", reason: x, affected: true}
        - {id: "pkg:maven/g/a@1.10", reason: x, affected: false}
        - {id: "pkg:maven/g/a@1.11", reason: x, affected: false}
        """);
    Matcher matcher = feeds.matcher();

    assertThat(matcher.match(DEBIAN_12, List.of(language("maven", "g:a", "1.0"))).vulnerabilities())
        .as("the fix is the lowest safe version above all affected ones")
        .singleElement()
        .satisfies(hole -> assertThat(hole.fixedVersion()).contains("1.10"));
    for (String unjudged : List.of("1.1.5", "1.3", "2.0")) {
      assertThat(ids(matcher, DEBIAN_12, language("maven", "g:a", unjudged))).isEmpty();
    }

    assertThat(ids(matcher, DEBIAN_12, language("maven", "g:a", "1.0"))).hasSize(1);
    assertThat(ids(matcher, DEBIAN_12, language("maven", "g:a", "1.1"))).isEmpty();
  }

  @Test
  void allWhoCallAPackageMaliciousMakeOneFinding() throws IOException {
    feeds.with("campaign/iocs.csv", "package_name,package_version\nevil,= 1.0.1\n");
    feeds.with("x/i.csv", "type,indicator,context\nnpm package,evil@1.0.1,bad\nurl,http://x,y\n");
    feeds.withOsv(
        "MAL-2024-1", Map.of(), TestFeeds.affected("npm", "evil", "introduced 1.0.1, fixed 1.0.2"));
    Matcher matcher = feeds.matcher();

    var findings = matcher.match(DEBIAN_12, List.of(language("npm", "evil", "1.0.1"))).findings();

    assertThat(findings).singleElement().isInstanceOf(MaliciousPackage.class);
    assertThat(((MaliciousPackage) findings.getFirst()).id()).isEqualTo("MAL-2024-1");
    assertThat(((MaliciousPackage) findings.getFirst()).aliases()).contains("IOC-npm-evil");
    for (String other : new String[] {"evil2", "@x/evil", "Evil"}) {
      assertThat(matcher.match(DEBIAN_12, List.of(language("npm", other, "1.0.1"))).findings())
          .as(other)
          .isEmpty();
    }
    assertThat(matcher.match(DEBIAN_12, List.of(language("npm", "evil", "1.0.0"))).findings())
        .isEmpty();
  }

  @Test
  void listsOfExploitsAreFactsOfTheirHoles() throws IOException {
    feeds.withOsv("CVE-2024-0001", Map.of(), TestFeeds.affected("npm", "a", "introduced 0"));
    feeds.with(
        "files_exploits.csv",
        "id,file,description,verified,codes\n7,exploits/7.py,words,1,CVE-2024-0001;OSVDB-1\n");
    feeds.with(
        "modules_metadata_base.json",
        "{\"exploit_x\":{\"name\":\"X\",\"fullname\":\"exploit/x\",\"rank\":600,"
            + "\"references\":[\"CVE-2024-0001\",\"URL-http://x\"]}}");
    feeds.with(
        "cves.json",
        "{\"ID\":\"CVE-2024-0001\",\"Info\":{\"Name\":\"X\"},\"file_path\":\"http/x.yaml\"}\n");
    feeds.with(
        "vulncheck.json",
        "[{\"cve\":[\"CVE-2024-0001\"],\"date_added\":\"2024-03-04T00:00:00Z\","
            + "\"knownRansomwareCampaignUse\":\"Known\","
            + "\"vulncheck_reported_exploitation\":[{\"url\":\"https://example.org/r\"}]}]");
    feeds.with("CVE-2024-0001.md", "### [CVE-2024-0001](https://x)\n#### Github\n- https://g/p\n");
    feeds.with(
        "facts.jsonl",
        "{\"cve\":\"CVE-2024-0001\",\"cwe\":[\"CWE-20\"],\"ssvc\":{\"Exploitation\":\"active\"}}\n");
    feeds.with(
        "cnvd.xml",
        "<vulnerabilitys><vulnerability><number>CNVD-2024-00001</number><cves><cve>"
            + "<cveNumber>CVE-2024-0001</cveNumber></cve></cves></vulnerability></vulnerabilitys>");
    feeds.with(
        "cnnvd.json", "[{\"cnnvdCode\":\"CNNVD-202401-001\",\"cveCode\":\"CVE-2024-0001\"}]");

    Vulnerability found =
        TestPackages.findings(feeds.matcher(), DEBIAN_12, language("npm", "a", "1.0.0")).getFirst();

    assertThat(found.facts().exploits())
        .extracting(e -> e.source() + " " + e.maturity() + " " + e.reference())
        .containsExactly(
            "cisa-ssvc USED ",
            "exploit-db FUNCTIONAL https://www.exploit-db.com/exploits/7",
            "metasploit WEAPONISED exploit/x",
            "nuclei FUNCTIONAL http/x.yaml",
            "trickest PROOF_OF_CONCEPT https://g/p",
            "vulncheck USED https://example.org/r");
    assertThat(found.facts().maturity()).contains(Maturity.USED);
    assertThat(found.facts().exploited()).get().matches(e -> e.ransomware());
    assertThat(found.facts().cwes()).containsExactly("CWE-20");
    assertThat(found.aliases()).contains("CNVD-2024-00001", "CNNVD-202401-001");
  }
}
