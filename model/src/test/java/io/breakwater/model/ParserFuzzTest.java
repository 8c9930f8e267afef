package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes are read or refused with the one error of their parser, and what was read is written so
 * that it is read as the same.
 */
class ParserFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void packageUrls(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    try {
      var purl = Purl.parse(text);
      assertThat(Purl.parse(purl.toString())).isEqualTo(purl);
      assertThat(Purl.repair(text)).isEqualTo(purl);
    } catch (InvalidPurlException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void cvssVectors(byte[] data) {
    try {
      var cvss = Cvss.parse(new String(data, StandardCharsets.UTF_8));
      assertThat(Cvss.parse(cvss.toString())).isEqualTo(cvss);
      assertThat(cvss.score()).isBetween(0.0, 10.0);
      assertThat(cvss.baseScore()).isBetween(0.0, 10.0);
    } catch (InvalidCvssException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void imageReferences(byte[] data) {
    try {
      var reference = ImageReference.parse(new String(data, StandardCharsets.UTF_8));
      assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
      assertThat(ImageReference.parse(reference.familiar())).isEqualTo(reference);
    } catch (InvalidReferenceException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
