package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.internal.binary.ElfLinks;
import io.breakwater.inventory.internal.binary.TestProgram;
import io.breakwater.inventory.reach.Reachability;
import io.breakwater.model.ImageInfo.Settings;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever programs, scripts, jars and entry points hold, a scan goes on. */
class LinkFactsFuzzTest {
  @FuzzTest
  void dynamicSections(byte[] bytes) {
    try {
      ElfLinks.read(Content.of(bytes))
          .ifPresent(linkage -> assertThat(linkage.needed().size()).isLessThanOrEqualTo(500));
    } catch (IOException expected) {
      assertThat(expected).isInstanceOf(IOException.class);
    }
  }

  @FuzzTest
  void packs(byte[] bytes) {
    LinkPack.unpack(bytes).ifPresent(pack -> LinkPack.pack(pack.facts(), pack.complete()));
  }

  @FuzzTest
  void entryPoints(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    var layer = TestLayer.number(1).file("usr/bin/sh", bytes).symlink("bin", text);
    layer.file("x.jar", bytes).file("opt/x.sh", text);
    Inventory inventory = TestImage.of(layer).inventory();
    for (List<String> words :
        List.of(List.of("/usr/bin/sh", "-c", text), List.of("/opt/x.sh"), List.of(text, text))) {
      assertThat(Reachability.of(inventory, new Settings("", words, List.of(), text))).isEmpty();
    }
  }

  @Test
  void damagedProgramsAreReadOrRefused() {
    byte[] program = TestProgram.program("/lib/ld.so").needs("libc.so.6").imports("system").bytes();
    var random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = program.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      dynamicSections(damaged);
    }
  }
}
