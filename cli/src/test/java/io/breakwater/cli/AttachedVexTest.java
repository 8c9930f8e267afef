package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.json.Json;
import io.breakwater.testing.TinyFeeds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --vex oci}: VEX that is attached to an image in a registry, in every form in use. */
class AttachedVexTest {
  private static final String REPOSITORY = "shop/cart";
  private static final String VEX = "https://openvex.dev/ns/v0.2.0";
  private static final String IN_TOTO = "application/vnd.in-toto+json";
  private static final String DSSE = "application/vnd.dsse.envelope.v1+json";

  @TempDir Path work;
  private TestRegistry registry;
  private String manifest;

  @BeforeEach
  void pushAnImage() throws Exception {
    registry = TestRegistry.start(work);
    Path first = Files.createDirectories(work.resolve("feed"));
    Files.writeString(first.resolve("1.json"), TinyFeeds.osv("CVE-2024-1234", "2.0.0"));
    Run made = Run.bw("db", "import", first.toString(), "--db", path("a.db"), "--quiet");
    assertThat(made.code()).as(made.err()).isZero();
    byte[] layer =
        new TestImage.LayerFiles()
            .file(
                "app/node_modules/cart/package.json",
                0644,
                "{\"name\":\"cart\",\"version\":\"1.0.0\"}")
            .end();
    String config =
        """
        {"architecture":"amd64","os":"linux","config":{},
         "rootfs":{"type":"layers","diff_ids":["%s"]}}"""
            .formatted(TestRegistry.digest(layer));
    manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
            .formatted(
                TestRegistry.MANIFEST,
                blob("application/vnd.oci.image.config.v1+json", config, ""),
                registry.blob(REPOSITORY, "application/vnd.oci.image.layer.v1.tar", layer, ""));
    registry.put(REPOSITORY, "1", TestRegistry.MANIFEST, manifest);
  }

  @AfterEach
  void stop() throws Exception {
    if (registry != null) registry.close();
  }

  private String path(String name) {
    return work.resolve(name).toString();
  }

  private String blob(String type, String content, String more) throws Exception {
    return registry.blob(REPOSITORY, type, content.getBytes(StandardCharsets.UTF_8), more);
  }

  private String image() {
    return TestRegistry.digest(manifest);
  }

  /** What {@code vexctl} writes: the image is the product. */
  private String openVex(String author) {
    return """
        {"@context": "%s", "@id": "https://shop.example/%s", "author": "%s",
         "timestamp": "2026-01-03T00:00:00Z", "version": 1, "statements": [
           {"vulnerability": {"name": "CVE-2024-1234"},
            "products": [{"@id": "pkg:oci/cart@%s",
                          "subcomponents": [{"@id": "pkg:npm/cart@1.0.0"}]}],
            "status": "not_affected", "justification": "vulnerable_code_not_present"}]}"""
        .formatted(VEX, author, author, image().replace(":", "%3A"));
  }

  private String statement(String author) {
    return """
        {"_type": "https://in-toto.io/Statement/v0.1", "predicateType": "%s",
         "subject": [{"name": "cart", "digest": {"sha256": "%s"}}], "predicate": %s}"""
        .formatted(VEX, image().substring(7), openVex(author));
  }

  private static String envelope(String statement) {
    String payload = Base64.getEncoder().encodeToString(statement.getBytes(StandardCharsets.UTF_8));
    return """
        {"payloadType": "%s", "payload": "%s", "signatures": [{"keyid": "", "sig": "AAAA"}]}"""
        .formatted(IN_TOTO, payload);
  }

  /**
   * Stores what has the image as its subject, and the list that stands in for the referrers API.
   */
  private void refer(String type, String layer) throws Exception {
    String members =
        "\"artifactType\":\"%s\",\"subject\":%s,"
            .formatted(type, TestRegistry.descriptor(TestRegistry.MANIFEST, manifest, ""));
    String referrer = registry.artifact(REPOSITORY, "", members, layer);
    String list =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
            .formatted(
                TestRegistry.INDEX,
                TestRegistry.descriptor(
                    TestRegistry.MANIFEST, referrer, ",\"artifactType\":\"" + type + "\""));
    registry.put(REPOSITORY, image().replace(':', '-'), TestRegistry.INDEX, list);
  }

