package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.layer.FileRegion;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.internal.layer.StoredLayer;
import io.breakwater.oci.testing.Opened;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Unpacked;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Archives from the tests of other tools. */
class VectorsTest {
  private static Path vectors(String relative) {
    return SharedData.path("vectors/oci").resolve(relative);
  }

  /** Content by layer, links followed inside the image only, as osv-scalibr expects it. */
  @TestFactory
  Stream<DynamicTest> osvScalibr() throws IOException {
    Path folder = vectors("osv-scalibr");
    var cases = (Json.Arr) Json.parse(Files.readAllBytes(folder.resolve("cases.json")));
    assertThat(cases.elements()).hasSize(17);
    return cases.elements().stream()
        .map(Json.Obj.class::cast)
        .map(c -> DynamicTest.dynamicTest(c.text("name"), () -> scalibrCase(folder, c)));
  }

  private static void scalibrCase(Path folder, Json.Obj test) throws IOException {
    Path archive = folder.resolve(test.text("tar"));
    if (archive.endsWith("empty.tar") || !Files.exists(archive)) {
      assertThat(opens(archive)).isFalse();
      return;
    }
    try (Image image = Opened.image("docker-archive:" + archive)) {
      List<Json.Obj> wanted = test.objects("wantChainLayerEntries");
      boolean unreadable = !test.text("wantErrWhileReadingFiles").isEmpty();
      var unpacked = new Unpacked();
      for (int i = 0; i < image.layers().size(); i++) {
        unpacked.put(image.layers().get(i));
        if (i >= wanted.size()) continue;
        for (Json.Obj pair : wanted.get(i).objects("filepathContentPairs")) {
          Optional<String> content = unpacked.read(pair.text("filepath"));
          boolean limited = test.object("config").number("MaxFileBytes").orElse(0) == 1;
          if (unreadable && !limited) assertThat(content).isEmpty();
          else assertThat(content).contains(pair.text("content"));
        }
      }
      assertUnpacked(unpacked, test.object("want"));
    }
  }

  private static void assertUnpacked(Unpacked unpacked, Json.Obj want) {
    for (String path : want.members().keySet()) {
      assertThat(unpacked.read(path)).as(path).contains(want.object(path).text("content"));
    }
  }

  private static boolean opens(Path archive) throws IOException {
    try (Image image = Opened.image("docker-archive:" + archive)) {
      return !image.layers().isEmpty();
    } catch (ProblemException _) {
      return false;
    }
  }

  @TestFactory
  Stream<DynamicTest> layersThatLoadOrMustNot() throws IOException {
    Path folder = vectors("layers");
    return Files.readAllLines(folder.resolve("expected.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .filter(row -> row[1].startsWith("must load") || row[1].startsWith("loading must fail"))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0], () -> load(folder.resolve(row[0]), row[1].startsWith("must load"))));
  }

  private static void load(Path archive, boolean good) throws IOException {
    if (!good) {
      assertThat(opens(archive)).isFalse();
      return;
    }
    boolean two = archive.endsWith("tarball-test_link.tar");
    for (String name : two ? List.of(":test_image_1", ":test_image_3") : List.of("")) {
      load("docker-archive:" + archive + name);
    }
  }

  private static void load(String reference) throws IOException {
    try (Image image = Opened.image(reference)) {
      for (ImageLayer layer : image.layers()) {
        Seen seen = Seen.all();
        assertThat(layer.read(seen)).isTrue(); // every digest is that of the configuration
        assertThat(seen.notes).isEmpty();
        assertThat(layer.digest()).isPresent();
      }
    }
  }

  @Test
  void aFolderThatIsGoneTakesWhatIsInItAlong() throws IOException {
    Path archive = vectors("layers/go-containerregistry/mutate-whiteout_dir.tar");
    var unpacked = new Unpacked();
    try (Image image = Opened.image("docker-archive:" + archive)) {
      for (ImageLayer layer : image.layers()) unpacked.put(layer);
    }
    assertThat(unpacked.paths()).noneMatch(path -> path.equals("foo") || path.endsWith("/foo"));
  }

  @Test
  void claircoresOddLayersAreRead() throws IOException {
    Path folder = vectors("layers/claircore");
    assertThat(read(folder.resolve("whiteout.layer")).paths())
        .containsExactly("DIRECTORY etc", "WHITEOUT etc/profile");
    assertThat(read(folder.resolve("concat.tar")).paths())
        .contains("run/logs/log.txt", "SYMLINK var/run", "var/run/console/algo.txt");
    Seen bad = read(folder.resolve("bad_name.tar"));
    assertThat(bad.entries).hasSize(1);
    assertThat(bad.entries.getFirst().path()).endsWith("bad\u00fdname").startsWith("____");
    assertThat(bad.contents.values().iterator().next()).hasSize(9);
    assertThat(bad.notes).isEmpty();
  }

  private static Seen read(Path layer) throws IOException {
    var facts = new LayerFacts("t", 1, 1, "", Optional.empty(), Optional.empty(), 0, "");
    Seen seen = Seen.all();
    io.breakwater.oci.internal.layer.Blob.InFile blob = () -> FileRegion.map(layer);
    new StoredLayer(facts, blob, OpenOptions.defaults()).read(seen);
    return seen;
  }

  @TestFactory
  Stream<DynamicTest> divesImagesHoldOneReadme() throws IOException {
    Path folder = vectors("dive");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> images = files.filter(f -> f.toString().contains("-oci-")).toList();
      return images.stream()
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> dive(f)));
    }
  }

  private static void dive(Path archive) throws IOException {
    for (String reference : List.of("oci:" + archive, archive.toString())) {
      try (Image image = Opened.image(reference)) {
        var unpacked = new Unpacked();
        for (ImageLayer layer : image.layers()) {
          Seen seen = Seen.all();
          assertThat(layer.read(seen)).isTrue();
          assertThat(seen.notes).isEmpty();
          unpacked.put(layer);
        }
        String readme = unpacked.read("README.md").orElseThrow();
        assertThat(readme.getBytes(StandardCharsets.ISO_8859_1)).hasSize(11_189);
      }
    }
  }

  @Test
  void divesPlainLayerIsRead() throws IOException {
    Seen seen = read(vectors("dive/test-uncompressed-image.tar"));
    assertThat(seen.entry("README.md").size()).isEqualTo(11_189);
  }
}
