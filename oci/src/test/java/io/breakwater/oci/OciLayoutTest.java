package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Platform;
import io.breakwater.model.ProblemCode;
import io.breakwater.oci.internal.layer.Hashing;
import io.breakwater.oci.testing.Opened;
import io.breakwater.oci.testing.SavedImage;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Tar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OCI layouts in folders and archives. */
class OciLayoutTest {
  private static final byte[] LAYER = new Tar().file("a", "1").end();
  private static final String TYPE = "application/vnd.oci.image.index.v1+json";

  @TempDir Path folder;

  private static SavedImage image(String architecture) throws IOException {
    return new SavedImage().architecture(architecture).packed(LAYER);
  }

  private String layout(Map<String, byte[]> files) throws IOException {
    return "oci:" + SavedImage.write(files, Files.createTempDirectory(folder, "layout"));
  }

  private static Map<String, byte[]> blobs(SavedImage... images) {
    var blobs = new HashMap<String, byte[]>();
    for (SavedImage image : images) blobs.putAll(image.blobs());
    return blobs;
  }

  private static String platform(String architecture) {
    return ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}";
  }

  private static String named(String tag) {
    return ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + tag + "\"}";
  }

  @Test
  void aFolderAndAnArchiveAreReadAlike() throws IOException {
    Map<String, byte[]> files = image("amd64").layout("latest");
    Path archive = folder.resolve("layout.tar");
    Files.write(archive, SavedImage.tar(files));
    String directory = layout(files);
    for (String reference :
        List.of(directory, directory + ":latest", "oci:" + archive, archive.toString())) {
      try (Image image = Opened.image(reference)) {
        assertThat(image.foundIn()).isEqualTo("oci");
        assertThat(image.digest()).contains(Hashing.sha256(image("amd64").manifest()));
        assertThat(image.configDigest()).contains(image("amd64").configDigest());
        assertThat(image.layers().getFirst().instruction()).isEqualTo("COPY step0 /");
        assertThat(Opened.read(image)).containsExactly("a=1");
      }
    }
    assertThat(Opened.image(directory.substring("oci:".length())).foundIn()).isEqualTo("oci");
  }

  @Test
  void anImageOfAnIndexTellsOfTheOtherPlatformsAsFarAsTheyAreThere() throws IOException {
    var here = image("amd64");
    var there = image("arm64");
    var absent = image("s390x");
    byte[] index =
        SavedImage.index(
            here.manifestDescriptor(platform("amd64")),
            there.manifestDescriptor(platform("arm64")),
            absent.manifestDescriptor(platform("s390x")));
    Map<String, byte[]> blobs = blobs(here, there);
    blobs.put(SavedImage.path(index), index);
    String reference =
        layout(SavedImage.layout(blobs, SavedImage.descriptor(TYPE, index, named("latest"))));
    try (Image image = Opened.image(reference, "linux/amd64")) {
      assertThat(image.otherPlatforms())
          .extracting(OtherPlatform::platform)
          .containsExactly(Platform.of("linux", "arm64", ""));
      assertThat(image.otherPlatforms().getFirst().configuration().text("architecture"))
          .isEqualTo("arm64");
    }
  }

  @Test
  void anImageIsChosenByTagOrDigest() throws IOException {
    SavedImage one = image("amd64");
    var two = new SavedImage().layer(LAYER).layer(LAYER);
    String reference =
        layout(
            SavedImage.layout(
                blobs(one, two),
                one.manifestDescriptor(named("one")),
                two.manifestDescriptor(named("two"))));
    Opened.assertProblem(ProblemCode.IMAGE_AMBIGUOUS, () -> Opened.image(reference));
    Opened.assertProblem(ProblemCode.UNKNOWN_NAME, () -> Opened.image(reference + ":three"));
    assertThat(Opened.image(reference + ":two").layers()).hasSize(2);
    assertThat(Opened.image(reference + "@" + Hashing.sha256(one.manifest())).layers()).hasSize(1);
    String none = reference + "@sha256:" + "0".repeat(64);
    Opened.assertProblem(ProblemCode.ARCHIVE_MALFORMED, () -> Opened.image(none));
    Opened.assertProblem(ProblemCode.UNKNOWN_NAME, () -> Opened.image(reference + "@latest"));
  }

  @Test
  void theImageOfThePlatformIsFoundThroughNestedIndexes() throws IOException {
    SavedImage amd = image("amd64");
    SavedImage arm = image("arm64");
    String attestation =
        arm.manifestDescriptor(
            ",\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"},"
                + "\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\"}");
    byte[] inner =
        SavedImage.index(
            arm.manifestDescriptor(platform("arm64")),
            attestation,
            amd.manifestDescriptor(platform("amd64")));
    byte[] outer = SavedImage.index(SavedImage.descriptor(TYPE, inner, ""));
    Map<String, byte[]> files = blobs(amd, arm);
    files.put(SavedImage.path(inner), inner);
    files.put(SavedImage.path(outer), outer);
    String reference =
        layout(SavedImage.layout(files, SavedImage.descriptor(TYPE, outer, named("x"))));
    assertThat(Opened.image(reference, "linux/arm64").platform()).hasToString("linux/arm64");
    assertThat(Opened.image(reference, "linux/arm64/v8").platform()).hasToString("linux/arm64");
    assertThat(Opened.image(reference, "linux/amd64").platform()).hasToString("linux/amd64");
    assertThat(Opened.image(reference).platform()).isEqualTo(Platform.current());
    Opened.assertProblem(
        ProblemCode.PLATFORM_MISSING, () -> Opened.image(reference, "windows/amd64"));
  }

  @Test
  void theOnlyImageIsTakenWhateverItsPlatform() throws IOException {
    SavedImage s390 = image("s390x");
    byte[] index = SavedImage.index(s390.manifestDescriptor(platform("s390x")));
    Map<String, byte[]> files = blobs(s390);
    files.put(SavedImage.path(index), index);
    String reference = layout(SavedImage.layout(files, SavedImage.descriptor(TYPE, index, "")));
    assertThat(Opened.image(reference).platform()).hasToString("linux/s390x");
  }

  @Test
  void anIndexThatHoldsItselfEnds() throws IOException {
    // The digest of an index cannot be in it, but many indexes can be nested.
    SavedImage image = image("amd64");
    Map<String, byte[]> files = blobs(image);
    byte[] index = SavedImage.index(image.manifestDescriptor(""));
    for (int i = 0; i < 20; i++) {
      files.put(SavedImage.path(index), index);
      index = SavedImage.index(SavedImage.descriptor(TYPE, index, ""));
    }
    files.put(SavedImage.path(index), index);
    String reference = layout(SavedImage.layout(files, SavedImage.descriptor(TYPE, index, "")));
    Opened.assertProblem(ProblemCode.LIMIT_EXCEEDED, () -> Opened.image(reference));
  }

  @Test
  void changedAndMissingBlobsAreErrors() throws IOException {
    SavedImage image = image("amd64");
    for (byte[] blob : List.of(image.manifest(), image.config())) {
      Map<String, byte[]> files = image.layout("x");
      files.put(SavedImage.path(blob), Tar.bytes("{}"));
      String changed = layout(files);
      Opened.assertProblem(ProblemCode.DIGEST_MISMATCH, () -> Opened.image(changed));
      files.remove(SavedImage.path(blob));
      String missing = layout(files);
      Opened.assertProblem(ProblemCode.ARCHIVE_MALFORMED, () -> Opened.image(missing));
    }
    Map<String, byte[]> files = new SavedImage().layer(LAYER).layout("x");
    files.put(SavedImage.path(LAYER), new Tar().file("a", "2").end());
    ImageLayer changed = Opened.image(layout(files)).layers().getFirst();
    Opened.assertProblem(ProblemCode.DIGEST_MISMATCH, () -> changed.read(Seen.all()));
    files.remove(SavedImage.path(LAYER));
    String missing = layout(files);
    Opened.assertProblem(ProblemCode.ARCHIVE_MALFORMED, () -> Opened.image(missing));
  }

  @Test
  void foreignLayersAreReportedAndTheRestIsRead() throws IOException {
    byte[] windows = new Tar().file("Windows", "").end();
    var image =
        new SavedImage()
            .layer(windows, windows, "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip")
            .layer(LAYER);
    Map<String, byte[]> files = image.layout("x");
    files.remove(SavedImage.path(windows));
    try (Image opened = Opened.image(layout(files))) {
      assertThat(opened.layers()).hasSize(2);
      assertThat(opened.notAnalysed())
          .extracting(NotAnalysed::reason)
          .containsExactly(NotAnalysed.Reason.FOREIGN);
      assertThat(Opened.read(opened)).containsExactly("a=1");
    }
  }

  @Test
  void digestsAreNoPaths() throws IOException {
    SavedImage image = image("amd64");
    String descriptor =
        image.manifestDescriptor("").replaceFirst("sha256:[0-9a-f]{64}", "sha256:../../../etc");
    String reference = layout(SavedImage.layout(image.blobs(), descriptor));
    Opened.assertProblem(ProblemCode.ARCHIVE_MALFORMED, () -> Opened.image(reference));
    Opened.assertProblem(
        List.of(ProblemCode.UNKNOWN_NAME, ProblemCode.ARCHIVE_MALFORMED),
        () -> Opened.image(reference + "@sha256:../../x"));
  }

  @Test
  void artifactsAreNoImages() throws IOException {
    byte[] config = Tar.bytes("{}");
    String type = "application/vnd.cncf.helm.config.v1+json";
    byte[] manifest =
        Tar.bytes(
            "{\"schemaVersion\":2,\"config\":"
                + SavedImage.descriptor(type, config, "")
                + ",\"layers\":[]}");
    String manifestType = "application/vnd.oci.image.manifest.v1+json";
    var files = new HashMap<>(Map.of(SavedImage.path(config), config));
    files.put(SavedImage.path(manifest), manifest);
    String reference =
        layout(SavedImage.layout(files, SavedImage.descriptor(manifestType, manifest, "")));
    Opened.assertProblem(ProblemCode.FORMAT_UNKNOWN, () -> Opened.image(reference));
  }

  @Test
  void aFolderThatIsNoLayoutIsNamed() {
    Opened.assertProblem(ProblemCode.FORMAT_UNKNOWN, () -> Opened.image("oci:" + folder).close());
    Opened.assertProblem(
        ProblemCode.FILE_MISSING, () -> Opened.image("oci:" + folder + "/none").close());
  }
}
