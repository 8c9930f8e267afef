package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.oci.testing.Opened;
import io.breakwater.oci.testing.RealTool;
import io.breakwater.oci.testing.Seen;
import io.breakwater.oci.testing.Unpacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images made by tools that we did not write. Each test is skipped where its tool is missing. */
class RealClientsTest {
  private static final String OS_RELEASE = "ID=debian\nVERSION_ID=\"12\"\n";
  private static final String BIG = "all work and no play\n".repeat(50_000);

  @TempDir Path work;
  private Path root;

  @BeforeEach
  void makeRootFileSystem() throws IOException {
    root = Files.createDirectory(work.resolve("root"));
    Files.createDirectories(root.resolve("etc"));
    Files.createDirectories(root.resolve("usr/lib"));
    Files.createDirectories(root.resolve("bin"));
    Files.writeString(root.resolve("usr/lib/os-release"), OS_RELEASE);
    Files.createSymbolicLink(root.resolve("etc/os-release"), Path.of("../usr/lib/os-release"));
    Files.writeString(root.resolve("etc/gone"), "soon");
    Files.writeString(root.resolve("bin/su"), "#!/bin/true\n");
    Files.setPosixFilePermissions(
        root.resolve("bin/su"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createLink(root.resolve("bin/sudo"), root.resolve("bin/su"));
    Files.writeString(root.resolve("usr/lib/" + "n".repeat(180)), "long");
    Files.writeString(root.resolve("usr/lib/big"), BIG);
  }

  private String path(String name) {
    return work.resolve(name).toString();
  }

  /** An image with a second layer that deletes a file. */
  private String umociLayout() throws Exception {
    RealTool umoci = RealTool.named("umoci");
    String layout = path("umoci");
    umoci.run("init", "--layout", layout);
    umoci.run("new", "--image", layout + ":t");
    umoci.run("insert", "--rootless", "--image", layout + ":t", root.toString(), "/");
    umoci.run("insert", "--rootless", "--image", layout + ":t", "--whiteout", "/etc/gone");
    umoci.run("config", "--image", layout + ":t", "--config.user", "app", "--config.cmd", "run");
    return layout;
  }

  @Test
  void umociWritesALayout() throws Exception {
    String layout = umociLayout();
    try (Image image = Opened.image("oci:" + layout + ":t")) {
      assertThat(image.layers()).hasSize(2);
      assertThat(image.settings().user()).isEqualTo("app");
      assertThat(image.settings().command()).containsExactly("run");
    }
    assertHoldsRoot("oci:" + layout, false);
  }

  @Test
  void skopeoCopiesIntoEveryForm() throws Exception {
    String layout = umociLayout();
    RealTool skopeo = RealTool.named("skopeo");
    String archive = path("skopeo.tar");
    copy(skopeo, layout, "docker-archive:" + archive + ":shop/cart:1.8");
    assertHoldsRoot("docker-archive:" + archive, false);
    assertHoldsRoot("docker-archive:" + archive + ":shop/cart:1.8", false);
    copy(skopeo, layout, "oci-archive:" + path("oci.tar") + ":t");
    assertHoldsRoot("oci:" + path("oci.tar"), false);
    assertHoldsRoot(path("oci.tar"), false);
    copy(skopeo, layout, "oci:" + path("zstd") + ":t", "--dest-compress-format", "zstd");
    assertHoldsRoot("oci:" + path("zstd"), false);
    copy(skopeo, layout, "oci:" + path("v2") + ":t", "--format", "v2s2");
    assertHoldsRoot("oci:" + path("v2"), false);
  }

  private static void copy(RealTool skopeo, String layout, String to, String... options)
      throws Exception {
    var arguments = new ArrayList<>(List.of("--insecure-policy", "copy", "--quiet"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("oci:" + layout + ":t", to));
    skopeo.run(arguments.toArray(String[]::new));
  }

  @Test
  void buildahCommitsAndPushes() throws Exception {
    Storage buildah = storage("buildah");
    String container = buildah.run("from", "scratch").strip();
    buildah.run("copy", container, root.toString(), "/");
    buildah.run("config", "--user", "app", "--cmd", "run", container);
    buildah.run("commit", "--quiet", container, "oci:" + path("buildah") + ":t");
    assertHoldsRoot("oci:" + path("buildah"), true);
    buildah.run("commit", "--quiet", container, "shop/cart:1.8");
    String archive = "docker-archive:" + path("buildah.tar");
    buildah.run("push", "--quiet", "shop/cart:1.8", archive + ":shop/cart:1.8");
    assertHoldsRoot(archive, true);
  }

  @Test
  void podmanLoadsAndSaves() throws Exception {
    Path tar = work.resolve("root.tar");
    RealTool.named("tar").run("-cf", tar.toString(), "-C", root.toString(), ".");
    Storage podman = storage("podman");
    podman.run("import", "--quiet", "--change", "USER app", tar.toString(), "shop/cart:1.8");
    for (String format : List.of("docker-archive", "oci-archive", "oci-dir")) {
      String file = path("podman-" + format);
      podman.run("save", "--quiet", "--format", format, "-o", file, "shop/cart:1.8");
      assertHoldsRoot(format.startsWith("oci") ? "oci:" + file : "docker-archive:" + file, true);
    }
  }

  /** A tool with a store of its own, which needs no rights on this machine. */
  private record Storage(RealTool tool, List<String> options) {
    String run(String... arguments) throws Exception {
      var all = new ArrayList<>(options);
      all.addAll(List.of(arguments));
      return tool.run(all.toArray(String[]::new));
    }
  }

  private Storage storage(String name) {
    var options =
        List.of("--storage-driver=vfs", "--root", path("store"), "--runroot", path("run"));
    return new Storage(RealTool.named(name), options);
  }

  private static void assertHoldsRoot(String reference, boolean goneIsThere) throws IOException {
    try (Image image = Opened.image(reference)) {
      var unpacked = new Unpacked();
      for (ImageLayer layer : image.layers()) {
        Seen seen = Seen.all();
        assertThat(layer.read(seen)).as(reference).isTrue();
        assertThat(seen.notes).as(reference).isEmpty();
        unpacked.put(layer);
      }
      assertThat(image.settings().user()).isEqualTo("app");
      assertThat(unpacked.read("etc/os-release")).contains(OS_RELEASE);
      assertThat(unpacked.read("bin/su")).contains("#!/bin/true\n");
      assertThat(unpacked.read("bin/sudo")).contains("#!/bin/true\n");
      assertThat(unpacked.read("usr/lib/" + "n".repeat(180))).contains("long");
      assertThat(unpacked.read("usr/lib/big")).contains(BIG);
      assertThat(unpacked.paths().contains("etc/gone")).isEqualTo(goneIsThere);
    }
  }
}
