package io.breakwater.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Inspector;
import io.breakwater.inspect.internal.Judgement;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final Check WORD =
      new Check(
          "word",
          List.of("W1"),
          Check.Area.SECRET,
          Severity.HIGH,
          new Text("A word", "一个词"),
          new Text("It is told.", "它会泄露。"),
          new Text("Remove it.", "删除它。"),
          List.of());

  /** Finds two words, and chokes on a file called hostile. */
  private static final FileInspector WORDS =
      new FileInspector() {
        @Override
        public String name() {
          return "words";
        }

        @Override
        public int version() {
          return 1;
        }

        @Override
        public boolean wants(FileEntry file, Head head) {
          return true;
        }

        @Override
        public List<String> keywords() {
          return List.of("alpha", "omega");
        }

        @Override
        public void inspect(InspectedFile file, Sightings out) throws IOException {
          if (file.path().endsWith("hostile")) throw new IllegalStateException("a fault");
          for (int i = 0; i < file.hits().count(); i++) {
            long end = file.hits().end(i);
            out.add(
                new Sighting(
                    "word",
                    file.path(),
                    file.line(end),
                    Confidence.HIGH,
                    keywords().get(file.hits().keyword(i)),
                    new String(file.window(end - 5, 5), UTF_8)));
          }
        }
      };

  private final Inspection inspection =
      new Inspection(
          List.of(
              new Inspector(
                  Check.Area.SECRET,
                  List.of(WORDS),
                  (subject, seen) -> seen.stream().map(s -> Judgement.of(WORD, s)).toList())));

  @Test
  void tellsWhereAWordStandsAndThatItsFileIsGone() throws IOException {
    byte[] lower = layer("etc/a", "x\nthe OMEGA\n", "etc/b", "nothing");
    byte[] upper = layer("etc/c", "alpha");
    var subject = new TestSubject(2).gone(0, "/etc/a");

    Inspection.Outcome outcome = inspection.judge(subject, List.of(lower, upper));

    assertThat(outcome.findings())
        .extracting(
            f -> f.location().path(),
            f -> f.location().line(),
            Finding.OfCheck::part,
            Finding.OfCheck::evidence,
            Finding.OfCheck::standing)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "/etc/c", 1, "alpha", "alpha", Finding.Standing.PRESENT),
            org.assertj.core.groups.Tuple.tuple(
                "/etc/a", 2, "omega", "OMEGA", Finding.Standing.DELETED));
  }

  @Test
  void aFileThatAnInspectorChokesOnCostsOneLine() throws IOException {
    byte[] evidence = layer("hostile", "alpha", "good", "omega");

    Inspection.Outcome outcome = inspection.judge(new TestSubject(1), List.of(evidence));

    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.notAnalysed()).hasSize(1);
    assertThat(outcome.notAnalysed().getFirst().path()).isEqualTo("/hostile");
    assertThat(outcome.notAnalysed().getFirst().detail()).isEqualTo("a fault");
  }

  @Test
  void refusesEvidenceThatIsNone() {
    byte[] whole = layer("good", "alpha");
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> inspection.judge(new TestSubject(1), List.of(cut)))
          .as("cut to %d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  private byte[] layer(String... pathsAndTexts) {
    LayerCollector.Reading reading = inspection.collector().begin();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      byte[] bytes = pathsAndTexts[i + 1].getBytes(UTF_8);
      var entry = new FileEntry(pathsAndTexts[i], EntryType.FILE, bytes.length, 0644, 0, 0, "");
      try {
        if (reading.entry(entry, new Head(bytes, 0, bytes.length))) {
          reading.content(entry, Content.of(bytes));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return reading.evidence();
  }
}
