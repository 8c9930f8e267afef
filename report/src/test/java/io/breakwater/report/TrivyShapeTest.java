package io.breakwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.breakwater.model.json.Json;
import io.breakwater.testing.SharedData;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares the members of our Trivy reports, one by one, with those of Trivy's own golden files.
 */
class TrivyShapeTest {
  /** Members that Trivy writes and its golden files happen not to have. */
  private static final Set<String> NOT_IN_GOLDEN_FILES =
      Set.of(
          "Results[].Vulnerabilities[].CVSS.*.V40Score",
              "Results[].Vulnerabilities[].CVSS.*.V40Vector",
          "Metadata.RepoDigests[]", "Metadata.ImageConfig.config.Entrypoint[]",
          "Metadata.ImageConfig.config.WorkingDir", "Results[].Packages[].FilePath",
          "Results[].Packages[].Layer.Digest", "Results[].Packages[].Layer.DiffID",
          "Results[].Packages[].SrcName", "Results[].Packages[].SrcVersion",
          "Results[].Misconfigurations[].Layer.Digest",
              "Results[].Misconfigurations[].Layer.DiffID",
          "Results[].Secrets[].Layer.Digest", "Results[].Secrets[].Layer.DiffID");

  @Test
  void everyMemberIsOneOfTrivysAndOfTheSameType() throws IOException {
    var theirs = new TreeMap<String, String>();
    var archive = SharedData.path("oracles/trivy-golden.tar.zst");
    try (var in = new BufferedInputStream(new ZstdInputStream(Files.newInputStream(archive)))) {
      for (byte[] head = in.readNBytes(512);
          head.length == 512 && head[0] != 0;
          head = in.readNBytes(512)) {
        String name = new String(head, 0, 100, StandardCharsets.UTF_8).split("\0", 2)[0];
        String digits = new String(head, 124, 11, StandardCharsets.US_ASCII).trim();
        int size = digits.isEmpty() ? 0 : Integer.parseInt(digits, 8);
        byte[] content = in.readNBytes(size);
        skip(in, (512 - size % 512) % 512);
        if (name.endsWith(".json.golden")) shape("", Json.parse(content), theirs);
      }
    }
    assertThat(theirs).hasSizeGreaterThan(100);
    var ours = new TreeMap<String, String>();
    shape("", Fixture.json(Fixture.print("trivy-json")), ours);
    var strange = new TreeSet<String>();
    for (var each : ours.entrySet()) {
      String type = theirs.get(each.getKey());
      if (type == null && !NOT_IN_GOLDEN_FILES.contains(each.getKey())) strange.add(each.getKey());
      if (type != null) assertThat(each.getValue()).as(each.getKey()).isEqualTo(type);
    }
    assertThat(strange).isEmpty();
    assertThat(ours.keySet())
        .contains(
            "SchemaVersion",
            "ArtifactName",
            "ArtifactType",
            "Results[].Target",
            "Results[].Class",
            "Results[].Vulnerabilities[].VulnerabilityID",
            "Results[].Vulnerabilities[].PkgName",
            "Results[].Vulnerabilities[].InstalledVersion",
            "Results[].Vulnerabilities[].Severity",
            "Results[].Vulnerabilities[].PkgIdentifier.PURL",
            "Results[].Secrets[].RuleID");
  }

  private static void skip(InputStream in, int count) throws IOException {
    in.readNBytes(count);
  }

  /** Sources of ratings are names of their own. */
  private static void shape(String path, Json value, Map<String, String> out) {
    switch (value) {
      case Json.Obj object -> {
        for (var each : object.members().entrySet()) {
          boolean open = path.endsWith(".CVSS") || path.endsWith(".VendorSeverity");
          String name = open ? "*" : each.getKey();
          shape(path.isEmpty() ? name : path + "." + name, each.getValue(), out);
        }
      }
      case Json.Arr array -> array.elements().forEach(each -> shape(path + "[]", each, out));
      case Json.Str _ -> out.put(path, "string");
      case Json.Num _ -> out.put(path, "number");
      case Json.Bool _ -> out.put(path, "boolean");
      case Json.Nil _ -> {}
    }
  }
}
