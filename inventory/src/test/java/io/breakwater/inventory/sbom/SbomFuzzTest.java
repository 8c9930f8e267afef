package io.breakwater.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whatever a document holds, it is read, and then written without loss, or refused for a reason.
 */
class SbomFuzzTest {
  private static void survives(byte[] bytes) throws IOException {
    Sbom sbom;
    try {
      sbom = SbomReader.read(bytes);
    } catch (UnreadableSbomException expected) {
      assertThat(expected.reason()).isNotBlank().doesNotContain("\n");
      return;
    }
    for (SbomFormat format : SbomFormat.values()) {
      Sbom again = SbomReader.read(RoundTrip.written(sbom, format));
      assertThat(again.components()).hasSameSizeAs(sbom.components());
    }
    assertThat(SbomInventory.of(sbom, "/sbom").components())
        .allSatisfy(c -> assertThat(c.locations()).isNotEmpty());
  }

  @FuzzTest
  void cycloneDxJson(byte[] bytes) throws IOException {
    survives(bytes);
  }

  @FuzzTest
  void cycloneDxXml(byte[] bytes) throws IOException {
    survives(bytes);
  }

  @FuzzTest
  void spdxJson(byte[] bytes) throws IOException {
    survives(bytes);
  }

  @FuzzTest
  void spdxTagValue(byte[] bytes) throws IOException {
    survives(bytes);
  }

  @FuzzTest
  void syftJson(byte[] bytes) throws IOException {
    survives(bytes);
  }

  @FuzzTest
  void licences(byte[] bytes) {
    String words = new String(bytes, StandardCharsets.UTF_8);
    LicenceExpression.canonical(words)
        .ifPresent(
            canonical -> assertThat(LicenceExpression.canonical(canonical)).hasValue(canonical));
  }
}
