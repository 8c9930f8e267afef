package io.breakwater.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.Inventory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every document of the shared data is read, and written without loss, or refused for a reason. */
class SharedDocumentsTest {
  @TestFactory
  Stream<DynamicTest> scannersDocuments() throws IOException {
    return tests("scanners.tar.zst");
  }

  @TestFactory
  Stream<DynamicTest> spdxExamples() throws IOException {
    return tests("spdx/spdx-examples.tar.zst");
  }

  @TestFactory
  Stream<DynamicTest> cycloneDxExamples() throws IOException {
    return tests("cyclonedx/bom-examples.tar.zst");
  }

  @TestFactory
  Stream<DynamicTest> cycloneDxSamples() throws IOException {
    return tests("cyclonedx/samples.tar.zst");
  }

  private static Stream<DynamicTest> tests(String archive) throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (Map.Entry<String, byte[]> each : Samples.of(archive).entrySet()) {
      tests.add(
          DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())));
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream();
  }

  private static void check(String name, byte[] document) throws IOException {
    String refused = refusal(name);
    Sbom sbom;
    try {
      sbom = SbomReader.read(document);
    } catch (UnreadableSbomException reason) {
      assertThat(reason.reason()).as(name).contains(refused.isEmpty() ? "should be read" : refused);
      return;
    }
    assertThat(refused).as(sbom.format()).isEmpty();
    RoundTrip.check(sbom);
    Inventory inventory = SbomInventory.of(sbom, "/" + name);
    List<String> ids = inventory.components().stream().map(c -> c.id()).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  /** The reason for which a document has to be refused; empty for those that are read. */
  private static String refusal(String name) {
    if (name.contains("/spdx3.0/")) return "SPDX 3 is not read";
    if (name.contains("invalid-bomformat")) return "bomFormat is not CycloneDX";
    if (name.endsWith("/pom-with-spdx-plugin.xml")) return "its root is project";
    return "";
  }
}
