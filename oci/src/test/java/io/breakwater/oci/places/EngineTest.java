package io.breakwater.oci.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.ProgressListener;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines at sockets: a real podman, and such as misbehave. */
class EngineTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private OpenOptions options() {
    environment.put("HOME", folder.toString());
    return new OpenOptions(
        Optional.empty(),
        true,
        false,
        Optional.empty(),
        environment,
        folder,
        ProgressListener.NONE);
  }

  @Test
  void podmansServiceSavesItsImagesForUs() throws Exception {
    Machine.need("podman", "skopeo", "umoci");
    Machine.needRoot();
    try (var machine = new Machine(folder)) {
      String layout = RealImage.make(machine, folder);
      machine.run(
          "skopeo",
          "--insecure-policy",
          "copy",
          "-q",
          "oci:" + layout,
          "containers-storage:[vfs@" + folder + "/s+" + folder + "/r]localhost/shop/cart:1");
      Path socket = folder.resolve("p.sock");
      machine.serve(
          () -> Files.exists(socket),
          "podman",
          "--root=" + folder + "/s",
          "--runroot=" + folder + "/r",
          "--storage-driver=vfs",
          "system",
          "service",
          "--time=0",
          "unix://" + socket);
      environment.put("DOCKER_HOST", "unix://" + socket);
      try (Image image = ImageSources.open("docker:localhost/shop/cart:1", options());
          Image bare = ImageSources.open("shop/cart:1", options());
          Image original = ImageSources.open("oci:" + layout, options())) {
        assertThat(image.foundIn()).isEqualTo("podman");
        assertThat(bare.configDigest()).isEqualTo(image.configDigest());
        assertThat(Listing.of(image)).isEqualTo(Listing.of(original)).contains("proved true");
      }
      assertProblem(ProblemCode.IMAGE_NOT_FOUND, "docker:localhost/shop/none:1");
    }
  }

  private void assertProblem(ProblemCode code, String reference) {
    assertThatThrownBy(() -> ImageSources.open(reference, options()).close())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void anEngineElsewhereIsRefused() {
    environment.put("DOCKER_HOST", "tcp://127.0.0.1:2375");
    assertProblem(ProblemCode.STORE_UNREADABLE, "docker:shop/cart:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-x\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}XX0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 500 No\r\nContent-Length: 20\r\n\r\n{\"message\":\"no \\u001b\"}",
        "HTTP/1.1 200 OK\r\n\r\n[]",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"
      })
  void anEngineThatMakesNoSenseIsToldSo(String answer) throws Exception {
    Path socket = folder.resolve("e.sock");
    environment.put("DOCKER_HOST", "unix://" + socket);
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofVirtual()
          .start(
              () -> {
                try (SocketChannel client = server.accept()) {
                  client.read(ByteBuffer.allocate(4096));
                  client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                } catch (java.io.IOException _) {
                  // the test is over
                }
              });
      assertProblem(ProblemCode.STORE_UNREADABLE, "docker:shop/cart:1");
    }
  }
}
