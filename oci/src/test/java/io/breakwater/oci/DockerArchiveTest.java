package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.ImageInfo;
import io.breakwater.model.ProblemCode;
import io.breakwater.oci.internal.layer.Hashing;
import io.breakwater.oci.testing.Layers;
import io.breakwater.oci.testing.Opened;
import io.breakwater.oci.testing.SavedImage;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives as {@code docker save} writes them and wrote them. */
class DockerArchiveTest {
  private static final byte[] LOWER = new Tar().file("a", "lower").end();
  private static final byte[] UPPER = new Tar().file(".wh.a", "").file("b", "upper").end();

  @TempDir Path folder;

  private static SavedImage image() {
    return new SavedImage().layer(LOWER).layer(UPPER);
  }

  private String save(byte[] archive) throws IOException {
    Path file = folder.resolve("image.tar");
    Files.write(file, archive);
    return "docker-archive:" + file;
  }

  private String save(Map<String, byte[]> files) throws IOException {
    return save(SavedImage.tar(files));
  }

  @Test
  void anArchiveOfOldIsRead() throws IOException {
    try (Image image = Opened.image(save(image().dockerArchive("shop/cart:1.8")))) {
      assertThat(image.foundIn()).isEqualTo("docker-archive");
      assertThat(image.digest()).isEmpty();
      assertThat(image.configDigest()).contains(image().configDigest());
      assertThat(image.platform()).hasToString("linux/amd64");
      assertThat(image.created()).contains(Instant.parse("2024-05-06T07:08:09.500Z"));
      assertThat(image.settings())
          .isEqualTo(
              new ImageInfo.Settings("app", List.of("java", "-jar"), List.of("/app.jar"), "/srv"));
      assertThat(image.layers())
          .extracting(ImageLayer::diffId)
          .containsExactly(Optional.of(Hashing.sha256(LOWER)), Optional.of(Hashing.sha256(UPPER)));
      assertThat(image.layers())
          .extracting(ImageLayer::instruction)
          .containsExactly("COPY step0 /", "COPY step1 /");
      assertThat(Opened.read(image)).containsExactly("a=lower", "WHITEOUT a", "b=upper");
    }
  }

  @Test
  void anArchiveInsideALayoutTellsTheManifest() throws IOException {
    try (Image image = Opened.image(save(image().dockerLayout("shop/cart:1.8")))) {
      assertThat(image.digest()).contains(Hashing.sha256(image().manifest()));
      assertThat(image.foundIn()).isEqualTo("docker-archive");
      assertThat(Opened.read(image)).containsExactly("a=lower", "WHITEOUT a", "b=upper");
    }
  }

