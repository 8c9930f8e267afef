package io.breakwater.oci.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.config.ImageConfig;
import io.breakwater.oci.internal.config.ImageDocument;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations of images, and the documents that lead to them. */
class ImageConfigTest {
  private static final String DIFF_ID = "\"sha256:" + "a".repeat(64) + "\"";

  private static List<String> instructions(int layers, String... createdBy) throws IOException {
    var diffIds = new ArrayList<String>();
    for (int i = 0; i < layers; i++) diffIds.add(DIFF_ID);
    var steps = new ArrayList<String>();
    for (String step : createdBy) {
      String escaped = step.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
      steps.add(
          "{\"created_by\":\"" + escaped.replace("\t", "\\t").replace("\u001b", "\\u001b") + "\"}");
    }
    String json =
        "{\"rootfs\":{\"diff_ids\":["
            + String.join(",", diffIds)
            + "]},\"history\":["
            + String.join(",", steps)
            + "]}";
    return ImageConfig.parse(Tar.bytes(json)).instructions();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          /bin/sh -c #(nop)  CMD ["bash"]                           ~ CMD ["bash"]
          /bin/sh -c #(nop) ADD file:4b03 in /                      ~ ADD file:4b03 in /
          /bin/sh -c apt-get update                                 ~ RUN apt-get update
          |1 A=b /bin/sh -c make                                    ~ RUN make
          |2 A=b c B=/bin/sh /bin/sh -c make all                    ~ RUN make all
          RUN /bin/sh -c apk add curl # buildkit                    ~ RUN apk add curl
          RUN |1 V=3 /bin/sh -c apk add curl # buildkit             ~ RUN apk add curl
          COPY target/cart.jar /app/ # buildkit                     ~ COPY target/cart.jar /app/
          RUN /bin/bash -o pipefail -c x # buildkit                 ~ RUN /bin/bash -o pipefail -c x
          umoci insert                                              ~ umoci insert
          |                                                         ~ |
          ''                                                        ~ ''
          """)
  void historyReadsLikeADockerfile(String createdBy, String instruction) throws IOException {
    assertThat(instructions(1, createdBy)).containsExactly(instruction);
  }

  @Test
  void instructionsAreOneLineWithoutControlCharacters() throws IOException {
    assertThat(instructions(1, "/bin/sh -c apt-get update \t&& \\\n  rm \u001b[31m -r x "))
        .containsExactly("RUN apt-get update && \\ rm [31m -r x");
    assertThat(instructions(1, "x".repeat(100_000)).getFirst()).hasSize(4096);
  }

  @Test
  void stepsAreMatchedFromTheTopOrNotAtAll() throws IOException {
    assertThat(instructions(3, "a", "b")).containsExactly("", "a", "b");
    assertThat(instructions(1, "a", "b")).containsExactly("");
    assertThat(instructions(2)).containsExactly("", "");
  }

  @Test
  void whatIsNotToldHasDefaults() throws IOException {
    ImageConfig config = ImageConfig.parse(Tar.bytes("{\"created\":\"yesterday\"}"));
    assertThat(config.platform()).hasToString("linux/amd64");
    assertThat(config.created()).isEmpty();
    assertThat(config.diffIds()).isEmpty();
    assertThat(config.settings().user()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"rootfs\":{\"diff_ids\":[1]}}",
        "{\"rootfs\":{\"diff_ids\":[\"sha256:abc\"]}}",
        "{\"rootfs\":{\"diff_ids\":[\"md5:abc\"]}}",
        "{\"rootfs\":{\"diff_ids\":[\"sha256:../../../../../../../../../../../../../../../../../../../../x\"]}}"
      })
  void wrongConfigurationsAreDefects(String json) {
    assertThatThrownBy(() -> ImageConfig.parse(Tar.bytes(json)))
        .isInstanceOf(DefectException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"manifests\":[],\"layers\":[]}",
        "{\"manifests\":[1]}",
        "{\"manifests\":[{\"digest\":\"sha256:x\",\"size\":1}]}",
        "{\"schemaVersion\":1,\"fsLayers\":[]}",
        "{\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"layers\":[],\"config\":{}}",
        "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"manifests\":[]}",
        "{\"config\":{\"digest\":\"sha256:x\"},\"layers\":[]}"
      })
  void documentsThatAreNeitherOrBothAreDefects(String json) {
    assertThatThrownBy(() -> ImageDocument.parse(Tar.bytes(json), ""))
        .isInstanceOf(DefectException.class);
  }

  @Test
  void aDocumentOfferedAsSomethingElseIsADefect() {
    byte[] index =
        Tar.bytes("{\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[]}");
    assertThatThrownBy(
            () -> ImageDocument.parse(index, "application/vnd.oci.image.manifest.v1+json"))
        .isInstanceOf(DefectException.class);
  }
}
