package io.breakwater.inventory.internal.golang;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.inventory.internal.binary.TestBinary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoAnalyserTest {
  private static final String MAGIC = "\u00ff Go buildinf:";
  private static final String MARK = "0123456789abcdef";
  private static final String MODULES =
      """
      path\texample.org/app/cmd/server
      mod\texample.org/app\tv1.4.0\th1:abc=
      dep\tgolang.org/x/text\tv0.3.7\th1:def=
      dep\texample.org/old\tv1.0.0
      =>\texample.org/fork\tv1.0.1\th1:ghi=
      dep\texample.org/local\tv0.0.0
      =>\t./local\t(devel)
      build\t-compiler=gc
      """;
  private static final List<String> PURLS =
      List.of(
          "pkg:golang/stdlib@1.22.1",
          "pkg:golang/example.org/app@v1.4.0",
          "pkg:golang/golang.org/x/text@v0.3.7",
          "pkg:golang/example.org/fork@v1.0.1",
          "pkg:golang/example.org/local@%28devel%29");

  private static RecordedFacts analyse(byte[] bytes) throws IOException {
    return RecordedFacts.of(new GoAnalyser(), "usr/bin/server", bytes);
  }

  /** As Go writes it since 1.18. */
  private static byte[] inline(String version, String modules) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC.getBytes(StandardCharsets.ISO_8859_1));
    out.write(0);
    out.write(2);
    out.writeBytes(new byte[16]);
    string(out, version);
    string(out, modules.isEmpty() ? "" : MARK + modules + MARK);
    return out.toByteArray();
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    for (; length > 0x7f; length >>>= 7) out.write(length | 0x80);
    out.write(length);
    out.writeBytes(bytes);
  }

  /** As Go wrote it before: pointers to pointers. */
  private static byte[] pointed(boolean wide, boolean big, String version, String modules) {
    int word = wide ? 8 : 4;
    byte[] text = (MARK + modules + MARK).getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(128 + version.length() + text.length);
    out.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC.getBytes(StandardCharsets.ISO_8859_1));
    out.put((byte) word).put((byte) (big ? 1 : 0));
    word(out, wide, TestBinary.ADDRESS + 64);
    word(out, wide, TestBinary.ADDRESS + 96);
    out.position(64);
    word(out, wide, TestBinary.ADDRESS + 128);
    word(out, wide, version.length());
    out.position(96);
    word(out, wide, TestBinary.ADDRESS + 128 + version.length());
    word(out, wide, text.length);
    out.position(128).put(version.getBytes(StandardCharsets.UTF_8)).put(text);
    return out.array();
  }

  private static void word(ByteBuffer out, boolean wide, long value) {
    if (wide) out.putLong(value);
    else out.putInt((int) value);
  }

  @Test
  void modulesReplacementsAndTheStandardLibraryAreFound() throws IOException {
    var facts = analyse(TestBinary.elf(true, false, ".go.buildinfo", inline("go1.22.1", MODULES)));
    assertThat(facts.purls()).isEqualTo(PURLS);
    assertThat(facts.packages.getFirst().says()).isEqualTo("build info says stdlib 1.22.1");
  }

  @Test
  void theOldFormWithPointersIsRead() throws IOException {
    for (boolean wide : new boolean[] {true, false}) {
      for (boolean big : new boolean[] {true, false}) {
        byte[] info = pointed(wide, big, "go1.22.1", MODULES);
        assertThat(analyse(TestBinary.elf(wide, big, ".go.buildinfo", info)).purls())
            .as("wide %s, big %s", wide, big)
            .isEqualTo(PURLS);
      }
    }
  }

  @Test
  void aBinaryWithoutSectionsIsSearched() throws IOException {
    byte[] data = new byte[160_000];
    byte[] info = inline("go1.22.1", MODULES);
    System.arraycopy(info, 0, data, 131_072 + 16, info.length);
    assertThat(analyse(TestBinary.elf(true, false, "", data)).purls()).isEqualTo(PURLS);
  }

  @Test
  void binariesOfOtherSystemsAreRead() throws IOException {
    byte[] info = inline("go1.22.1", MODULES);
    assertThat(analyse(TestBinary.pe(".data", info)).purls()).isEqualTo(PURLS);
    assertThat(analyse(TestBinary.machO(false, "__go_buildinfo", info)).purls()).isEqualTo(PURLS);
    assertThat(analyse(TestBinary.machO(true, "__go_buildinfo", info)).purls()).isEqualTo(PURLS);
  }

  @Test
  void aBinaryBuiltWithoutModulesIsItsPackage() throws IOException {
    byte[] info = inline("go1.19.8", "path\texample.org/app/cmd/server\n");
    assertThat(analyse(TestBinary.elf(true, false, ".go.buildinfo", info)).purls())
        .containsExactly(
            "pkg:golang/stdlib@1.19.8", "pkg:golang/example.org/app/cmd/server@%28devel%29");
    byte[] files = inline("go1.19.8", "path\tcommand-line-arguments\n");
    assertThat(analyse(TestBinary.elf(true, false, ".go.buildinfo", files)).purls())
        .containsExactly("pkg:golang/stdlib@1.19.8");
  }

  @Test
  void vendorsReleasesOfGoAreTheReleaseTheyPatch() throws IOException {
    for (String version : List.of("go1.20.4-fips", "go1.20.4 X:boringcrypto", "go1.20.4+patch")) {
      byte[] elf = TestBinary.elf(true, false, ".go.buildinfo", inline(version, ""));
      assertThat(analyse(elf).purls()).containsExactly("pkg:golang/stdlib@1.20.4");
    }
    byte[] unreleased = inline("devel go1.23-abc", "");
    assertThat(analyse(TestBinary.elf(true, false, ".go.buildinfo", unreleased)).purls()).isEmpty();
  }

  @Test
  void aLengthBeyondTheFileIsAnErrorOfThatFile() {
    byte[] info = inline("go1.22.1", "");
    info[32] = 100;
    byte[] elf = TestBinary.elf(true, false, ".go.buildinfo", info);
    org.assertj.core.api.Assertions.assertThatIOException().isThrownBy(() -> analyse(elf));
  }

  @Test
  void aProgramOfAnotherLanguageIsNone() throws IOException {
    assertThat(analyse(TestBinary.elf(true, false, ".dynstr", new byte[5_000])).packages).isEmpty();
    assertThat(analyse(TestBinary.elf(true, false, "", new byte[5_000])).packages).isEmpty();
  }

  @Test
  void whatGoItselfBuildsAndStripsIsRead(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("go.mod"), "module example.org/hello\n");
    Files.writeString(
        folder.resolve("main.go"),
        "package main\nvar version = \"\"\nfunc main() { _ = version }\n");
    Process go;
    try {
      go =
          new ProcessBuilder(
                  "go",
                  "build",
                  "-buildvcs=false",
                  "-ldflags=-s -w -X main.version=2.5.1",
                  "-o",
                  "hello")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException absent) {
      Assumptions.abort("skipped: go is not here");
      return;
    }
    Assumptions.assumeTrue(go.waitFor(120, TimeUnit.SECONDS) && go.exitValue() == 0, "go build");
    assertThat(analyse(Files.readAllBytes(folder.resolve("hello"))).purls())
        .hasSize(2)
        .anyMatch(purl -> purl.startsWith("pkg:golang/stdlib@1."))
        .contains("pkg:golang/example.org/hello@v2.5.1");
  }
}
