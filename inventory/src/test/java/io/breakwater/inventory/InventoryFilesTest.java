package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.breakwater.model.Digest;
import io.breakwater.model.FoundFile;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InventoryFilesTest {
  private static final String ELF = "\u007fELF and more";
  private static final String STATUS =
      "Package: libx\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n\n";

  private static List<String> paths(TestLayer... layers) throws IOException {
    return TestImage.of(layers).inventory().files().list().stream()
        .map(f -> f.type().id() + " " + f.path() + " " + f.layer())
        .toList();
  }

  @Test
  void filesAreKnownByTheirFirstBytes() throws IOException {
    assertThat(
            paths(
                TestLayer.number(1)
                    .file("lib/a.so", ELF)
                    .file("bin/run", "#!/bin/sh\n")
                    .file("app/a.pyz", "PK\u0003\u0004 not whole")
                    .file("etc/passwd", "root:x")
                    .hardLink("bin/link", "bin/run")
                    .hardLink("etc/link", "etc/passwd")
                    .symlink("bin/other", "run")))
        .containsExactly(
            "archive /app/a.pyz 0", "script /bin/link 0", "script /bin/run 0", "elf /lib/a.so 0");
  }

  @Test
  void whatUpperLayersTakeAwayIsNotThere() throws IOException {
    var lower =
        TestLayer.number(1)
            .file("a", ELF)
            .file("b/c/one", ELF)
            .file("d/one", ELF)
            .file("e/f", ELF)
            .file("stays/one", ELF)
            .file("again", ELF);
    var upper =
        TestLayer.number(2)
            .whiteout("a")
            .whiteout("b")
            .opaque("d")
            .symlink("e", "elsewhere")
            .directory("stays")
            .file("again", "#!/bin/sh");
    assertThat(paths(lower, upper)).containsExactly("script /again 1", "elf /stays/one 0");
    assertThat(paths(lower, TestLayer.number(3).opaque(""))).isEmpty();
    assertThat(paths(TestLayer.number(4).file("x/y", ELF).symlink("x", "z"))).isEmpty();
    assertThat(paths(TestLayer.number(5).file("x", ELF).file("x", "text"))).isEmpty();
  }

  @Test
  void aFileBelongsToThePackageThatListsItOrToWhatWasFoundInIt() throws IOException {
    Inventory inventory =
        TestImage.of(
                TestLayer.number(1)
                    .file("var/lib/dpkg/status", STATUS)
                    .file("var/lib/dpkg/info/libx.list", "/lib/libx.so\n")
                    .file("var/lib/dpkg/info/libx.postinst", "#!/bin/sh\n")
                    .file("usr/lib/libx.so", ELF),
                TestLayer.number(2).file("usr/local/bin/miner", ELF))
            .inventory();
    assertThat(inventory.files().list())
        .extracting(FoundFile::path, f -> f.owner().isPresent())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/usr/lib/libx.so", true),
            org.assertj.core.groups.Tuple.tuple("/usr/local/bin/miner", false),
            org.assertj.core.groups.Tuple.tuple("/var/lib/dpkg/info/libx.postinst", true));
    assertThat(inventory.files().list().getFirst().owner())
        .contains(inventory.components().getFirst().id());
  }

  @Test
  void factsComeFromTheCacheAsTheyWere() throws IOException {
    var kept = new HashMap<String, byte[]>();
    var cache =
        new LayerResults() {
          @Override
          public Optional<byte[]> get(String key) {
            return Optional.ofNullable(kept.get(key));
          }

          @Override
          public void put(String key, byte[] value) {
            kept.put(key, value);
          }
        };
    var image = TestImage.of(TestLayer.number(1).file("bin/a", ELF).file("bin/ü", "#!/x"));
    Inventory first = image.inventory(cache);
    Inventory second = image.inventory(cache);
    assertThat(second.cachedLayers()).isEqualTo(1);
    assertThat(second.files()).isEqualTo(first.files());
    assertThat(second.files().list()).hasSize(2);
  }

  @Test
  void digestsAreThoseOfTheContent() throws Exception {
    var image =
        TestImage.of(
            TestLayer.number(1).file("a", ELF).hardLink("b", "a"),
            TestLayer.number(2).file("c", "#!/bin/sh"));
    List<FoundFile> files = image.inventory().files().list();
    byte[] sha256 =
        MessageDigest.getInstance("SHA-256").digest(ELF.getBytes(StandardCharsets.UTF_8));
    var digests = FileDigests.of(image, files);
    assertThat(digests).containsOnlyKeys("/a", "/b", "/c");
    assertThat(digests)
        .containsEntry("/a", Digest.sha256(sha256))
        .containsEntry("/b", Digest.sha256(sha256));
  }

  @Test
  void packingKeepsEveryFact() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var facts = new FileFacts();
    var expected = new ArrayList<FoundFile>();
    for (int i = 0; i < 300; i++) {
      String path = "d" + random.nextInt(5) + "/" + "é".repeat(random.nextInt(3)) + i;
      var entry =
          new FileEntry(
              path,
              EntryType.FILE,
              random.nextLong() >>> 1,
              random.nextInt(010000),
              random.nextInt(),
              random.nextInt(),
              "",
              random.nextLong());
      facts.file(entry, new Head(new byte[] {'#', '!'}, 0, 2), i);
      expected.add(
          new FoundFile(
              "/" + path,
              3,
              Optional.empty(),
              FoundFile.Type.SCRIPT,
              entry.size(),
              entry.mode(),
              entry.uid(),
              entry.gid(),
              entry.capabilities(),
              Optional.empty()));
    }
    byte[] packed = facts.pack((path, position) -> true);
    assertThat(FileFacts.unpack(packed, 3, Optional.empty()))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(expected);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = packed.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      Throwable thrown = catchThrowable(() -> FileFacts.unpack(damaged, 0, Optional.empty()));
      if (thrown != null) {
        assertThat(thrown).as("seed %d", seed).isInstanceOf(CorruptFactsException.class);
      }
    }
    assertThatThrownBy(() -> FileFacts.unpack(new byte[0], 0, Optional.empty()))
        .isInstanceOf(CorruptFactsException.class);
  }
}
