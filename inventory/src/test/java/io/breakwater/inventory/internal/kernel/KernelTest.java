package io.breakwater.inventory.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.inventory.internal.binary.TestElf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTest {
  private static final String DEBIAN =
      "6.1.0-13-amd64 (debian-kernel@lists.debian.org) #1 SMP Debian 6.1.55-1 (2023-09-29)";

  private static byte[] bzImage(String banner) {
    ByteBuffer out = ByteBuffer.allocate(300 << 10).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'M').put((byte) 'Z').position(0x1fe).putShort((short) 0xaa55);
    out.position(0x202).putInt(0x53726448).putShort((short) 0x20f);
    out.position(0x20e).putShort((short) 0x3000);
    out.position(0x3200).put((banner + "\0").getBytes(StandardCharsets.US_ASCII));
    return out.array();
  }

  private static byte[] image(int at, String text) {
    ByteBuffer out = ByteBuffer.allocate(600 << 10).order(ByteOrder.LITTLE_ENDIAN);
    out.position(0x38).putInt(0x644d5241);
    out.position(1_000).put("Linux version %s (%s)\0".getBytes(StandardCharsets.US_ASCII));
    out.position(at).put(("Linux version " + text + "\n\0").getBytes(StandardCharsets.US_ASCII));
    return out.array();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static List<String> kernel(String path, byte[] bytes) throws IOException {
    return RecordedFacts.of(new KernelImageAnalyser(), path, bytes).purls();
  }

  @ParameterizedTest
  @CsvSource({
    "boot/vmlinuz-6.1.0-13-amd64, true",
    "boot/vmlinuz, true",
    "boot/bzImage, true",
    "usr/lib/modules/6.1.0/kernel, true",
    "boot/kernel-6.1, true",
    "usr/bin/kernelctl, false",
    "boot/initrd.img, false"
  })
  void aKernelForThePcTellsItsVersionInItsHeader(String path, boolean expected) throws IOException {
    assertThat(
            kernel(path, bzImage(DEBIAN))
                .equals(List.of("pkg:generic/linux-kernel@6.1.0-13-amd64")))
        .isEqualTo(expected);
  }

  @Test
  void otherKernelsTellItInTheirBanner() throws IOException {
    String purl = "pkg:generic/linux-kernel@5.15.133-bottlerocket";
    // Also where the words lie across the end of what is read at once.
    for (int at = (64 << 10) - 40; at < (64 << 10) + 600; at += 13) {
      assertThat(kernel("boot/Image", image(at, "5.15.133-bottlerocket (x@y) #1 SMP")))
          .as("at " + at)
          .containsExactly(purl);
    }
    byte[] random = new byte[700 << 10];
    new java.util.Random(1).nextBytes(random);
    byte[] plain = image(70_000, "5.15.133-bottlerocket (x@y) #1 SMP");
    System.arraycopy(plain, 0, random, 0, 80_000);
    assertThat(kernel("boot/vmlinuz-5.15", gzip(random))).containsExactly(purl);
    assertThat(kernel("boot/vmlinuz-5.15", random)).containsExactly(purl);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          6.1.0-13-amd64 (x) #1 SMP Debian 6.1.55-1 (2023-09-29) | 6.1.0-13-amd64 | 6.1.55
          5.15.133 (x) #1                                        | 5.15.133       | 5.15.133
          5.10.198-187.748.amzn2.x86_64 (x)                      | 5.10.198-187.748.amzn2.x86_64 | 5.10.198
          6.8.0-45-generic (buildd@x) #45-Ubuntu                 | 6.8.0-45-generic | ''
          6.6-rc3 (x)                                            | 6.6-rc3        | ''
          """)
  void theVersionOfKernelOrgIsToldWhereItIsSure(String banner, String release, String upstream) {
    assertThat(KernelVersion.parse(banner)).contains(new KernelVersion(release, upstream));
  }

  @ParameterizedTest
  @CsvSource({"''", "what", "6", "6.1/../x", "6.1<script>"})
  void whatIsNoVersionIsNoKernel(String banner) throws IOException {
    assertThat(kernel("boot/vmlinuz", bzImage(banner))).isEmpty();
  }

  private static List<String> module(String path, byte[] bytes) throws IOException {
    return RecordedFacts.of(new KernelModuleAnalyser(), path, bytes).purls();
  }

  private static byte[] module(String info) {
    byte[] bytes = info.replace('|', '\0').getBytes(StandardCharsets.US_ASCII);
    return new TestElf().with(".modinfo", bytes).bytes();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          license=GPL|version=2.2.2-1|name=zfs|vermagic=6.1.0-13-amd64 SMP| ; pkg:generic/zfs@2.2.2-1
          srcversion=ABC|version= 1.0 |                                     ; pkg:generic/snd_hda@1.0
          license=GPL|name=ext4|vermagic=6.1.0-13-amd64 SMP|                ; ''
          version=|name=a|                                                  ; ''
          """)
  void aModuleWithAVersionOfItsOwnIsListed(String info, String purl) throws IOException {
    List<String> expected = purl.isEmpty() ? List.of() : List.of(purl);
    assertThat(module("lib/modules/6/snd-hda.ko", module(info))).isEqualTo(expected);
    assertThat(module("lib/modules/6/snd-hda.ko.gz", gzip(module(info)))).isEqualTo(expected);
  }

  @Test
  void hostileModulesAreErrorsOfTheirFiles() throws IOException {
    byte[] bomb = gzip(new byte[80 << 20]);
    assertThatIOException().isThrownBy(() -> module("a.ko.gz", bomb));
    byte[] cut = java.util.Arrays.copyOf(gzip(module("version=1|")), 60);
    assertThatIOException().isThrownBy(() -> module("a.ko.gz", cut));
  }
}
