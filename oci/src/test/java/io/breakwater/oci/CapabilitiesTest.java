package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {
  @ParameterizedTest
  @CsvSource({
    "0100000200200000000000000000000000000000, cap_net_raw",
    "010000020004000000000000c000000000000000, cap_net_bind_service cap_perfmon cap_bpf",
    "000000010000000080000000, cap_setuid",
    "01000003002000000000000000000000000000000a000000, cap_net_raw",
    "01000002002000000000000000000000000000, ''",
    "0100000700200000000000000000000000000000, ''",
    "01, ''",
  })
  void theAttributeIsReadAsLinuxReadsIt(String attribute, String names) {
    long set = Capabilities.of(HexFormat.of().parseHex(attribute));
    assertThat(String.join(" ", Capabilities.names(set))).isEqualTo(names);
  }

  @Test
  void anArchiveTellsTheCapabilitiesOfAFile() throws IOException {
    byte[] attribute = HexFormat.of().parseHex("0100000200200000000000000000000000000000");
    String record =
        "SCHILY.xattr.security.capability=" + new String(attribute, StandardCharsets.ISO_8859_1);
    byte[] archive = new Tar().pax(record).file("bin/ping", "x").file("bin/ls", "y").end();
    var entries = Layers.read(archive).entries;
    assertThat(entries)
        .extracting(FileEntry::path, FileEntry::capabilities)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bin/ping", 1L << 13),
            org.assertj.core.groups.Tuple.tuple("bin/ls", 0L));
  }
}
