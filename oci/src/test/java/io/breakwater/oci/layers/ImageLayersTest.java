package io.breakwater.oci.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.breakwater.model.NotAnalysed;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.LayerVisitor;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.layers.Saving.Cause;
import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Tar;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLayersTest {
  private static final byte[] ONE = Tar.bytes("1".repeat(1000));
  private static final byte[] OTHER = Tar.bytes("2".repeat(1000));

  @Test
  void efficiencyAndWasteAreDives() throws IOException {
    Path file = SharedData.path("vectors/oci/dive/test-docker-image.json");
    Json.Obj vector = Json.parseObject(Files.readAllBytes(file));
    var image = new FakeImage();
    for (Json.Obj layer : vector.objects("layer")) {
      image.layer(layer.text("command"), visitor -> tell(layer, visitor));
    }
    ImageLayers layers = ImageLayers.read(image);
    assertThat(layers.efficiency()).isEqualTo(0.9844212134184309);
    assertThat(layers.wasted()).isEqualTo(32_025);
    assertThat(layers.bytes()).isEqualTo(1_220_598);
    assertThat(layers.bytesAboveLowest()).isEqualTo(66_237);
    assertThat(layers.wastedShare()).isCloseTo(0.4834911001404049, within(1e-12));
    assertThat(layers.layers().stream().map(LayerSummary::bytes))
        .isEqualTo(
            vector.objects("layer").stream().map(l -> l.number("sizeBytes").orElse(-1)).toList());
    assertThat(layers.wastedFiles(100))
        .containsExactlyInAnyOrder(
            new WastedFile("/root/saved.txt", 2, 12_810),
            new WastedFile("/root/example/somefile1.txt", 2, 12_810),
            new WastedFile("/root/example/somefile3.txt", 2, 6_405));
    assertThat(layers.layers().get(9).removed()).isEqualTo(2);
  }

  private static void tell(Json.Obj layer, LayerVisitor visitor) throws IOException {
    for (Json.Obj file : layer.objects("fileList")) {
      String path = file.text("path");
      String name = path.substring(path.lastIndexOf('/') + 1);
      long flag = file.number("typeFlag").orElse(0);
      boolean whiteout = name.startsWith(".wh.");
      EntryType type =
          whiteout
              ? EntryType.WHITEOUT
              : switch ((char) flag) {
                case '0' -> EntryType.FILE;
                case '1' -> EntryType.HARD_LINK;
                case '2' -> EntryType.SYMLINK;
                case '5' -> EntryType.DIRECTORY;
                default -> EntryType.SPECIAL;
              };
      if (whiteout) path = path.substring(0, path.length() - name.length()) + name.substring(4);
      var entry =
          new FileEntry(
              path,
              type,
              file.number("size").orElse(0),
              (int) (file.number("fileMode").orElse(0) & 0777),
              0,
              0,
              file.text("linkName"));
      boolean wanted = visitor.entry(entry, Head.EMPTY);
      if (wanted) visitor.content(entry, Content.of(new byte[(int) entry.size()]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"estargz", "gzip", "uncompressed"})
  void anImageOfOneLayerWastesNothing(String form) throws IOException {
    Path file = SharedData.path("vectors/oci/dive/test-oci-" + form + "-image.tar");
    try (var image = ImageSources.open("oci:" + file, OpenOptions.defaults())) {
      ImageLayers layers = ImageLayers.read(image);
      assertThat(layers.efficiency()).isEqualTo(1.0);
      assertThat(layers.wasted()).isZero();
      assertThat(layers.savings()).isEmpty();
      assertThat(layers.layers().getFirst().added()).isGreaterThanOrEqualTo(1);
      assertThat(layers.bytes()).isGreaterThanOrEqualTo(11_189);
    }
  }

  @Test
  void everyWayToWasteIsNamedWithItsLayers() throws IOException {
    ImageLayers layers =
        ImageLayers.read(
            new FakeImage()
                .layer(
                    "COPY . /",
                    v -> {
                      for (String path : List.of("a/mode", "a/twice", "a/other", "gone", "d/x/y")) {
                        file(v, path, 0644, ONE);
                      }
                      file(v, "var/cache/apt/archives/x.deb", 0644, ONE);
                      file(v, "tmp/download.zip", 0644, OTHER);
                    })
                .layer("ENV A=1 is no layer of files", v -> {})
                .layer(
                    "RUN everything",
                    v -> {
                      file(v, "a/mode", 0755, ONE);
                      file(v, "a/twice", 0644, ONE);
                      file(v, "a/other", 0644, OTHER);
                      mark(v, "gone", EntryType.WHITEOUT);
                      mark(v, "d", EntryType.WHITEOUT);
                      mark(v, "never/there", EntryType.WHITEOUT);
                    }));
    assertThat(layers.savings())
        .extracting(Saving::cause, Saving::from, Saving::to, Saving::files, Saving::bytes)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Cause.DELETED, 1, 3, 2, 2000L),
            org.assertj.core.groups.Tuple.tuple(Cause.LEFT_BEHIND, 1, 1, 1, 1000L),
            org.assertj.core.groups.Tuple.tuple(Cause.LEFT_BEHIND, 1, 1, 1, 1000L),
            org.assertj.core.groups.Tuple.tuple(Cause.COPIED_UP, 1, 3, 1, 1000L),
            org.assertj.core.groups.Tuple.tuple(Cause.ADDED_TWICE, 1, 3, 1, 1000L),
            org.assertj.core.groups.Tuple.tuple(Cause.REPLACED, 1, 3, 1, 1000L));
    assertThat(layers.savings().getFirst().examples()).containsExactly("/gone", "/d/x/y");
    LayerSummary top = layers.layers().get(2);
    assertThat(List.of(top.added(), top.changed(), top.removed())).containsExactly(0, 3, 2);
    assertThat(top.removedBytes()).isEqualTo(2000);
    var changes = new ArrayList<String>();
    layers.changes(3, (path, change, size) -> changes.add(change + " " + path + " " + size));
    assertThat(changes)
        .containsExactly(
            "REMOVED /gone 1000",
            "REMOVED /d 1000",
            "CHANGED /a/mode 1000",
            "CHANGED /a/twice 1000",
            "CHANGED /a/other 1000");
  }

  @Test
  void whatIsBelowAnOpaqueOrReplacedDirectoryGoes() throws IOException {
    ImageLayers layers =
        ImageLayers.read(
            new FakeImage()
                .layer(
                    "ADD",
                    v -> {
                      file(v, "opaque/x/one", 0644, ONE);
                      file(v, "replaced/x/two", 0644, ONE);
                    })
                .layer(
                    "RUN",
                    v -> {
                      mark(v, "opaque", EntryType.OPAQUE);
                      file(v, "opaque/new", 0644, OTHER);
                      v.entry(
                          new FileEntry("replaced", EntryType.SYMLINK, 0, 0777, 0, 0, "elsewhere"),
                          Head.EMPTY);
                    }));
    LayerSummary top = layers.layers().get(1);
    assertThat(top.removed()).isEqualTo(2);
    assertThat(top.added()).isEqualTo(1);
    assertThat(layers.savings()).extracting(Saving::bytes).containsExactly(2000L);
  }

  @Test
  void realArchivesAreReadAndTheLastOfTwoEntriesHolds() throws IOException {
    byte[] lower = new Tar().file("etc/a", "first").file("etc/a", "second!").end();
    byte[] upper = new Tar().file("etc/a", "second!").end();
    ImageLayers layers =
        ImageLayers.read(
            new FakeImage()
                .layer(Layers.inFile(lower, Layers.promises(lower, lower)))
                .layer(Layers.streamed(upper, Layers.promises(upper, upper))));
    assertThat(layers.savings()).extracting(Saving::cause).containsExactly(Cause.ADDED_TWICE);
    assertThat(layers.wastedFiles(5)).containsExactly(new WastedFile("/etc/a", 2, 14));
    assertThat(layers.efficiency()).isEqualTo(0.5);
  }

  @Test
  void anImageThatRemovesTheSameManyTimesIsLeftWithANote() throws IOException {
    var image =
        new FakeImage()
            .layer(
                "ADD",
                v -> {
                  for (int i = 0; i < 300_000; i++) {
                    v.entry(new FileEntry("d/" + i, EntryType.SPECIAL, 0, 0, 0, 0, ""), Head.EMPTY);
                  }
                });
    for (int i = 0; i < 180; i++) image.layer("RUN", v -> mark(v, "d", EntryType.OPAQUE));
    assertThat(ImageLayers.read(image).notAnalysed())
        .extracting(NotAnalysed::reason)
        .containsExactly(NotAnalysed.Reason.LIMIT);
  }

  private static void file(LayerVisitor visitor, String path, int mode, byte[] content)
      throws IOException {
    var entry = new FileEntry(path, EntryType.FILE, content.length, mode, 0, 0, "");
    if (visitor.entry(entry, new Head(content, 0, Head.MAX))) {
      visitor.content(entry, Content.of(content));
    }
  }

  private static void mark(LayerVisitor visitor, String path, EntryType type) {
    visitor.entry(new FileEntry(path, type, 0, 0, 0, 0, ""), Head.EMPTY);
  }
}
