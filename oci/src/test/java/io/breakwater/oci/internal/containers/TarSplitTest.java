package io.breakwater.oci.internal.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarSplitTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void makeTree() throws IOException {
    root = Files.createDirectories(folder.resolve("root"));
    Files.writeString(folder.resolve("secret"), "outside");
    Files.createDirectories(root.resolve("usr/lib"));
    Files.writeString(root.resolve("usr/lib/a"), "inside");
    Files.createSymbolicLink(root.resolve("lib"), Path.of("usr/lib"));
    Files.createSymbolicLink(root.resolve("abs"), Path.of("/usr/lib"));
    Files.createSymbolicLink(root.resolve("up"), Path.of("../../../../usr"));
    Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
    Files.createSymbolicLink(root.resolve("out"), Path.of("../secret"));
    Files.createSymbolicLink(root.resolve("outside"), folder);
  }

  private static String segment(String text) {
    String payload = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    return "{\"type\":2,\"payload\":\"" + payload + "\",\"position\":0}\n";
  }

  private static String file(String name, long size) {
    return "{\"type\":1,\"name\":\"" + name + "\",\"size\":" + size + ",\"position\":0}\n";
  }

  private String read(String notes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(notes.getBytes(UTF_8));
    }
    try (var in = new TarSplitStream(new ByteArrayInputStream(packed.toByteArray()), root)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void segmentsAndFilesStandInOrder() throws Exception {
    String notes = segment("[") + file("usr/lib/a", 6) + segment("]") + segment("") + file("no", 0);
    assertThat(read(notes)).isEqualTo("[inside]");
  }

  @Test
  void linksAmongFoldersAreFollowedInside() throws Exception {
    for (String name : new String[] {"lib/a", "abs/a", "./usr/../lib/a", "up/lib/a", "/lib/a"}) {
      assertThat(read(file(name, 6))).as(name).isEqualTo("inside");
    }
  }

  @Test
  void nothingLeadsOut() {
    for (String name :
        new String[] {
          "out", "../secret", "usr/../../secret", "outside/secret", "loop/a", "lib", "..", ".", ""
        }) {
      assertThatThrownBy(() -> read(file(name, 6)))
          .as(name)
          .isInstanceOf(FileSystemException.class);
    }
  }

  @Test
  void aFileThatBecameShorterIsTold() {
    assertThatThrownBy(() -> read(file("lib/a", 7)))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("lib/a");
  }

  @Test
  void malformedNotesAreRefused() {
    for (String notes :
        new String[] {
          "{",
          "[]",
          "{\"type\":3}",
          "{\"type\":2,\"payload\":\"%\"}",
          "{\"type\":1,\"name\":\"a\",\"size\":-1}",
          "{\"type\":1,\"name\":\"a\",\"size\":\"x\"}"
        }) {
      assertThatThrownBy(() -> read(notes)).isInstanceOf(InvalidTarSplitException.class);
    }
  }

  @FuzzTest
  void everyTextIsReadOrRefused(byte[] notes) throws IOException {
    var parts = new TarSplit(new ByteArrayInputStream(notes));
    try {
      while (parts.next().isPresent()) {
        // reads on
      }
    } catch (InvalidTarSplitException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }
}
