package io.breakwater.oci.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that podman and skopeo filled, read without them. */
class PodmanStoreTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Machine machine;
  private String layout;

  @BeforeEach
  void makeImage() throws Exception {
    Machine.need("podman", "skopeo", "umoci");
    Machine.needRoot();
    machine = new Machine(folder);
    layout = RealImage.make(machine, folder);
    environment.put("HOME", folder.toString());
  }

  @AfterEach
  void stop() throws Exception {
    if (machine == null) return;
    machine.close();
    // The overlay driver leaves its folder mounted on itself.
    Path mounted = folder.resolve("store-overlay/overlay");
    if (Files.readString(Path.of("/proc/self/mounts")).contains(" " + mounted + " ")) {
      machine.run("umount", mounted.toString());
    }
  }

  private OpenOptions options() {
    return new OpenOptions(
        Optional.empty(),
        true,
        false,
        Optional.empty(),
        environment,
        folder,
        ProgressListener.NONE);
  }

  private String place(String driver) {
    return "[" + driver + "@" + folder + "/store-" + driver + "+" + folder + "/run]";
  }

  private void fill(String driver) throws Exception {
    machine.run(
        "skopeo",
        "--insecure-policy",
        "copy",
        "-q",
        "oci:" + layout,
        "containers-storage:" + place(driver) + "example.com/shop/cart:1");
  }

  private String podman(String driver, String... arguments) throws Exception {
    var command = new java.util.ArrayList<String>();
    command.add("podman");
    command.add("--root=" + folder + "/store-" + driver);
    command.add("--runroot=" + folder + "/run");
    command.add("--storage-driver=" + driver);
    command.addAll(java.util.List.of(arguments));
    return machine.run(command.toArray(String[]::new));
  }

  private void assertIsTheImage(Image image) throws IOException {
    try (image;
        Image original = ImageSources.open("oci:" + layout, options())) {
      assertThat(image.foundIn()).isEqualTo("podman");
      assertThat(image.name()).isEqualTo("example.com/shop/cart:1");
      assertThat(image.digest()).isEqualTo(original.digest());
      assertThat(image.configDigest()).isEqualTo(original.configDigest());
      assertThat(image.layers().getFirst().digest())
          .isEqualTo(original.layers().getFirst().digest());
      assertThat(Listing.of(image)).isEqualTo(Listing.of(original)).contains("proved true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vfs", "overlay"})
  void everyLayerIsPutTogetherToTheArchiveThatItWas(String driver) throws Exception {
    fill(driver);
    String scheme = "containers-storage:" + place(driver);
    assertIsTheImage(ImageSources.open(scheme + "example.com/shop/cart:1", options()));
    String id = podman(driver, "image", "inspect", "--format", "{{.Id}}", "cart:1");
    assertIsTheImage(ImageSources.open("podman:" + place(driver) + id, options()));
    assertIsTheImage(ImageSources.open("podman:" + place(driver) + id.substring(0, 12), options()));
    assertIsTheImage(ImageSources.open("podman:" + place(driver) + "shop/cart:1", options()));
    String digest = podman(driver, "image", "inspect", "--format", "{{.Digest}}", "cart:1");
    assertIsTheImage(
        ImageSources.open(
            "podman:" + place(driver) + "example.com/shop/cart@" + digest, options()));
    assertThatThrownBy(() -> ImageSources.open("podman:" + place(driver) + "cart:2", options()))
        .hasMessageContaining("cannot find");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vfs", "overlay"})
  void whatPodmanDeletedAndLinkedIsReadAsPodmanSavesIt(String driver) throws Exception {
    Machine.need("buildah");
    fill(driver);
    String[] buildah = {
      "buildah",
      "--root=" + folder + "/store-" + driver,
      "--runroot=" + folder + "/run",
      "--storage-driver=" + driver
    };
    String container = run(buildah, "from", "--pull-never", "example.com/shop/cart:1");
    Path root = Path.of(run(buildah, "mount", container));
    Files.delete(root.resolve("etc/noise"));
    Files.createLink(root.resolve("opt/again"), root.resolve("opt/app/run.sh"));
    Files.delete(root.resolve("etc/link"));
    Files.createDirectory(root.resolve("etc/link"));
    Files.writeString(root.resolve("etc/link/in"), "x");
    run(buildah, "umount", container);
    run(buildah, "commit", "-q", container, "localhost/changed");
    String saved = folder.resolve("changed.tar").toString();
    podman(driver, "save", "-q", "-o", saved, "localhost/changed");
    try (Image image = ImageSources.open("podman:" + place(driver) + "changed", options());
        Image archive = ImageSources.open("docker-archive:" + saved, options())) {
      assertThat(image.layers()).hasSize(3);
      assertThat(Listing.of(image)).isEqualTo(Listing.of(archive));
    }
  }

  private String run(String[] program, String... arguments) throws Exception {
    var command = new java.util.ArrayList<>(java.util.List.of(program));
    command.addAll(java.util.List.of(arguments));
    return machine.run(command.toArray(String[]::new));
  }

  @Test
  void theStoreIsFoundThroughItsSettings() throws Exception {
    fill("vfs");
    Path conf = folder.resolve("storage.conf");
    Files.writeString(
        conf, "[storage]\ndriver = \"vfs\"\ngraphroot = \"" + folder + "/store-vfs\"\n");
    environment.put("CONTAINERS_STORAGE_CONF", conf.toString());
    assertIsTheImage(ImageSources.open("podman:cart:1", options()));
    assertIsTheImage(ImageSources.open("example.com/shop/cart:1", options()));
  }

  @Test
  void aChangedFileBreaksTheLayersDigest() throws Exception {
    fill("overlay");
    Path noise = find("noise");
    byte[] bytes = Files.readAllBytes(noise);
    bytes[100] ^= 1;
    Files.write(noise, bytes);
    assertProblem(ProblemCode.DIGEST_MISMATCH);
    Files.write(noise, new byte[10]);
    assertProblem(ProblemCode.STORE_UNREADABLE);
    Files.delete(noise);
    Files.createSymbolicLink(noise, Path.of("/etc/passwd"));
    assertProblem(ProblemCode.STORE_UNREADABLE);
    Files.delete(noise);
  }

  private void assertProblem(ProblemCode code) {
    assertThatThrownBy(
            () -> {
              try (Image image =
                  ImageSources.open("podman:" + place("overlay") + "cart:1", options())) {
                Listing.of(image);
              }
            })
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private Path find(String name) throws IOException {
    var found = new java.util.concurrent.atomic.AtomicReference<Path>();
    Files.walkFileTree(
        folder.resolve("store-overlay"),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.endsWith(name)) found.set(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return java.util.Objects.requireNonNull(found.get());
  }
}