  private void assertTakenOut(String tag, String author) throws Exception {
    String name = registry.host() + "/" + REPOSITORY + ":" + tag;
    String[] scan = {
      "scan",
      name,
      "--db",
      path("a.db"),
      "--scanners",
      "vuln",
      "--no-cache",
      "--platform",
      "linux/amd64",
      "--format",
      "json",
      "--quiet"
    };
    Json.Obj plain = report(scan);
    assertThat(plain.objects("findings")).as("without VEX").hasSize(1);
    var words = new ArrayList<>(List.of(scan));
    words.addAll(List.of("--vex", "oci"));
    Json.Obj silent = report(words.toArray(String[]::new));
    assertThat(silent.objects("findings")).as("with the VEX of " + author).isEmpty();
    assertThat(silent.objects("suppressed"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.text("by")).isEqualTo("vex");
              assertThat(one.toString()).contains(author);
            });
  }

  private static Json.Obj report(String... words) throws Exception {
    Run run = Run.bw(words);
    assertThat(run.code()).as(run.err()).isZero();
    return Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anOpenVexDocumentThatRefersToTheImageCounts() throws Exception {
    String type = "application/vnd.openvex+json";
    refer(type, blob(type, openVex("plain"), ""));
    assertTakenOut("1", "plain");
  }

  @Test
  void aDocumentWhoseTypeOnlyTheArtifactTellsCounts() throws Exception {
    refer("application/vnd.openvex", blob("application/json", openVex("vague"), ""));
    assertTakenOut("1", "vague");
  }

  @Test
  void anInTotoStatementThatRefersToTheImageCounts() throws Exception {
    refer(IN_TOTO, blob(IN_TOTO, statement("in-toto"), ""));
    assertTakenOut("1", "in-toto");
  }

  @Test
  void aSigstoreBundleThatRefersToTheImageCounts() throws Exception {
    String type = "application/vnd.dev.sigstore.bundle.v0.3+json";
    String bundle =
        """
        {"mediaType": "%s", "verificationMaterial": {}, "dsseEnvelope": %s}"""
            .formatted(type, envelope(statement("bundle")));
    refer(type, blob(type, bundle, ""));
    assertTakenOut("1", "bundle");
  }

  @Test
  void whatCosignAttestedCounts() throws Exception {
    for (String told : List.of("\"predicateType\":\"" + VEX + "\"", "\"dev.sigstore\":\"\"")) {
      String note = ",\"annotations\":{\"dev.cosignproject.cosign/signature\":\"\"," + told + "}";
      String layer = blob(DSSE, envelope(statement("cosign")), note);
      registry.artifact(REPOSITORY, image().replace(':', '-') + ".att", "", layer);
      assertTakenOut("1", "cosign");
    }
  }

  @Test
  void whatBuildKitPutBesideTheImageCounts() throws Exception {
    String note = ",\"annotations\":{\"in-toto.io/predicate-type\":\"" + VEX + "\"}";
    String attested =
        registry.artifact(REPOSITORY, "", "", blob(IN_TOTO, statement("buildkit"), note));
    String meant =
        ",\"platform\":{\"architecture\":\"unknown\",\"os\":\"unknown\"},\"annotations\":"
            + "{\"vnd.docker.reference.type\":\"attestation-manifest\","
            + "\"vnd.docker.reference.digest\":\""
            + image()
            + "\"}";
    String index =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s,%s]}"
            .formatted(
                TestRegistry.INDEX,
                TestRegistry.descriptor(
                    TestRegistry.MANIFEST,
                    manifest,
                    ",\"platform\":{\"architecture\":\"amd64\",\"os\":\"linux\"}"),
                TestRegistry.descriptor(TestRegistry.MANIFEST, attested, meant));
    registry.put(REPOSITORY, "many", TestRegistry.INDEX, index);
    assertTakenOut("many", "buildkit");
  }

  @Test
  void whatIsBrokenIsToldAndFindingsStay() throws Exception {
    String type = "application/vnd.openvex+json";
    refer(type, blob(type, "{\"statements\": 1", ""));
    Run run =
        Run.bw(
            "scan",
            registry.host() + "/" + REPOSITORY + ":1",
            "--db",
            path("a.db"),
            "--no-cache",
            "--vex",
            "oci");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("CVE-2024-1234");
    assertThat(run.err()).contains("sha256:");
  }
}
