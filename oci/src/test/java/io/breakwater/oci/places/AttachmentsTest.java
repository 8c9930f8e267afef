package io.breakwater.oci.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Digest;
import io.breakwater.oci.Attachment;
import io.breakwater.oci.Attachments;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds what plain HTTP attached in Debian's docker-registry, and what lies in a layout. */
class AttachmentsTest {
  private static final String SBOM = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\"}";
  private static final String TYPE = "application/vnd.cyclonedx+json";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Machine machine;
  private String layout;
  private String imageDigest;

  @BeforeEach
  void makeImage() throws Exception {
    Machine.need("docker-registry", "skopeo", "umoci");
    machine = new Machine(folder);
    layout = RealImage.make(machine, folder);
    environment.put("HOME", folder.toString());
    environment.put("XDG_RUNTIME_DIR", folder.resolve("session").toString());
    Path none = Files.writeString(folder.resolve("registries.conf"), "");
    environment.put("CONTAINERS_REGISTRIES_CONF", none.toString());
    imageDigest =
        machine.run("skopeo", "inspect", "--format", "{{.Digest}}", "oci:" + layout).strip();
  }

  @AfterEach
  void stop() {
    if (machine != null) machine.close();
  }

  private List<Attachment> attached(String reference) throws IOException {
    var options =
        new OpenOptions(
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            environment,
            folder,
            ProgressListener.NONE);
    return Attachments.of(reference, options, TYPE::equals, 1_000);
  }

  private static void assertSbom(Attachment attachment, String kind) {
    assertThat(attachment.kind()).isEqualTo(kind);
    assertThat(attachment.type()).isEqualTo(TYPE);
    assertThat(attachment.content().map(b -> new String(b, StandardCharsets.UTF_8))).hasValue(SBOM);
  }

  @Test
  void aRegistryWithoutReferrersIsAskedByTags() throws Exception {
    String repository = serveWithImage();
    assertThat(attached(repository + ":1")).isEmpty();
    String referrer = manifest(true, blob(repository, SBOM));
    put(repository, "manifests/" + digest(referrer), MANIFEST, referrer);
    String list =
        "{\"schemaVersion\":2,\"mediaType\":\""
            + INDEX
            + "\",\"manifests\":[{\"mediaType\":\""
            + MANIFEST
            + "\",\"digest\":\""
            + digest(referrer)
            + "\",\"size\":"
            + referrer.length()
            + "}]}";
    put(repository, "manifests/" + imageDigest.replace(':', '-'), INDEX, list);
    String byTag = manifest(false, blob(repository, SBOM));
    put(repository, "manifests/" + imageDigest.replace(':', '-') + ".sbom", MANIFEST, byTag);
    List<Attachment> found = attached("registry:" + repository + ":1");
    assertThat(found).hasSize(2);
    assertSbom(found.getFirst(), "referrer");
    assertSbom(found.getLast(), "tag");
  }

  @Test
  void aLayoutTellsSubjectsInItsManifests() throws Exception {
    Path root = folder.resolve("layout");
    Path blobs = root.resolve("blobs/sha256");
    Files.writeString(blobs.resolve(hex(SBOM)), SBOM);
    Files.writeString(blobs.resolve(hex("{}")), "{}");
    String referrer = manifest(true, digest(SBOM));
    Files.writeString(blobs.resolve(hex(referrer)), referrer);
    Path index = root.resolve("index.json");
    String entry =
        "{\"mediaType\":\""
            + MANIFEST
            + "\",\"digest\":\""
            + digest(referrer)
            + "\",\"size\":"
            + referrer.length()
            + "},";
    String text = Files.readString(index);
    int at = text.indexOf('[') + 1;
    Files.writeString(index, text.substring(0, at) + entry + text.substring(at));
    for (String name : new String[] {layout, root.toString()}) {
      assertThat(attached("oci:" + name)).singleElement().satisfies(a -> assertSbom(a, "referrer"));
    }
  }

  private String serveWithImage() throws Exception {
    int port = Machine.freePort();
    Path config =
        Files.writeString(
            folder.resolve("registry.yml"),
            "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: "
                + folder.resolve("storage")
                + "}}\nhttp: {addr: 'localhost:"
                + port
                + "'}\n");
    machine.serve(() -> Machine.answers(port), "docker-registry", "serve", config.toString());
    String repository = "localhost:" + port + "/shop/cart";
    machine.run(
        "skopeo",
        "--insecure-policy",
        "copy",
        "-q",
        "--dest-tls-verify=false",
        "oci:" + layout,
        "docker://" + repository + ":1");
    return repository;
  }

  /** A manifest of an artifact whose one layer is this blob. */
  private String manifest(boolean withSubject, String blob) {
    String subject =
        "\"subject\":{\"mediaType\":\""
            + MANIFEST
            + "\",\"digest\":\""
            + imageDigest
            + "\",\"size\":1},";
    return "{\"schemaVersion\":2,\"mediaType\":\""
        + MANIFEST
        + "\","
        + (withSubject ? subject : "")
        + "\"config\":{\"mediaType\":\"application/vnd.oci.empty.v1+json\",\"digest\":\""
        + digest("{}")
        + "\",\"size\":2},\"layers\":[{\"mediaType\":\""
        + TYPE
        + "\",\"digest\":\""
        + blob
        + "\",\"size\":"
        + SBOM.length()
        + "}]}";
  }

  private static URI uri(String repository, String path) {
    int slash = repository.indexOf('/');
    return URI.create(
        "http://"
            + repository.substring(0, slash)
            + "/v2"
            + repository.substring(slash)
            + "/"
            + path);
  }

  private static String blob(String repository, String content) throws Exception {
    for (String each : new String[] {"{}", content}) {
      HttpResponse<String> started =
          send(
              HttpRequest.newBuilder(uri(repository, "blobs/uploads/"))
                  .POST(BodyPublishers.noBody()));
      String location = started.headers().firstValue("Location").orElseThrow();
      URI to = uri(repository, "").resolve(location);
      String mark = to.toString().indexOf('?') < 0 ? "?" : "&";
      send(
          HttpRequest.newBuilder(URI.create(to + mark + "digest=" + digest(each)))
              .header("Content-Type", "application/octet-stream")
              .PUT(BodyPublishers.ofString(each)));
    }
    return digest(content);
  }

  private static void put(String repository, String path, String type, String body)
      throws Exception {
    send(
        HttpRequest.newBuilder(uri(repository, path))
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
      return response;
    }
  }

  private static String hex(String content) {
    return Digest.parse(digest(content)).hex();
  }

  private static String digest(String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes)).toString();
    } catch (java.security.NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
