package io.breakwater.inventory.internal.binary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.oci.Content;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutableTest {
  private static final byte[] DATA = "0123456789".getBytes(UTF_8);

  static List<byte[]> everyKind() {
    return List.of(
        TestBinary.elf(true, false, ".data0", DATA),
        TestBinary.elf(true, true, ".data0", DATA),
        TestBinary.elf(false, false, ".data0", DATA),
        TestBinary.elf(false, true, ".data0", DATA),
        TestBinary.pe(".data0", DATA),
        TestBinary.machO(false, ".data0", DATA),
        TestBinary.machO(true, ".data0", DATA));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void sectionsAndAddressesAreFound(byte[] bytes) throws IOException {
    assertThat(isCandidate(bytes)).isTrue();
    Executable executable = Executable.open(Content.of(bytes)).orElseThrow();
    Executable.Range range = executable.section(".data0").orElseThrow();
    assertThat(executable.content().read(range.offset(), range.size(), 100)).isEqualTo(DATA);
    assertThat(executable.section(".data")).isEmpty();
    assertThat(executable.section(".data01")).isEmpty();
    assertThat(executable.at(TestBinary.ADDRESS + 3, 2, 10).orElseThrow())
        .isEqualTo("34".getBytes(UTF_8));
    assertThat(executable.at(TestBinary.ADDRESS + 9, 2, 10)).isEmpty();
    assertThat(executable.at(TestBinary.ADDRESS - 1, 2, 10)).isEmpty();
    assertThat(executable.at(TestBinary.ADDRESS, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(executable.writableData()).hasSize(1);
  }

  @Test
  void objectFilesAndJavaClassesAreNoPrograms() {
    byte[] object = TestBinary.elf(true, false, ".data0", DATA);
    object[16] = 1;
    assertThat(isCandidate(object)).isFalse();
    byte[] javaClass = new byte[1_000];
    javaClass[0] = (byte) 0xca;
    javaClass[1] = (byte) 0xfe;
    javaClass[2] = (byte) 0xba;
    javaClass[3] = (byte) 0xbe;
    javaClass[7] = 65;
    assertThat(isCandidate(javaClass)).isFalse();
    assertThat(isCandidate(new byte[1_000])).isFalse();
  }

  @Test
  void whatIsNoExecutableOpensToNothing() throws IOException {
    for (String text : new String[] {"", "MZ", "\u007fELF", "text"}) {
      byte[] bytes = java.util.Arrays.copyOf(text.getBytes(UTF_8), 600);
      assertThat(Executable.open(Content.of(bytes))).isEqualTo(Optional.empty());
    }
    assertThat(Executable.open(Content.of(new byte[10]))).isEmpty();
  }

  private static boolean isCandidate(byte[] bytes) {
    return Executable.isCandidate(
        RecordedFacts.entry("bin/x", bytes.length), new Head(bytes, 0, Head.MAX));
  }
}
