package io.breakwater.inventory.internal.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.classifier.BinaryScan.Hit;
import io.breakwater.inventory.internal.classifier.ClassifierYaml.Entry;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of the YAML files is its own test: its examples are found, the others are not. */
class ClassifierEntriesTest {
  private static final ClassifierCatalog CATALOG = ClassifierCatalog.standard();
  private static final List<String> KINDS_OF_PROOF = List.of("debian 12", "source", "go 1.19");

  static Stream<Entry> entries() throws IOException {
    return ClassifierYaml.entries().stream();
  }

  /** What the entry says of a text, alone, in the middle of other bytes. */
  private static List<Hit> scan(Entry entry, String escaped) throws IOException {
    byte[] text = Escapes.bytes(escaped);
    byte[] file = new byte[text.length + 64];
    Arrays.fill(file, (byte) ' ');
    System.arraycopy(text, 0, file, 32, text.length);
    boolean[] wanted = new boolean[CATALOG.size()];
    for (int i = 0; i < CATALOG.size(); i++) {
      wanted[i] = CATALOG.get(i).id().equals(entry.classifier().id());
    }
    return BinaryScan.of(CATALOG, Content.of(file), wanted);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void examplesAreFoundAndCounterExamplesAreNot(Entry entry) throws IOException {
    assertThat(entry.examples()).as("examples").isNotEmpty();
    assertThat(entry.counterExamples()).as("counter-examples").isNotEmpty();
    for (Map.Entry<String, Json> example : entry.examples().entrySet()) {
      String text = example.getValue() instanceof Json.Str(String value) ? value : "";
      assertThat(scan(entry, text))
          .as(text)
          .extracting(Hit::version)
          .containsExactly(example.getKey());
    }
    for (String text : entry.counterExamples()) {
      assertThat(scan(entry, text)).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anEntryIsWellFormed(Entry entry) {
    Classifier classifier = entry.classifier();
    assertThat(classifier.id()).matches("[a-z0-9][a-z0-9-]*");
    assertThat(entry.verified()).isIn(KINDS_OF_PROOF);
    assertThat(Purl.parse(classifier.purl()).version()).isEmpty();
    assertThat(classifier.cpes())
        .isNotEmpty()
        .allMatch(cpe -> cpe.matches("([a-z0-9._\\\\/-]+:[a-z0-9._\\\\/-]+)"));
    assertThat(classifier.cpes("1.2+b")).allMatch(cpe -> cpe.contains(":1.2\\+b:*:*"));
    assertThat(classifier.patterns()).isNotEmpty();
    for (String source : classifier.patterns()) {
      assertThat(Pattern.of(source).anchor()).as(source).hasSizeGreaterThanOrEqualTo(5);
    }
    assertThat(classifier.paths()).isNotEmpty();
    for (String path : classifier.paths()) {
      assertThat(new FileGlob(path).prefix()).as(path).hasSizeGreaterThanOrEqualTo(2);
      assertThat(classifier.isText())
          .as("files of text are found by name alone: " + path)
          .isEqualTo(ClassifierAnalyser.mayBeText(path) && !path.equals("composer.exe"));
    }
  }

  @Test
  void thereAreOverAHundredEachOnce() throws IOException {
    List<String> ids = ClassifierYaml.all().stream().map(Classifier::id).toList();
    assertThat(ids).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    for (Classifier classifier : ClassifierYaml.all())
      assertThat(ids).containsAll(classifier.over());
  }

  @Test
  void theBuildKeepsThemWhole() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ClassifierFile.write(ClassifierYaml.all(), new DataOutputStream(bytes));
    var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(ClassifierFile.read(in)).isEqualTo(ClassifierYaml.all());
    assertThat(CATALOG.classifiers()).isEqualTo(ClassifierYaml.all());
  }
}
