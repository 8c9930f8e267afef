package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The ways in which a layer says that something is gone. */
class WhiteoutTest {
  @Test
  void aWhiteoutNamesWhatIsGone() throws IOException {
    Seen seen = Layers.read(new Tar().file("etc/.wh.passwd", "").file(".wh.top", "").end());
    assertThat(seen.paths()).containsExactly("WHITEOUT etc/passwd", "WHITEOUT top");
  }

  @Test
  void anOpaqueMarkNamesItsFolder() throws IOException {
    Seen seen = Layers.read(new Tar().file("a/b/.wh..wh..opq", "").file(".wh..wh..opq", "").end());
    assertThat(seen.paths()).containsExactly("OPAQUE a/b", "OPAQUE ");
  }

  @Test
  void notesOfAufsAreLeftOut() throws IOException {
    Seen seen =
        Layers.read(
            new Tar()
                .file(".wh..wh.aufs", "")
                .folder(".wh..wh.plnk")
                .file(".wh..wh.plnk/12.34", "linked")
                .folder("a/.wh..wh.orph")
                .hardLink("etc/x", ".wh..wh.plnk/12.34")
                .end());
    assertThat(seen.paths()).containsExactly("HARD_LINK etc/x");
    assertThat(seen.contents).containsEntry("etc/x", "linked");
  }

  @Test
  void overlaysDevicesAndAttributesAreWhiteouts() throws IOException {
    var zero = new Tar.Header("gone", '3', 0).put(329, "0000000\0").put(337, "0000000\0");
    var tty = new Tar.Header("tty", '3', 0).put(329, "0000005\0").put(337, "0000000\0");
    Seen seen =
        Layers.read(
            new Tar()
                .add(zero, new byte[0])
                .add(tty, new byte[0])
                .pax("SCHILY.xattr.trusted.overlay.opaque=y")
                .folder("o1")
                .pax("SCHILY.xattr.user.overlay.opaque=y")
                .folder("o2")
                .pax("SCHILY.xattr.user.overlay.opaque=n")
                .folder("o3")
                .end());
    assertThat(seen.paths())
        .containsExactly(
            "WHITEOUT gone",
            "SPECIAL tty",
            "DIRECTORY o1",
            "OPAQUE o1",
            "DIRECTORY o2",
            "OPAQUE o2",
            "DIRECTORY o3");
  }

  @Test
  void aWhiteoutOfNothingIsReported() throws IOException {
    Seen seen =
        Layers.read(new Tar().file("a/.wh.", "").file("a/.wh..", "").file("a/.wh...", "").end());
    assertThat(seen.entries).isEmpty();
    assertThat(seen.notes)
        .containsExactly("/a/.wh. MALFORMED", "/a/.wh.. MALFORMED", "/a/.wh... MALFORMED");
  }
}
