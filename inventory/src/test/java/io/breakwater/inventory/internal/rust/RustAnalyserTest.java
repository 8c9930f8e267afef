package io.breakwater.inventory.internal.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.inventory.internal.binary.TestBinary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class RustAnalyserTest {
  private static final String JSON =
      """
      {"packages":[
        {"name":"app","version":"0.1.0","source":"local","root":true,"dependencies":[1]},
        {"name":"tokio","version":"1.8.1","source":"crates.io"},
        {"name":"cc","version":"1.0.0","source":"crates.io","kind":"build"}]}
      """;

  private static byte[] zlib(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  private static RecordedFacts analyse(byte[] bytes) throws IOException {
    return RecordedFacts.of(new RustAnalyser(), "usr/bin/app", bytes);
  }

  @Test
  void theCratesThatAreLinkedInAreFound() throws IOException {
    byte[] section = zlib(JSON.getBytes(StandardCharsets.UTF_8));
    for (byte[] binary :
        new byte[][] {
          TestBinary.elf(true, false, ".dep-v0", section),
          TestBinary.pe(".dep-v0", section),
          TestBinary.machO(false, ".dep-v0", section)
        }) {
      assertThat(analyse(binary).purls())
          .containsExactly("pkg:cargo/app@0.1.0", "pkg:cargo/tokio@1.8.1");
    }
  }

  @Test
  void aSectionThatIsDamagedOrEndlessIsAnErrorOfThatFile() throws IOException {
    byte[] garbage = TestBinary.elf(true, false, ".dep-v0", new byte[100]);
    assertThatIOException().isThrownBy(() -> analyse(garbage));
    byte[] bomb = TestBinary.elf(true, false, ".dep-v0", zlib(new byte[64 << 20]));
    assertThatIOException().isThrownBy(() -> analyse(bomb));
  }

  @Test
  void aBinaryWithoutTheSectionSaysNothing() throws IOException {
    assertThat(analyse(TestBinary.elf(true, false, ".text", new byte[100])).packages).isEmpty();
  }
}
