package io.breakwater.oci.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that a running containerd filled. */
class ContainerdTest {
  @TempDir Path folder;

  @Test
  void anImageThatContainerdImportedIsFoundByItsName() throws Exception {
    Machine.need("containerd", "ctr", "skopeo", "umoci");
    Machine.needRoot();
    try (var machine = new Machine(folder)) {
      String layout = RealImage.make(machine, folder);
      Path root = folder.resolve("root");
      Path socket = folder.resolve("c.sock");
      Path config = folder.resolve("config.toml");
      Files.writeString(
          config,
          """
          version = 2
          root = "%s"
          state = "%s/state"
          disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.internal.v1.opt"]
          [grpc]
            address = "%s"
          [ttrpc]
            address = "%s.ttrpc"
          """
              .formatted(root, folder, socket, socket));
      machine.serve(() -> Files.exists(socket), "containerd", "-c", config.toString());
      String archive = folder.resolve("cart.tar").toString();
      machine.run(
          "skopeo",
          "--insecure-policy",
          "copy",
          "-q",
          "oci:" + layout,
          "oci-archive:" + archive + ":example.com/shop/cart:1");
      machine.run(
          "ctr",
          "-a",
          socket.toString(),
          "-n",
          "k8s.io",
          "images",
          "import",
          "--no-unpack",
          archive);
      var options =
          new OpenOptions(
              Optional.empty(),
              true,
              false,
              Optional.empty(),
              Map.of("HOME", folder.toString()),
              folder,
              ProgressListener.NONE);
      try (Image image =
              ImageSources.open("containerd:[" + root + "]example.com/shop/cart:1", options);
          Image original = ImageSources.open("oci:" + layout, options)) {
        assertThat(image.foundIn()).isEqualTo("containerd");
        assertThat(Listing.of(image)).isEqualTo(Listing.of(original)).contains("proved true");
      }
      assertThatThrownBy(() -> ImageSources.open("containerd:[" + root + "]cart:2", options))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.IMAGE_NOT_FOUND));
    }
  }
}
