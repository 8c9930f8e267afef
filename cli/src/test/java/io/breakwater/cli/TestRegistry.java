package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's docker-registry, and what plain HTTP puts into it. */
final class TestRegistry implements AutoCloseable {
  static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String EMPTY = "application/vnd.oci.empty.v1+json";

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String host;

  private TestRegistry(Process process, String host) {
    this.process = process;
    this.host = host;
  }

  /** Starts one that keeps everything in a folder; skips the test where there is none. */
  static TestRegistry start(Path folder) throws IOException, InterruptedException {
    need("docker-registry");
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path config = folder.resolve("registry.yml");
    Files.writeString(
        config,
        "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: "
            + folder.resolve("storage")
            + "}}\nhttp: {addr: 'localhost:"
            + port
            + "'}\n");
    Process process =
        new ProcessBuilder("docker-registry", "serve", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    for (int i = 0; i < 600; i++) {
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        break;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    return new TestRegistry(process, "localhost:" + port);
  }

  /** Skips the test where a program is not installed. */
  static void need(String program) {
    boolean there = false;
    for (String dir : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      there |= Files.isExecutable(Path.of(dir, program));
    }
    Assumptions.assumeTrue(there, () -> "skipped: " + program + " is not installed");
  }

  /** Where it listens. */
  String host() {
    return host;
  }

  /** Stores a blob; tells its descriptor, with these members besides. */
  String blob(String repository, String type, byte[] content, String more) throws Exception {
    String digest = digest(content);
    HttpResponse<String> started =
        send(
            HttpRequest.newBuilder(uri(repository, "blobs/uploads/"))
                .POST(BodyPublishers.noBody()));
    String location = started.headers().firstValue("Location").orElseThrow();
    URI to = uri(repository, "").resolve(location);
    String mark = to.toString().indexOf('?') < 0 ? "?" : "&";
    send(
        HttpRequest.newBuilder(URI.create(to + mark + "digest=" + digest))
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(content)));
    return descriptor(type, content, more);
  }

  /** Stores an artifact whose one layer is a document; tells the manifest. */
  String artifact(String repository, String tag, String members, String layer) throws Exception {
    byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",%s\"config\":%s,\"layers\":[%s]}"
            .formatted(MANIFEST, members, blob(repository, EMPTY, none, ""), layer);
    put(repository, tag.isEmpty() ? digest(manifest) : tag, MANIFEST, manifest);
    return manifest;
  }

  /** Stores a manifest or index under a tag or digest. */
  void put(String repository, String tagOrDigest, String type, String manifest) throws Exception {
    send(
        HttpRequest.newBuilder(uri(repository, "manifests/" + tagOrDigest))
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofString(manifest)));
  }

  /** A descriptor, with these members besides. */
  static String descriptor(String type, byte[] content, String more) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
        .formatted(type, digest(content), content.length, more);
  }

  /** As above. */
  static String descriptor(String type, String content, String more) {
    return descriptor(type, content.getBytes(StandardCharsets.UTF_8), more);
  }

  static String digest(String content) {
    return digest(content.getBytes(StandardCharsets.UTF_8));
  }

  static String digest(byte[] content) {
    try {
      return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(content)).toString();
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private URI uri(String repository, String path) {
    return URI.create("http://" + host + "/v2/" + repository + "/" + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return response;
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
  }
}
