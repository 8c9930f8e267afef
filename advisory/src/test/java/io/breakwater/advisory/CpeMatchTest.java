package io.breakwater.advisory;

import static io.breakwater.advisory.TestPackages.DEBIAN_12;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.Location;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binaries that no package manager knows, judged by the configurations of NVD. */
class CpeMatchTest {
  private static final String PAGE =
      """
      {"format":"NVD_CVE","version":"2.0","vulnerabilities":[{"cve":{"id":"CVE-2024-0001",
       "sourceIdentifier":"x","vulnStatus":"Analyzed","published":"2024-01-02T03:04:05.000",
       "descriptions":[{"lang":"en","value":"Words."}],"references":[],
       "metrics":{"cvssMetricV31":[{"source":"nvd@nist.gov","cvssData":
         {"vectorString":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}}]},
       "weaknesses":[{"description":[{"value":"CWE-400"}]}],
       "configurations":[CONFIGURATION]}}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // What is installed; further packages; what NVD says; whether it is affected.
        "v:p 1.5; ; OR(a:v:p:*:* >=1.0 <2.0); true",
        "v:p 2.0; ; OR(a:v:p:*:* >=1.0 <2.0); false",
        "v:p 2.0; ; OR(a:v:p:*:* >1.0 <=2.0); true",
        "v:p 1.0; ; OR(a:v:p:*:* >1.0 <=2.0); false",
        "v:p 1.1.1k; ; OR(a:v:p:1.1.1:k); true",
        "v:p 1.1.1l; ; OR(a:v:p:1.1.1:k); false",
        "v:p 1.1.1; ; OR(a:v:p:-:*); false",
        "v:q 1.5; ; OR(a:v:p:*:* >=1.0 <2.0); false",
        "v:p 1.5; ; OR(a:v:p:*:* <2.0 in wordpress); false",
        "wordpress-plugin/contact-form-7 5.3.1; ; OR(a:rocklobster:contact_form_7:*:* <5.3.2 in wordpress); true",
        "wordpress-plugin/contact-form-7 5.3.2; ; OR(a:rocklobster:contact_form_7:*:* <5.3.2 in wordpress); false",
        "wordpress-plugin/contact-form-7 5.3.1; ; OR(a:rocklobster:contact_form_7:*:* <5.3.2); false",
        "wordpress-plugin/contact-form-7 5.3.1; ; OR(a:rocklobster:contact_form_7:*:* <5.3.2 in drupal); false",
        "wordpress-theme/Divi 4.0; ; OR(a:elegantthemes:divi:*:* <4.5.3 in wordpress); true",
        "v:p 1.5; ; OR(a:v:p:*:* <2.0 in windows); false",
        "openbsd:openssh 9.2p1; ; OR(a:openbsd:openssh:*:* <=9.2); true",
        "openbsd:openssh 9.3p1; ; OR(a:openbsd:openssh:*:* <=9.2); false",
        "v:p 1.5; ; AND(a:v:p:*:* <2.0)(o:microsoft:windows:-:* no); false",
        "v:p 1.5; ; AND(a:v:p:*:* <2.0)(h:intel:xeon:-:* no); false",
        "v:p 1.5; ; AND(a:v:p:*:* <2.0)(o:linux:linux_kernel:-:* no); true",
        "v:p 1.5; ; AND(a:v:p:*:* <2.0)(o:debian:debian_linux:12:* no); true",
        "v:p 1.5; ; AND(a:v:p:*:* <2.0)(o:fedoraproject:fedora:40:* no); false",
        "v:p 1.5; ; AND(a:v:p:*:* <2.0)(a:w:other:*:* no); false",
        "v:p 1.5; w:other; AND(a:v:p:*:* <2.0)(a:w:other:*:* no); true",
        "v:p 1.5; ; NOT(a:v:p:*:* <2.0); false"
      })
  void aConfigurationSpeaksOfABinary(
      String installed, String beside, String configuration, boolean affected) throws IOException {
    TestFeeds feeds =
        new TestFeeds(folder).with("page.json", PAGE.replace("CONFIGURATION", json(configuration)));
    var components = new ArrayList<Component>();
    components.add(binary(installed));
    if (beside != null) components.add(binary(beside + " 1.0"));

    List<Finding.AboutPackage> found = feeds.matcher().match(DEBIAN_12, components).findings();

    assertThat(found).as(configuration).hasSize(affected ? 1 : 0);
  }

  /**
   * A configuration in the API's form, of {@code OPERATOR(part:vendor:product:version:update …)}.
   */
  private static String json(String text) {
    int open = text.indexOf('(');
    String operator = text.substring(0, open);
    var nodes = new StringBuilder();
    for (String node : text.substring(open + 1, text.length() - 1).split("\\)\\(", -1)) {
      String[] words = node.split(" ", -1);
      var match = new StringBuilder();
      boolean vulnerable = true;
      String target = "*";
      for (int i = 1; i < words.length; i++) {
        String word = words[i];
        if (word.equals("no")) vulnerable = false;
        else if (word.equals("in")) target = words[++i];
        else if (word.startsWith(">=")) match.append(bound("versionStartIncluding", word, 2));
        else if (word.startsWith(">")) match.append(bound("versionStartExcluding", word, 1));
        else if (word.startsWith("<=")) match.append(bound("versionEndIncluding", word, 2));
        else match.append(bound("versionEndExcluding", word, 1));
      }
      nodes.append(nodes.isEmpty() ? "" : ",");
      nodes.append(
          "{\"operator\":\"OR\",\"negate\":%s,\"cpeMatch\":[{\"vulnerable\":%s%s,\"criteria\":\"cpe:2.3:%s:*:*:*:%s:*:*\"}]}"
              .formatted(operator.equals("NOT"), vulnerable, match, words[0], target));
    }
    String joined = operator.equals("AND") ? "\"operator\":\"AND\"," : "";
    return "{" + joined + "\"nodes\":[" + nodes + "]}";
  }

  private static String bound(String key, String word, int signs) {
    return ",\"%s\":\"%s\"".formatted(key, word.substring(signs));
  }

  private static Component binary(String text) {
    String[] words = text.split(" ", -1);
    int slash = words[0].indexOf('/');
    String space = slash < 0 ? "" : words[0].substring(0, slash);
    if (slash > 0) words[0] = words[0].substring(slash + 1);
    String product = words[0].substring(words[0].indexOf(':') + 1);
    return new Component(
        text,
        Purl.of("generic", space, product, words[1]),
        product,
        words[1],
        List.of(Location.of(Optional.empty(), "/usr/local/bin/" + product)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Origin.OWN,
        List.of(),
        PackageTraits.INSTALLED.named(
            slash > 0
                ? List.of()
                : List.of("cpe:2.3:a:" + words[0] + ":" + words[1] + ":*:*:*:*:*:*:*")));
  }
}
