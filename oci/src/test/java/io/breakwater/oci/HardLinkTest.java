package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Content that a wanted link has from a file that was not wanted when it went by. */
class HardLinkTest {
  @Test
  void aWantedLinkHasTheContentOfItsFile() throws IOException {
    String big = "0123456789".repeat(60_000);
    byte[] archive =
        new Tar()
            .file("store/1", "one")
            .file("store/2", big)
            .hardLink("app/package.json", "store/1")
            .hardLink("app/two", "./store/2")
            .hardLink("app/again", "app/package.json")
            .file("end", "e")
            .end();
    Seen seen = Layers.read(archive, e -> e.type() == EntryType.HARD_LINK);
    assertThat(seen.contents)
        .containsOnlyKeys("app/package.json", "app/two", "app/again")
        .containsEntry("app/package.json", "one")
        .containsEntry("app/two", big)
        .containsEntry("app/again", "one");
  }

  @Test
  void aLinkToAFileThatComesTwiceHasTheOneBeforeIt() throws IOException {
    byte[] archive =
        new Tar().file("f", "old").file("f", "new").hardLink("l", "f").file("f", "later").end();
    Seen seen = Layers.read(archive, e -> e.path().equals("l"));
    assertThat(seen.contents).containsEntry("l", "new");
  }

  @Test
  void aLinkIntoAnotherLayerIsReported() throws IOException {
    Seen seen = Layers.read(new Tar().hardLink("l", "lib/x.so").file("z", "").end());
    assertThat(seen.contents).doesNotContainKey("l");
    assertThat(seen.notes).containsExactly("/l UNSUPPORTED");
  }

  @Test
  void loopsOfLinksEnd() throws IOException {
    byte[] archive =
        new Tar()
            .hardLink("a", "b")
            .hardLink("b", "c")
            .hardLink("c", "a")
            .hardLink("self", "self")
            .symlink("s", "s")
            .symlink("t", "../../../t")
            .end();
    Seen seen = Layers.read(archive, e -> e.type() == EntryType.HARD_LINK);
    assertThat(seen.contents).isEmpty();
    assertThat(seen.notes).hasSize(4);
  }

  @Test
  void aPathThatIsFirstAFileAndThenALinkToItselfKeepsItsContent() throws IOException {
    byte[] archive = new Tar().file("a", "1").hardLink("a", "a").end();
    Seen seen = Layers.read(archive, e -> e.type() == EntryType.HARD_LINK);
    assertThat(seen.contents).containsEntry("a", "1");
  }
}
