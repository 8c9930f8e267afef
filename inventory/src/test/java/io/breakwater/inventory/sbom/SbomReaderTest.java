package io.breakwater.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inventory.Inventory;
import io.breakwater.model.Component;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Scope;
import io.breakwater.model.SourcePackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SbomReaderTest {
  private static Sbom corpus(String name) throws IOException {
    try (InputStream in = SbomReaderTest.class.getResourceAsStream("SbomFuzzTestInputs/" + name)) {
      return SbomReader.read(Objects.requireNonNull(in));
    }
  }

  private static Sbom read(String document) throws IOException {
    return SbomReader.read(document.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cycloneDxJson/nested.json",
        "cycloneDxXml/whole.xml",
        "spdxJson/whole.json",
        "spdxTagValue/whole.spdx",
        "syftJson/whole.json"
      })
  void whatIsReadIsWrittenWithoutLoss(String name) throws IOException {
    RoundTrip.check(corpus(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it is empty",
        "hello|neither CycloneDX nor SPDX",
        "[]|an object was expected",
        "{|not JSON at line 1",
        "{}|the JSON is neither",
        "{\"bomFormat\":\"CycloneDX\"}|does not say its version",
        "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"2.0\"}|CycloneDX 2.0 is not read",
        "{\"bomFormat\":\"x\",\"specVersion\":\"1.4\"}|bomFormat is not CycloneDX",
        "{\"spdxVersion\":\"SPDX-3.0\"}|SPDX version SPDX-3.0 is not read",
        "{\"@context\":\"https://spdx.org/rdf/3.0.0/x\"}|SPDX 3 is not read",
        "spdxVersion: SPDX-2.3|SPDX as YAML is not read",
        "<a/>|its root is a",
        "<a|not XML at line 1",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>|SPDX as RDF",
        "<bom xmlns='http://cyclonedx.org/schema/bom/1.9'/>|CycloneDX 1.9 is not read",
        "<!DOCTYPE a><bom xmlns='http://cyclonedx.org/schema/bom/1.4'/>|a document type",
        "{\"_type\":\"https://in-toto.io/Statement/v1\",\"predicateType\":\"x\"}|holds no SBOM: x",
        "{\"payloadType\":\"x\",\"payload\":\"=\"}|",
      })
  void whatIsNoSbomIsRefusedForAReason(String document, String reason) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(UnreadableSbomException.class)
        .message()
        .contains(reason == null ? "" : reason)
        .doesNotContain("\n");
  }

  @Test
  void depthIsBounded() {
    String open = "<a xmlns='http://cyclonedx.org/schema/bom/1.4'>";
    assertThatThrownBy(() -> read(open.replace("<a", "<bom") + open.repeat(5_000)))
        .isInstanceOf(UnreadableSbomException.class)
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> read("{\"bomFormat\":" + "[".repeat(100_000)))
        .isInstanceOf(UnreadableSbomException.class);
    String component = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.4\",\"components\":[";
    assertThatThrownBy(() -> read(component + "{\"components\":[".repeat(5_000)))
        .isInstanceOf(UnreadableSbomException.class);
  }

  @Test
  void anAttestationIsUnwrapped() throws IOException {
    assertThat(corpus("cycloneDxJson/envelope.json").format()).isEqualTo("CycloneDX 1.4 (JSON)");
  }

  @Test
  void theInventoryOfAnSbomKnowsSystemSourceAndOwner() throws IOException {
    Inventory inventory = SbomInventory.of(corpus("syftJson/whole.json"), "/cart.json");
    assertThat(inventory.os()).isEqualTo(new OperatingSystem("debian", "12", "debian 12"));
    List<Component> found = inventory.components();
    assertThat(found.stream().map(c -> c.name() + " " + c.version()))
        .containsExactly("bash 5.2", "x 1:1");
    assertThat(found.get(0).source()).hasValue(new SourcePackage("bash-src", "5.2-1"));
    assertThat(found.get(1).source()).hasValue(new SourcePackage("xs", "1:1-2"));
    assertThat(found.get(1).ownedBy()).hasValue(found.get(0).id());
    assertThat(found.get(0).traits().dependsOn()).containsExactly(found.get(1).id());
    assertThat(found.get(0).introducedIn()).isPresent();
    assertThat(found.get(1).locations().getFirst().path()).isEqualTo("/cart.json");
  }

  @Test
  void developmentDependenciesAreMarked() throws IOException {
    Sbom sbom = corpus("spdxJson/whole.json");
    assertThat(sbom.components())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.scope()).isEqualTo(Scope.DEVELOPMENT);
              assertThat(c.licences()).containsExactly("MIT", "Own words");
              assertThat(c.source()).hasValue(new SourcePackage("openssl", "3.0"));
              assertThat(c.property("x:y")).isEqualTo("a\nb");
            });
    assertThat(sbom.subject().dependsOn()).containsExactly("SPDXRef-b");
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:deb/debian/a@1?distro=debian-12, debian, 12",
    "pkg:deb/debian/a@1?distro=bookworm, debian, 12",
    "pkg:deb/ubuntu/a@1?distro=ubuntu-22.04, ubuntu, 22.04",
    "pkg:apk/alpine/a@1?distro=3.18.2, alpine, 3.18.2",
    "pkg:apk/alpine/a@1?distro=alpine-3.18.2, alpine, 3.18.2",
    "pkg:apk/wolfi/a@1, wolfi, ''",
    "pkg:rpm/redhat/a@1?distro=redhat-8.4, rhel, 8.4",
    "pkg:rpm/alma/a@1?distro=alma-8.5, almalinux, 8.5",
    "pkg:rpm/amazon/a@1?distro=amazon-2%20%28Karoo%29, amzn, 2",
    "pkg:rpm/amazon/a@1?distro=amazon-AMI%20release%202018.03, amzn, 2018.03",
    "pkg:rpm/opensuse/a@1?distro=opensuse-leap-15.5, opensuse-leap, 15.5",
    "pkg:deb/debian/a@1, unknown, ''",
    "pkg:npm/a@1, unknown, ''",
  })
  void theDistributionIsToldByPurls(String purl, String id, String version) throws IOException {
    Sbom sbom =
        read(
            "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.4\",\"components\":[{\"name\":\"a\","
                + "\"purl\":\""
                + purl
                + "\"}]}");
    assertThat(sbom.os().id()).isEqualTo(id);
    assertThat(sbom.os().version()).isEqualTo(version);
  }

  @Test
  void aVersionWithoutItsReleaseIsTakenFromThePurl() throws IOException {
    Sbom sbom =
        read(
            """
            {"spdxVersion":"SPDX-2.2","SPDXID":"SPDXRef-DOCUMENT","name":"x","packages":[
            {"SPDXID":"SPDXRef-1","name":"openssl-libs","versionInfo":"1.0.2k","externalRefs":[
            {"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":
            "pkg:rpm/centos/openssl-libs@1.0.2k-16.el7?epoch=1"}]}]}
            """);
    assertThat(sbom.components())
        .singleElement()
        .satisfies(c -> assertThat(c.version()).isEqualTo("1:1.0.2k-16.el7"));
  }

  @Test
  void everythingIsReachedFromTheSubjectAlsoCircles() throws IOException {
    Sbom sbom =
        read(
            "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.4\",\"components\":["
                + "{\"name\":\"a\",\"bom-ref\":\"a\"},{\"name\":\"b\",\"bom-ref\":\"b\"},"
                + "{\"name\":\"c\",\"bom-ref\":\"c\"},{\"name\":\"d\",\"bom-ref\":\"d\"}],"
                + "\"dependencies\":[{\"ref\":\"a\",\"dependsOn\":[\"b\"]},"
                + "{\"ref\":\"c\",\"dependsOn\":[\"d\"]},{\"ref\":\"d\",\"dependsOn\":[\"c\"]}]}");
    Graph graph = Graph.of(sbom);
    assertThat(graph.subject()).containsExactly("a", "c");
  }
}
