package io.breakwater.inventory.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.inventory.internal.Shown;
import io.breakwater.inventory.internal.binary.TestElf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class NativeImageAnalyserTest {
  private static final String SBOM =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
       "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "app"}},
       "components": [
        {"type": "library", "bom-ref": "a", "group": "io.netty", "name": "netty-common",
         "version": "4.1.100.Final", "purl": "pkg:maven/io.netty/netty-common@4.1.100.Final"},
        {"type": "library", "bom-ref": "b", "group": "io.netty", "name": "netty-buffer",
         "version": "4.1.100.Final", "purl": "pkg:maven/io.netty/netty-buffer@4.1.100.Final"}],
       "dependencies": [{"ref": "b", "dependsOn": ["a"]}]}
      """;

  /** A native image is at least this large. */
  private static final byte[] HEAP = new byte[2 << 20];

  static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] elf(String heap, byte[] sbom, long length) {
    var elf = new TestElf().with(heap, HEAP);
    int lengthAt = elf.next();
    byte[] number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    elf.with(".data", number).symbol("sbom_length", lengthAt).symbol("sbom", elf.next());
    return elf.with(".data.sbom", sbom).bytes();
  }

  private static RecordedFacts analyse(byte[] bytes) throws IOException {
    return RecordedFacts.of(new NativeImageAnalyser(), "app/service", bytes);
  }

  @Test
  void theLibrariesThatWereCompiledInAreInstalled() throws IOException {
    byte[] sbom = gzip(SBOM.getBytes(StandardCharsets.UTF_8));
    assertThat(Shown.lines(analyse(elf(".svm_heap", sbom, sbom.length))))
        .containsExactlyInAnyOrder(
            "pkg:maven/io.netty/netty-common@4.1.100.Final!",
            "pkg:maven/io.netty/netty-buffer@4.1.100.Final! -> io.netty:netty-common@4.1.100.Final");
    assertThat(analyse(elf(".other", sbom, sbom.length)).packages).as("no native image").isEmpty();
  }

  @Test
  void anImageWithoutAnSbomSaysNothing() throws IOException {
    assertThat(analyse(new TestElf().with(".svm_heap", HEAP).bytes()).packages).isEmpty();
    byte[] sbom = gzip(SBOM.getBytes(StandardCharsets.UTF_8));
    assertThat(analyse(elf(".svm_heap", sbom, sbom.length + 100_000)).packages)
        .as("longer than what is loaded")
        .isEmpty();
  }

  @Test
  void anSbomThatIsDamagedOrEndlessIsAnErrorOfThatFile() throws IOException {
    byte[] bomb = gzip(new byte[64 << 20]);
    assertThatIOException().isThrownBy(() -> analyse(elf(".svm_heap", bomb, bomb.length)));
    assertThatIOException().isThrownBy(() -> analyse(elf(".svm_heap", new byte[100], 100)));
    assertThatIOException().isThrownBy(() -> analyse(elf(".svm_heap", new byte[100], -1)));
    byte[] cut = gzip(SBOM.getBytes(StandardCharsets.UTF_8));
    assertThatIOException().isThrownBy(() -> analyse(elf(".svm_heap", cut, cut.length - 20)));
  }
}
