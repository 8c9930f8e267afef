package io.breakwater.advisory.vex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.input.InputWalker;
import io.breakwater.advisory.internal.input.Limits;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Location;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Platform;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What VEX documents of every form say about packages of an image. */
class VexTest {
  private static final String DIGEST = "sha256:" + "a".repeat(64);
  private static final String OTHER = "sha256:" + "b".repeat(64);
  private static final Component LODASH = component("pkg:npm/lodash@4.17.15", "/app/lodash");
  private static final Component LIBTIFF =
      component("pkg:rpm/redhat/libtiff-devel@4.4.0-12.el9?arch=x86_64", "/var/lib/rpm");

  @TempDir Path folder;

  /** Products that are, or are not, lodash 4.17.15 in the image shop.example/cart:1.8. */
  @ParameterizedTest(name = "{0} inside {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pkg:npm/lodash                                |                              | yes
          pkg:npm/lodash@4.17.15                        |                              | yes
          pkg:npm/lodash@v4.17.15                       |                              | yes
          pkg:npm/lodash@4.17.16                        |                              | no
          pkg:npm/lodash@4.17.15?arch=x                 |                              | no
          pkg:npm/%40a/lodash                           |                              | no
          pkg:pypi/lodash                               |                              | no
          pkg:oci/cart@DIGEST                           |                              | yes
          pkg:oci/other@DIGEST                          |                              | yes
          pkg:oci/cart@OTHER                            |                              | no
          pkg:oci/cart                                  |                              | yes
          pkg:oci/cart?tag=1.8                          |                              | yes
          pkg:oci/cart?tag=1.9                          |                              | no
          pkg:oci/cart?repository_url=shop.example/cart |                              | yes
          pkg:oci/cart?repository_url=else.example/cart |                              | no
          shop.example/cart:1.8                         |                              | yes
          DIGEST                                        |                              | yes
          pkg:npm/lodash                                | pkg:oci/cart@DIGEST          | yes
          pkg:npm/lodash                                | pkg:oci/cart@OTHER           | no
          pkg:npm/underscore                            | pkg:oci/cart@DIGEST          | no
          nonsense                                      |                              | no
          """)
  void aProductIsRecognised(String product, String whole, String answer) throws IOException {
    String id = quoted(product);
    String products =
        whole == null
            ? "[{\"@id\":" + id + "}]"
            : "[{\"@id\":" + quoted(whole) + ",\"subcomponents\":[{\"@id\":" + id + "}]}]";
    List<VexMatcher.Match> found =
        matcher(openVex("2026-01-01T00:00:00Z", "not_affected", products)).all(ids(), LODASH);
    assertThat(found).hasSize(answer.equals("yes") ? 1 : 0);
  }

  @Test
  void aDependencyIsInsideItsRootUnlessAnotherNeedsItToo() throws IOException {
    Component inner = component("pkg:golang/example.org/inner@v1.0.0", "/go.mod");
    Component middle =
        component("pkg:golang/example.org/middle@v1.0.0", "/go.mod")
            .dependingOn(List.of(inner.id()));
    Component root =
        component("pkg:golang/example.org/app", "/go.mod").dependingOn(List.of(middle.id()));
    Component other =
        component("pkg:golang/example.org/other", "/other/go.mod").dependingOn(List.of(inner.id()));
    VexDocument document =
        openVex(
            "2026-01-01T00:00:00Z",
            "not_affected",
            "[{\"@id\":\"pkg:golang/example.org/app\",\"subcomponents\":["
                + "{\"@id\":\"pkg:golang/example.org/inner\"}]}]");

    assertThat(matcher(List.of(root, middle, inner), document).all(ids(), inner)).hasSize(1);
    assertThat(matcher(List.of(root, middle, inner, other), document).all(ids(), inner)).isEmpty();
    assertThat(matcher(List.of(root, inner), document).all(ids(), inner)).isEmpty();
  }

  @Test
  void theFirstFormOfOpenVexHasPlainStrings() throws IOException {
    VexDocument document =
        read(
            """
            {"@context":"https://openvex.dev/ns","author":"a","timestamp":"2023-01-08T18:02:03Z",
             "statements":[{"vulnerability":"CVE-2024-1","status":"not_affected",
               "products":["pkg:oci/cart@%s"],"subcomponents":["pkg:npm/lodash"],
               "justification":"component_not_present"}]}
            """
                .formatted(DIGEST));
    var match = matcher(document).all(ids(), LODASH).getFirst();
    assertThat(match.statement().justification()).hasValue(Justification.COMPONENT_NOT_PRESENT);
  }

  @Test
  void anAliasNamesTheHoleAsWellAndCaseDoesNotMatter() throws IOException {
    VexMatcher matcher =
        matcher(openVex("2026-01-01T00:00:00Z", "fixed", "[{\"@id\":\"pkg:npm/lodash\"}]"));
    assertThat(matcher.all(List.of("GHSA-x", "ghsa-1"), LODASH)).hasSize(1);
    assertThat(matcher.all(List.of("CVE-2024-2"), LODASH)).isEmpty();
  }

  /** Status, time and product of two statements, and the status that decides. */
  @ParameterizedTest
  @CsvSource({
    "not_affected, 2025, pkg:npm/lodash, affected, 2026, pkg:npm/lodash, affected",
    "not_affected, 2026, pkg:npm/lodash, affected, 2025, pkg:npm/lodash, not_affected",
    "fixed, 2025, pkg:npm/lodash@4.17.15, affected, 2026, pkg:npm/lodash, fixed",
    "not_affected, 2024, shop.example/cart:1.8, affected, 2026, pkg:npm/lodash, not_affected",
    "not_affected, 2025, pkg:npm/lodash, under_investigation, 2025, pkg:npm/lodash,"
        + " under_investigation",
  })
  void theCloserThenTheNewerThenTheLaterStatementDecides(
      String first,
      String year1,
      String on1,
      String second,
      String year2,
      String on2,
      String decides)
      throws IOException {
    var one = openVex(year1 + "-01-01T00:00:00Z", first, "[{\"@id\":\"" + on1 + "\"}]");
    var two = openVex(year2 + "-01-01T00:00:00Z", second, "[{\"@id\":\"" + on2 + "\"}]");
    var firmest = matcher(one, two).all(ids(), LODASH).getFirst();
    assertThat(firmest.statement().status().id()).isEqualTo(decides);
  }

  @Test
  void csafTellsByProductTreeRelationshipFlagAndGroup() throws IOException {
    VexDocument document = read(csaf("cpe:/o:redhat:enterprise_linux:9"));
    assertThat(document.author()).isEqualTo("Red Hat");
    var match = matcher(rhel("9.4"), document).all(ids(), LIBTIFF).getFirst();
    assertThat(match.statement().status()).isEqualTo(VexStatus.NOT_AFFECTED);
    assertThat(match.statement().justification())
        .hasValue(Justification.VULNERABLE_CODE_NOT_PRESENT);
    assertThat(match.statement().words()).isEqualTo("no such parser");
    assertThat(matcher(rhel("8.10"), document).all(ids(), LIBTIFF)).isEmpty();
    assertThat(matcher(read(csaf("cpe:/o:suse:sles:9"))).all(ids(), LIBTIFF)).isEmpty();
  }

  private static String csaf(String platform) {
    return """
        {"document":{"category":"csaf_vex","csaf_version":"2.0","publisher":{"name":"Red Hat"},
          "tracking":{"id":"CVE-2024-1","current_release_date":"2026-05-07T13:49:42+00:00"}},
         "product_tree":{
          "branches":[{"category":"vendor","branches":[
            {"category":"product_name","product":{"product_id":"rhel-9","name":"RHEL 9",
              "product_identification_helper":{"cpe":"%s"}}},
            {"category":"product_version","product":{"product_id":"libtiff.src","name":"libtiff",
              "product_identification_helper":{"purl":"pkg:rpm/redhat/libtiff?arch=src"}}}]}],
          "relationships":[{"category":"default_component_of",
            "full_product_name":{"product_id":"rhel-9:libtiff.src","name":"libtiff of RHEL 9"},
            "product_reference":"libtiff.src","relates_to_product_reference":"rhel-9"}],
          "product_groups":[{"group_id":"g","product_ids":["rhel-9:libtiff.src"]}]},
         "vulnerabilities":[{"cve":"CVE-2024-1",
          "flags":[{"label":"vulnerable_code_not_present","group_ids":["g"]}],
          "threats":[{"category":"impact","details":"no such parser",
            "product_ids":["rhel-9:libtiff.src"]}],
          "product_status":{"known_not_affected":["rhel-9:libtiff.src"]}}]}
        """
        .formatted(platform);
  }

  /** How CycloneDX names what an analysis is about, and whether that is lodash of the image. */
  @ParameterizedTest
  @CsvSource({
    "lodash-ref, '', yes",
    "pkg:npm/lodash@4.17.15, '', yes",
    "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:npm%2Flodash%404.17.15, '', yes",
    "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#lodash-ref, '', yes",
    "lodash-ref, pkg:oci/cart@DIGEST, yes",
    "lodash-ref, pkg:oci/cart@OTHER, no",
    "nothing, '', no",
  })
  void cycloneDxTellsByReference(String ref, String subject, String answer) throws IOException {
    String metadata =
        subject.isEmpty()
            ? "{}"
            : "{\"component\":{\"bom-ref\":\"root\",\"purl\":" + quoted(subject) + "}}";
    VexDocument document =
        read(
            """
            {"bomFormat":"CycloneDX","specVersion":"1.6","metadata":%s,
             "components":[{"bom-ref":"lodash-ref","purl":"pkg:npm/lodash@4.17.15"}],
             "vulnerabilities":[{"id":"CVE-2024-1","affects":[{"ref":"%s"}],
               "analysis":{"state":"false_positive","justification":"code_not_reachable"}}]}
            """
                .formatted(metadata, ref));
    List<VexMatcher.Match> found = matcher(document).all(ids(), LODASH);
    assertThat(found).hasSize(answer.equals("yes") ? 1 : 0);
    for (var match : found) {
      assertThat(match.statement().status()).isEqualTo(VexStatus.NOT_AFFECTED);
      assertThat(match.statement().justification())
          .hasValue(Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
    }
  }

  @Test
  void anAttestationIsUnwrappedAndItsSubjectIsTheProduct() throws IOException {
    String statement =
        """
        {"_type":"https://in-toto.io/Statement/v1","predicateType":"https://openvex.dev/ns/v0.2.0",
         "subject":[{"name":"cart","digest":{"sha256":"%s"}}],
         "predicate":{"@context":"https://openvex.dev/ns/v0.2.0","statements":[
           {"vulnerability":{"name":"CVE-2024-1"},"status":"fixed"}]}}
        """
            .formatted("a".repeat(64));
    String payload =
        java.util.Base64.getEncoder().encodeToString(statement.getBytes(StandardCharsets.UTF_8));
    VexDocument document =
        read("{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"" + payload + "\"}");
    assertThat(matcher(document).all(ids(), LODASH)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                                              | not JSON at line 1, column 2
          {"a":1}                                                        | neither OpenVEX nor
          {"@context":"https://openvex.dev/ns","statements":1}           | no list of statements
          {"statements":[{"vulnerability":{"name":"CVE-1"}}]}            | statement 1 has no status
          {"statements":[{"status":"fixed"}]}                            | statement 1 names no vuln
          {"bomFormat":"CycloneDX"}                                      | no vulnerabilities
          {"payloadType":"x","payload":"!"}                              | no base64
          """)
  void whatIsNoVexIsRefusedWithOneReason(String document, String reason) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(InvalidVexException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aRepositoryIsReadByItsIndexForThePackagesOfTheImage() throws IOException {
    String document =
        "{\"statements\":[{\"vulnerability\":\"CVE-2024-1\",\"status\":\"fixed\","
            + "\"products\":[\"pkg:npm/lodash\"]}]}";
    Path packages = Files.createDirectories(folder.resolve("repo/pkg/npm"));
    Files.writeString(packages.resolve("lodash.json"), document);
    Files.writeString(packages.resolve("other.json"), "broken");
    Files.writeString(
        folder.resolve("repo/index.json"),
        """
        {"updated_at":"2026-01-01T00:00:00Z","packages":[
          {"id":"pkg:npm/lodash","location":"pkg/npm/lodash.json"},
          {"id":"pkg:npm/other","location":"pkg/npm/other.json"},
          {"id":"pkg:npm/lodash","location":"../../outside.json"}]}
        """);
    var told = new ArrayList<String>();
    var reader = new VexFolder((file, reason) -> told.add(file.getFileName() + ": " + reason));
    assertThat(reader.read(folder.resolve("repo"), List.of(LODASH))).hasSize(1);
    assertThat(told).hasSize(1).first().asString().contains("index.json").contains("not there");

    told.clear();
    assertThat(reader.read(folder.resolve("repo/pkg"), List.of())).hasSize(1);
    assertThat(told).hasSize(1).first().asString().contains("other.json: not JSON at line 1");
  }

  @Test
  void realDocumentsAreRead() throws IOException {
    Path feeds = SharedData.path("advisories/feed-format-samples.tar.zst");
    var statements = new ArrayList<VexStatement>();
    var documents = new ArrayList<String>();
    var visitor =
        new InputWalker.Visitor() {
          @Override
          public void file(String path, byte[] content) throws IOException {
            String text = new String(content, StandardCharsets.UTF_8);
            boolean is = text.contains("openvex.dev/ns/v") || text.contains("\"csaf_vex\"");
            if (!is || !text.startsWith("{")) return;
            try {
              statements.addAll(VexReader.read(path, content).statements());
              documents.add(path);
            } catch (InvalidVexException refused) {
              // Fixtures of other tools quote such documents, or have a comma too many.
              assertThat(refused.reason())
                  .as(path)
                  .matches("it is neither OpenVEX nor CSAF.*|not JSON .*a value was expected");
            }
          }

          @Override
          public void skipped(String path, SkipReason reason, String details) {}
        };
    for (String archive : List.of("feed-format-samples.tar.zst", "npm-nodejs-wg.tar.zst")) {
      new InputWalker(Limits.DEFAULT, visitor).walk(feeds.resolveSibling(archive));
    }
    assertThat(documents).hasSizeGreaterThan(40).anyMatch(p -> p.endsWith("node.openvex.json"));
    assertThat(statements).hasSizeGreaterThan(300);
  }

  private static String quoted(String id) {
    return "\"" + id.replace("DIGEST", DIGEST).replace("OTHER", OTHER) + "\"";
  }

  private static List<String> ids() {
    return List.of("CVE-2024-1");
  }

  private static VexDocument openVex(String time, String status, String products)
      throws IOException {
    return read(
        "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"timestamp\":\"%s\",\"statements\":[{"
                .formatted(time)
            + "\"vulnerability\":{\"name\":\"CVE-2024-1\",\"aliases\":[\"GHSA-1\"]},\"status\":\""
            + status
            + "\",\"products\":"
            + products
            + "}]}");
  }

  private static VexDocument read(String document) throws InvalidVexException {
    return VexReader.read("test.json", document.getBytes(StandardCharsets.UTF_8));
  }

  private static VexMatcher matcher(VexDocument... documents) {
    return matcher(OperatingSystem.UNKNOWN, documents);
  }

  private static OperatingSystem rhel(String version) {
    return new OperatingSystem("rhel", version, "Red Hat Enterprise Linux");
  }

  private static VexMatcher matcher(List<Component> components, VexDocument document) {
    return new VexMatcher(List.of(document), image(OperatingSystem.UNKNOWN), components);
  }

  private static VexMatcher matcher(OperatingSystem os, VexDocument... documents) {
    return new VexMatcher(List.of(documents), image(os), List.of(LODASH, LIBTIFF));
  }

  private static ImageInfo image(OperatingSystem os) {
    return new ImageInfo(
        "shop.example/cart:1.8",
        "registry",
        Optional.of(Digest.parse(DIGEST)),
        Optional.empty(),
        Platform.parse("linux/amd64"),
        os,
        0,
        Optional.empty(),
        ImageInfo.Settings.NONE,
        List.of());
  }

  private static Component component(String purl, String path) {
    Purl parsed = Purl.parse(purl);
    return new Component(
        purl,
        parsed,
        parsed.name(),
        parsed.version().orElse(""),
        List.of(Location.of(Optional.empty(), path)),
        parsed.type().equals("rpm")
            ? Optional.of(new SourcePackage("libtiff", "4.4.0-12.el9"))
            : Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Origin.OWN,
        List.of(),
        PackageTraits.INSTALLED);
  }
}