  @Test
  void packedLayersAndPackedArchivesAreRead() throws IOException {
    var packed = new SavedImage().packed(LOWER).layer(UPPER);
    byte[] archive = SavedImage.tar(packed.dockerArchive("x"));
    for (byte[] file : List.of(archive, Layers.gzip(archive))) {
      try (Image image = Opened.image(save(file))) {
        assertThat(Opened.read(image)).containsExactly("a=lower", "WHITEOUT a", "b=upper");
      }
    }
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1); // no temporary file stays
    }
  }

  @Test
  void oneLayerSavedAsALinkToAnotherImagesIsRead() throws IOException {
    Map<String, byte[]> files = image().dockerArchive("x");
    String first = "%064x".formatted(1);
    files.put("shared/layer.tar", LOWER);
    files.remove(first + "/layer.tar");
    byte[] all =
        new Tar()
            .symlink(first + "/layer.tar", "../shared/layer.tar")
            .raw(SavedImage.tar(files))
            .open();
    try (Image image = Opened.image(save(all))) {
      assertThat(Opened.read(image)).contains("a=lower");
    }
  }

  @Test
  void linksInALoopAreNoLayer() throws IOException {
    Map<String, byte[]> files = image().dockerArchive("x");
    String first = "%064x".formatted(1) + "/layer.tar";
    files.remove(first);
    byte[] all =
        new Tar()
            .symlink(first, "other.tar")
            .symlink("%064x".formatted(1) + "/other.tar", "layer.tar")
            .raw(SavedImage.tar(files))
            .open();
    String reference = save(all);
    Opened.assertProblem(ProblemCode.ARCHIVE_MALFORMED, () -> Opened.image(reference));
  }

  @Test
  void oneOfSeveralImagesIsChosenByItsName() throws IOException {
    Map<String, byte[]> files = image().dockerArchive("shop/cart:1.8");
    var other = new SavedImage().layer(LOWER);
    files.putAll(
        Map.of(
            other.configDigest().hex() + ".json",
            other.config(),
            "manifest.json",
            Tar.bytes(
                """
                [{"Config":"%s.json","RepoTags":["docker.io/library/one:latest"],"Layers":["%064x/layer.tar"]},
                {"Config":"%s.json","RepoTags":["shop/cart:1.8"],"Layers":["%064x/layer.tar","%064x/layer.tar"]}]"""
                    .formatted(
                        other.configDigest().hex(), 1, image().configDigest().hex(), 1, 2))));
    String reference = save(files);
    Opened.assertProblem(ProblemCode.IMAGE_AMBIGUOUS, () -> Opened.image(reference));
    for (String name : List.of("one", "one:latest", "library/one", "latest")) {
      try (Image image = Opened.image(reference + ":" + name)) {
        assertThat(image.layers()).as(name).hasSize(1);
      }
    }
    try (Image image = Opened.image(reference + ":shop/cart:1.8")) {
      assertThat(image.layers()).hasSize(2);
    }
    Opened.assertProblem(ProblemCode.UNKNOWN_NAME, () -> Opened.image(reference + ":nope"));
  }

  @Test
  void aCutFileNamesTheLayerAndTheBytes() throws IOException {
    byte[] archive = SavedImage.tar(image().dockerArchive("x"));
    for (int length = 1; length < archive.length - 1024; length += 333) {
      String reference = save(Arrays.copyOf(archive, length));
      Opened.assertProblem(
          List.of(
              ProblemCode.ARCHIVE_TRUNCATED,
              ProblemCode.ARCHIVE_MALFORMED,
              ProblemCode.FORMAT_UNKNOWN),
          () -> Opened.image(reference));
    }
  }

  @Test
  void aCutLayerIsNamedWithItsBytes() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    Map<String, byte[]> saved = image().dockerArchive("x");
    String config = image().configDigest().hex() + ".json";
    files.put("manifest.json", saved.getOrDefault("manifest.json", new byte[0]));
    files.put(config, saved.getOrDefault(config, new byte[0]));
    files.putAll(saved);
    String reference = save(Arrays.copyOf(SavedImage.tar(files), 5000));
    String label = "layer 1 of 2, sha256:" + Hashing.sha256(LOWER).hex().substring(0, 6);
    assertThatThrownBy(() -> Opened.image(reference))
        .hasMessageContaining(label)
        .hasMessageContaining(" ends after 904 of 2,048 bytes");
  }

  @Test
  void aChangedLayerOrConfigurationIsAnError() throws IOException {
    Map<String, byte[]> files = image().dockerArchive("x");
    files.put("%064x/layer.tar".formatted(1), new Tar().file("a", "evil!").end());
    try (Image image = Opened.image(save(files))) {
      Opened.assertProblem(
          ProblemCode.DIGEST_MISMATCH, () -> image.layers().getFirst().read(Seen.all()));
    }
    Map<String, byte[]> changed = image().dockerLayout("x");
    changed.put(SavedImage.path(image().config()), Tar.bytes("{}"));
    String reference = save(changed);
    Opened.assertProblem(ProblemCode.DIGEST_MISMATCH, () -> Opened.image(reference));
  }

  @Test
  void whatIsNoImageIsNamed() throws IOException {
    String other = save(new Tar().file("README", "no image").end());
    Opened.assertProblem(ProblemCode.FORMAT_UNKNOWN, () -> Opened.image(other));
    String missing = "docker-archive:" + folder.resolve("missing.tar");
    Opened.assertProblem(ProblemCode.FILE_MISSING, () -> Opened.image(missing));
    String noise = save(Tar.bytes("noise ".repeat(1000)));
    Opened.assertProblem(ProblemCode.ARCHIVE_MALFORMED, () -> Opened.image(noise));
  }

  @Test
  void anotherPlatformThanAskedForIsRefused() throws IOException {
    String reference = save(image().dockerArchive("x"));
    Opened.assertProblem(
        ProblemCode.PLATFORM_MISSING, () -> Opened.image(reference, "linux/s390x"));
  }

  @Test
  void standardInputIsReadInEitherForm() throws IOException {
    for (byte[] archive :
        List.of(
            SavedImage.tar(image().dockerArchive("x")),
            SavedImage.tar(image().layout("x")),
            Layers.gzip(SavedImage.tar(image().layout("x"))))) {
      var source = new StandardInputSource(() -> new ByteArrayInputStream(archive));
      try (Image image = source.open("-", Opened.options(folder)).orElseThrow()) {
        assertThat(Opened.read(image)).containsExactly("a=lower", "WHITEOUT a", "b=upper");
      }
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theNameOfAFileIsEnough() throws IOException {
    save(image().dockerArchive("shop/cart:1.8"));
    String file = folder.resolve("image.tar").toString();
    for (String name : List.of(file, file + ":1.8")) {
      try (Image image = Opened.image(name)) {
        assertThat(image.foundIn()).isEqualTo("docker-archive");
      }
    }
    Opened.assertProblem(
        ProblemCode.FILE_MISSING, () -> Opened.image(folder.resolve("none.tar").toString()));
  }
}
