package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.ProblemCode;
import io.breakwater.oci.internal.layer.DirectoryLayer;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.testing.Opened;
import io.breakwater.oci.testing.RealTool;
import io.breakwater.oci.testing.Seen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root file systems that lie unpacked in a folder. */
class DirectoryTest {
  @TempDir Path root;

  private Path file(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Seen read() throws IOException {
    try (Image image = Opened.image("dir:" + root)) {
      Seen seen = Seen.all();
      assertThat(image.layers().getFirst().read(seen)).isFalse();
      return seen;
    }
  }

  private Seen readOverlay() throws IOException {
    var facts = new LayerFacts("t", 1, 1, "", Optional.empty(), Optional.empty(), 0, "");
    Seen seen = Seen.all();
    new DirectoryLayer(facts, root, true, OpenOptions.defaults()).read(seen);
    return seen;
  }

  @Test
  void theTreeIsOneLayerInTheOrderOfNames() throws IOException {
    file("etc/b", "2");
    file("etc/a", "1");
    file("bin/x", "\u007fELF");
    Files.setPosixFilePermissions(
        root.resolve("bin/x"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Seen seen = read();
    assertThat(seen.paths())
        .containsExactly("DIRECTORY bin", "bin/x", "DIRECTORY etc", "etc/a", "etc/b");
    assertThat(seen.contents).containsEntry("etc/b", "2");
    assertThat(seen.heads).containsEntry("bin/x", "\u007fELF");
    assertThat(seen.entry("bin/x").mode()).isEqualTo(0755);
  }

  @Test
  void noLinkIsFollowed() throws IOException {
    Path outside = Files.createTempDirectory("outside");
    Files.writeString(outside.resolve("secret"), "secret");
    file("a/f", "1");
    Files.createSymbolicLink(root.resolve("folder"), outside);
    Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
    Files.createSymbolicLink(root.resolve("a/loop"), Path.of("../a"));
    Seen seen = read();
    assertThat(seen.paths())
        .containsExactly("DIRECTORY a", "a/f", "SYMLINK a/loop", "SYMLINK file", "SYMLINK folder");
    assertThat(seen.entry("a/loop").linkTarget()).isEqualTo("../a");
    assertThat(seen.contents).containsOnlyKeys("a/f");
  }

  @Test
  void pipesAreNotOpened() throws Exception {
    RealTool.named("mkfifo").run(root.resolve("pipe").toString());
    assertThat(read().paths()).containsExactly("SPECIAL pipe");
  }

  @Test
  void whatTheSystemRefusesCostsALine() throws IOException {
    Path locked = file("locked/f", "1").getParent();
    Path unreadable = file("unreadable", "1");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(unreadable, PosixFilePermissions.fromString("---------"));
    try {
      Assumptions.assumeFalse(Files.isReadable(unreadable), "skipped: this user reads everything");
      assertThat(read().notes).containsExactly("/locked REFUSED", "/unreadable REFUSED");
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aTreeThatIsTooDeepCostsALine() throws IOException {
    file("d/".repeat(300) + "f", "1");
    Seen seen = read();
    assertThat(seen.notes).hasSize(1);
    assertThat(seen.notes.getFirst()).endsWith(" LIMIT");
  }

  @Test
  void overlaysWhiteoutsAreUnderstood() throws Exception {
    file("opaque/new", "1");
    var attributes =
        Files.getFileAttributeView(root.resolve("opaque"), UserDefinedFileAttributeView.class);
    try {
      attributes.write("overlay.opaque", ByteBuffer.wrap("y".getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException unsupported) {
      Assumptions.abort("skipped: no attributes on " + root + ": " + unsupported);
    }
    assertThat(readOverlay().paths())
        .containsExactly("DIRECTORY opaque", "OPAQUE opaque", "opaque/new");
    assertThat(read().paths()).containsExactly("DIRECTORY opaque", "opaque/new");
    try {
      RealTool.named("mknod").run(root.resolve("gone").toString(), "c", "0", "0");
    } catch (IOException notAllowed) {
      Assumptions.abort("skipped: this user makes no devices");
    }
    assertThat(readOverlay().paths()).contains("WHITEOUT gone");
    assertThat(read().paths()).contains("SPECIAL gone");
  }

  @Test
  void aMissingFolderIsNamed() {
    Opened.assertProblem(
        ProblemCode.FILE_MISSING, () -> Opened.image("dir:" + root.resolve("none")).close());
  }
}
