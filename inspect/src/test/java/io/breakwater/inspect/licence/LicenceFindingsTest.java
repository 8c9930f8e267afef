package io.breakwater.inspect.licence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.Inspection;
import io.breakwater.inspect.InspectionOptions;
import io.breakwater.inspect.TestSubject;
import io.breakwater.model.Check;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.Location;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code bw scan} says of licences, with a policy and without. */
class LicenceFindingsTest {
  private static final EnumSet<Check.Area> LICENCES = EnumSet.of(Check.Area.LICENCE);

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "pkg:npm/a@1      | MIT               | ''",
        "pkg:npm/a@1      | GPL-3.0-only      | ''",
        "pkg:npm/a@1      | AGPL-3.0-or-later | licence-network-copyleft",
        "pkg:npm/a@1      | AGPL-3.0 OR MIT   | ''",
        "pkg:npm/a@1      | BUSL-1.1          | licence-restricted",
        "pkg:npm/a@1      | SSPL-1.0          | licence-restricted",
        "pkg:pypi/a@1     | Other/Proprietary License | licence-restricted",
        "pkg:npm/a@1      | UNLICENSED        | ''",
        "pkg:npm/a@1      | ''                | licence-unknown",
        "pkg:npm/a@1      | Ask Bob           | licence-unknown",
        "pkg:golang/a@1   | ''                | ''",
        "pkg:deb/debian/a@1 | GPL-3.0-only    | ''",
        "pkg:rpm/fedora/a@1 | GPLv2+ with exceptions | ''",
        "pkg:rpm/fedora/a@1 | AGPLv3+         | licence-network-copyleft",
        "pkg:deb/debian/a@1 | ''              | ''",
      })
  void withoutAPolicyOnlyWhatIsSeldomWantedIsTold(String purl, String licence, String check)
      throws Exception {
    String path = purl.startsWith("pkg:pypi") ? "/l/a.dist-info/METADATA" : "/n/node_modules/a/p";
    List<Finding.OfCheck> found =
        judged(InspectionOptions.NONE, List.of(component(purl, licence, path)), "", "");
    assertThat(found.stream().map(Finding.OfCheck::id).toList())
        .isEqualTo(check.isEmpty() ? List.of() : List.of(check));
  }

  @Test
  void aPolicyDecidesAndTheEvidenceNamesRuleAndChoice() throws Exception {
    var options =
        InspectionOptions.NONE.with(LicencePolicyFile.read("{deny: [strong], warn: [weak]}"));
    List<Finding.OfCheck> found =
        judged(
            options,
            List.of(
                component("pkg:deb/debian/bash@5", "", "/var/lib/dpkg/status"),
                component("pkg:npm/b@1", "MPL-2.0 OR GPL-2.0-only", "/n/node_modules/b/p"),
                component("pkg:npm/c@1", "MIT", "/n/node_modules/c/p")),
            "usr/share/doc/bash/copyright",
            "Format: x\n\nFiles: *\nLicense: GPL-3+\n\nFiles: debian/*\nLicense: MIT\n");
    assertThat(found.stream().map(f -> f.id() + ": " + f.part() + ": " + f.evidence()).toList())
        .containsExactly(
            "licence-denied: pkg:deb/debian/bash@5: GPL-3.0-or-later, class strong, rule strong",
            "licence-warned: pkg:npm/b@1: MPL-2.0 OR GPL-2.0-only, class weak, chosen MPL-2.0,"
                + " rule weak");
  }

  @Test
  void whatNobodyKnowsIsOneRow() throws Exception {
    List<Finding.OfCheck> found =
        judged(
            InspectionOptions.NONE,
            List.of(
                component("pkg:npm/a@1", "", "/n/node_modules/a/p"),
                component("pkg:npm/b@1", "", "/n/node_modules/b/p")),
            "",
            "");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().evidence()).isEqualTo("2 packages: a 1, b 1");
  }

  private static List<Finding.OfCheck> judged(
      InspectionOptions options, List<Component> components, String path, String text)
      throws IOException {
    var inspection = new Inspection(LICENCES, options);
    var subject = new TestSubject(1);
    components.forEach(subject::component);
    LayerCollector.Reading reading = inspection.collector().begin();
    if (!path.isEmpty()) {
      byte[] bytes = text.getBytes(UTF_8);
      var entry = new FileEntry(path, EntryType.FILE, bytes.length, 0644, 0, 0, "");
      if (reading.entry(entry, new Head(bytes, 0, bytes.length))) {
        reading.content(entry, Content.of(bytes));
      }
    }
    return inspection.judge(subject, List.of(reading.evidence())).findings();
  }

  private static Component component(String purl, String licence, String path) throws Exception {
    Purl parsed = Purl.parse(purl);
    return new Component(
        purl,
        parsed,
        parsed.name(),
        "1",
        List.of(Location.of(Optional.empty(), path)),
        Optional.empty(),
        licence.isEmpty() ? List.of() : List.of(licence),
        Optional.empty(),
        Optional.empty(),
        Origin.UNKNOWN,
        List.of(),
        PackageTraits.INSTALLED);
  }
}
