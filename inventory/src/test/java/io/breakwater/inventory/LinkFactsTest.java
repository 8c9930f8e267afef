package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is known of a script that cannot be read. */
class LinkFactsTest {
  private static final FileEntry SCRIPT =
      new FileEntry("opt/run.sh", EntryType.FILE, 12, 0755, 0, 0, "");

  private final LinkFacts facts = new LinkFacts();

  /** A failure to read. */
  private interface Failure {
    int read() throws IOException;
  }

  private void read(Failure failure) {
    byte[] head = {'#', '!', '/', 'b', 'i', 'n', '/', 's', 'h', '\n'};
    assertThat(facts.file(SCRIPT, new Head(head, 0, head.length), 1)).isTrue();
    facts.content(
        SCRIPT,
        new Content() {
          @Override
          public long size() {
            return 12;
          }

          @Override
          public int read(long position, byte[] into, int offset, int length) throws IOException {
            return failure.read();
          }
        });
  }

  private void assertUnread() {
    assertThat(LinkFacts.unpack(facts.pack((path, position) -> true)).facts())
        .singleElement()
        .isInstanceOfSatisfying(
            RunFacts.Script.class,
            script -> {
              assertThat(script.path()).isEqualTo("/opt/run.sh");
              assertThat(script.interpreter()).isEqualTo("/bin/sh");
              assertThat(script.read()).isFalse();
            });
  }

  @Test
  void aFileThatIsCutCountsAsUnread() {
    read(
        () -> {
          throw new EOFException("cut");
        });
    assertUnread();
  }

  @Test
  void aMistakeOfOursIsNotHiddenAndTheFileStillCounts() {
    var mistake = new IllegalStateException("ours");
    assertThatThrownBy(
            () ->
                read(
                    () -> {
                      throw mistake;
                    }))
        .isSameAs(mistake);
    assertUnread();
  }
}
