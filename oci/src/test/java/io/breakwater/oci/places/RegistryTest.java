package io.breakwater.oci.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Platform;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls from Debian's docker-registry what skopeo pushed there. */
class RegistryTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Machine machine;
  private String layout;

  @BeforeEach
  void makeImage() throws Exception {
    Machine.need("docker-registry", "skopeo", "umoci");
    machine = new Machine(folder);
    layout = RealImage.make(machine, folder);
    environment.put("HOME", folder.toString());
    environment.put("XDG_RUNTIME_DIR", folder.resolve("session").toString());
    environment.put("CONTAINERS_REGISTRIES_CONF", write("registries.conf", "").toString());
  }

  @AfterEach
  void stop() {
    if (machine != null) machine.close();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Starts a registry over the same storage each time. */
  private String serve(String more, String http) throws Exception {
    int port = Machine.freePort();
    Path config =
        write(
            "registry-" + port + ".yml",
            "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: "
                + folder.resolve("storage")
                + "}}\nhttp: {addr: 'localhost:"
                + port
                + "'"
                + http
                + "}\n"
                + more);
    machine.serve(() -> Machine.answers(port), "docker-registry", "serve", config.toString());
    return "localhost:" + port;
  }

  private String serveWithImage() throws Exception {
    String host = serve("", "");
    push(host, "shop/cart:1");
    return host;
  }

  private void push(String host, String name) throws Exception {
    machine.run(
        "skopeo",
        "--insecure-policy",
        "copy",
        "-q",
        "--dest-tls-verify=false",
        "oci:" + layout,
        "docker://" + host + "/" + name);
  }

  private OpenOptions options() {
    return options(Optional.empty(), false, Optional.empty());
  }

  private OpenOptions options(
      Optional<Path> caFile, boolean insecure, Optional<Platform> platform) {
    return new OpenOptions(
        platform, false, insecure, caFile, environment, folder, ProgressListener.NONE);
  }

  private Image open(String reference) throws IOException {
    return ImageSources.open(reference, options());
  }

  private void assertIsTheImage(Image image) throws IOException {
    try (image;
        Image original = ImageSources.open("oci:" + layout, options())) {
      assertThat(image.digest()).isEqualTo(original.digest());
      assertThat(image.configDigest()).isEqualTo(original.configDigest());
      assertThat(image.foundIn()).isEqualTo("registry");
      assertThat(image.settings()).isEqualTo(original.settings());
      assertThat(Listing.of(image)).isEqualTo(Listing.of(original)).contains("proved true");
    }
  }

  private static void assertProblem(ProblemCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void anImageOfALocalRegistryWithoutTlsIsTheOneThatWasPushed() throws Exception {
    String host = serveWithImage();
    assertIsTheImage(open("registry:" + host + "/shop/cart:1"));
    assertIsTheImage(open(host + "/shop/cart:1"));
    String digest = machine.run("skopeo", "inspect", "--format", "{{.Digest}}", "oci:" + layout);
    assertIsTheImage(open(host + "/shop/cart@" + digest));
    assertProblem(ProblemCode.IMAGE_NOT_FOUND, () -> open(host + "/shop/cart:2"));
    assertProblem(ProblemCode.IMAGE_NOT_FOUND, () -> open(host + "/shop/none:1"));
  }

  @Test
  void offlineNothingIsAsked() {
    var offline =
        new OpenOptions(
            Optional.empty(),
            true,
            false,
            Optional.empty(),
            environment,
            folder,
            ProgressListener.NONE);
    assertProblem(
        ProblemCode.NETWORK_FORBIDDEN,
        () -> ImageSources.open("registry:localhost:1/shop/cart:1", offline));
  }

  @Test
  void theImageOfAnIndexIsThatOfThePlatform() throws Exception {
    String host = serveWithImage();
    String digest = machine.run("skopeo", "inspect", "--format", "{{.Digest}}", "oci:" + layout);
    long size = Files.size(folder.resolve("layout/blobs/sha256/" + digest.substring(7)));
    put(
        host,
        "multi",
        "application/vnd.oci.image.index.v1+json",
        "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
            + "\"manifests\":["
            + entry(digest, size, "amd64")
            + "]}");
    try (Image image =
        ImageSources.open(
            host + "/shop/cart:multi",
            options(Optional.empty(), false, Optional.of(Platform.parse("linux/amd64"))))) {
      assertThat(image.digest()).hasToString("Optional[" + digest + "]");
    }
    assertProblem(
        ProblemCode.PLATFORM_MISSING,
        () ->
            ImageSources.open(
                host + "/shop/cart:multi",
                options(Optional.empty(), false, Optional.of(Platform.parse("linux/arm64")))));
  }

  private static String entry(String digest, long size, String architecture) {
    return "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\""
        + digest
        + "\",\"size\":"
        + size
        + ",\"platform\":{\"os\":\"linux\",\"architecture\":\""
        + architecture
        + "\"}}";
  }

  private static void put(String host, String tag, String type, String manifest) throws Exception {
    // Not the JDK's newer client: it would fix for this process how proxies are treated.
    var connection =
        (HttpURLConnection)
            URI.create("http://" + host + "/v2/shop/cart/manifests/" + tag)
                .toURL()
                .openConnection();
    connection.setRequestMethod("PUT");
    connection.setRequestProperty("Content-Type", type);
    connection.setDoOutput(true);
    connection.getOutputStream().write(manifest.getBytes(StandardCharsets.UTF_8));
    assertThat(connection.getResponseCode()).isEqualTo(201);
  }

  @Test
  void aRegistryWithPasswordsLetsInWhoLoggedIn() throws Exception {
    Machine.need("htpasswd");
    serveWithImage();
    Path users = write("users", machine.run("htpasswd", "-nbB", "ann", "s3cret") + "\n");
    String host = serve("auth: {htpasswd: {realm: r, path: " + users + "}}\n", "");
    String name = host + "/shop/cart:1";
    assertProblem(ProblemCode.REGISTRY_DENIED, () -> open(name));
    Path auth = folder.resolve("auth.json");
    machine.run(
        "skopeo",
        "login",
        "--tls-verify=false",
        "--authfile",
        auth.toString(),
        "-u",
        "ann",
        "-p",
        "s3cret",
        host);
    environment.put("REGISTRY_AUTH_FILE", auth.toString());
    assertIsTheImage(open(name));
    Files.writeString(
        auth, Files.readString(auth).replaceAll("\"auth\": *\"[^\"]*\"", "\"auth\":\"YW5uOm5v\""));
    assertProblem(ProblemCode.REGISTRY_DENIED, () -> open(name));
  }

  @Test
  void aCredentialHelperIsAsked() throws Exception {
    Machine.need("htpasswd");
    serveWithImage();
    Path users = write("users", machine.run("htpasswd", "-nbB", "ann", "s3cret") + "\n");
    String host = serve("auth: {htpasswd: {realm: r, path: " + users + "}}\n", "");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path helper = bin.resolve("docker-credential-test");
    Files.writeString(
        helper,
        """
        #!/bin/sh
        read server
        [ "$1" = get ] && [ "$server" = "%s" ] || { echo credentials not found in native keychain; exit 1; }
        echo '{"ServerURL":"x","Username":"ann","Secret":"s3cret"}'
        """
            .formatted(host));
    assertThat(helper.toFile().setExecutable(true)).isTrue();
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    Files.createDirectories(folder.resolve(".docker"));
    write(".docker/config.json", "{\"credHelpers\":{\"" + host + "\":\"test\"}}");
    assertIsTheImage(open(host + "/shop/cart:1"));
    write(".docker/config.json", "{\"credsStore\":\"../test\"}");
    assertProblem(ProblemCode.CREDENTIALS_UNREADABLE, () -> open(host + "/shop/cart:1"));
  }

  @Test
  void aRegistryWithATokenServerIsPulledFrom() throws Exception {
    Machine.need("openssl");
    serveWithImage();
    var authority = PrivateAuthority.make(machine, folder);
    HttpServer tokens =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    tokens.createContext(
        "/token",
        exchange -> {
          String token = authority.token("issuer", "reg", "shop/cart");
          byte[] body = ("{\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    tokens.start();
    try {
      String host =
          serve(
              "auth: {token: {realm: 'http://localhost:"
                  + tokens.getAddress().getPort()
                  + "/token', service: reg, issuer: issuer, rootcertbundle: "
                  + authority.certificate()
                  + "}}\n",
              "");
      assertIsTheImage(open(host + "/shop/cart:1"));
      assertProblem(ProblemCode.REGISTRY_DENIED, () -> open(host + "/shop/other:1"));
    } finally {
      tokens.stop(0);
    }
  }

  @Test
  void aPrivateAuthorityIsTrustedOnlyWhenNamed() throws Exception {
    Machine.need("openssl");
    serveWithImage();
    var authority = PrivateAuthority.make(machine, folder);
    String host =
        serve(
            "",
            ", tls: {certificate: "
                + authority.serverCertificate()
                + ", key: "
                + authority.serverKey()
                + "}");
    String name = host + "/shop/cart:1";
    Optional<Path> caFile = Optional.of(authority.certificate());
    assertIsTheImage(ImageSources.open(name, options(caFile, false, Optional.empty())));
    assertIsTheImage(ImageSources.open(name, options(Optional.empty(), true, Optional.empty())));
    assertProblem(ProblemCode.REGISTRY_UNTRUSTED, () -> open(name));
    Path folderOfHost = Files.createDirectories(folder.resolve(".config/docker/certs.d/" + host));
    Files.copy(authority.certificate(), folderOfHost.resolve("ca.crt"));
    assertIsTheImage(open(name));
    assertProblem(
        ProblemCode.SETTINGS_UNUSABLE,
        () ->
            ImageSources.open(
                name, options(Optional.of(folder.resolve("none")), false, Optional.empty())));
  }

  @Test
  void mirrorsAreAskedBeforeTheSource() throws Exception {
    String host = serveWithImage();
    write(
        "registries.conf",
        """
        unqualified-search-registries = ["source.invalid/shop"]
        [[registry]]
        prefix = "source.invalid"
        location = "elsewhere.invalid"
        [[registry.mirror]]
        location = "localhost:1"
        [[registry.mirror]]
        location = "%s"
        insecure = true
        [[registry]]
        prefix = "evil.invalid"
        blocked = true
        """
            .formatted(host));
    assertIsTheImage(open("registry:source.invalid/shop/cart:1"));
    assertIsTheImage(open("registry:cart:1"));
    assertProblem(ProblemCode.REGISTRY_BLOCKED, () -> open("registry:evil.invalid/shop/cart:1"));
  }

  @Test
  void aProxyThatAsksForAPasswordIsTunnelledThrough() throws Exception {
    Machine.need("openssl");
    serveWithImage();
    var authority = PrivateAuthority.make(machine, folder);
    String host =
        serve(
            "",
            ", tls: {certificate: "
                + authority.serverCertificate()
                + ", key: "
                + authority.serverKey()
                + "}");
    int port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
    try (var proxy = new TunnelProxy(port, "ann:p%w")) {
      environment.put("HTTPS_PROXY", "http://ann:p%25w@localhost:" + proxy.port());
      Optional<Path> caFile = Optional.of(authority.certificate());
      assertIsTheImage(
          ImageSources.open(
              "registry:registry.test:8443/shop/cart:1", options(caFile, false, Optional.empty())));
      assertThat(proxy.asked()).isNotEmpty().allMatch("registry.test:8443"::equals);
      environment.put("HTTPS_PROXY", "http://localhost:" + proxy.port());
      assertProblem(
          ProblemCode.REGISTRY_UNREACHABLE, () -> open("registry:registry.test:8443/shop/cart:1"));
      environment.put("NO_PROXY", ".test");
      assertProblem(
          ProblemCode.REGISTRY_UNREACHABLE, () -> open("registry:registry.test:8443/shop/cart:1"));
    }
  }

  @Test
  void aForeignLayerIsToldAndNotFetched() throws Exception {
    serveWithImage();
    String host = serve("validation: {manifests: {urls: {allow: ['.*']}}}\n", "");
    String digest = machine.run("skopeo", "inspect", "--format", "{{.Digest}}", "oci:" + layout);
    String manifest =
        Files.readString(folder.resolve("layout/blobs/sha256/" + digest.substring(7)));
    String foreign =
        manifest.replaceFirst(
            "\"application/vnd.oci.image.layer.v1.tar\\+gzip\"",
            "\"application/vnd.oci.image.layer.nondistributable.v1.tar+gzip\","
                + "\"urls\":[\"https://vendor.invalid/layer\"]");
    put(host, "foreign", "application/vnd.oci.image.manifest.v1+json", foreign);
    try (Image image = open(host + "/shop/cart:foreign")) {
      assertThat(image.notAnalysed()).hasSize(1);
      assertThat(image.notAnalysed().getFirst().reason()).isEqualTo(NotAnalysed.Reason.FOREIGN);
      assertThat(Listing.of(image)).contains("proved false", "proved true");
    }
  }
}
