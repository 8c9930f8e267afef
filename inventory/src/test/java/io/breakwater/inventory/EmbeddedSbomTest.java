package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Presence;
import io.breakwater.oci.zip.TestZip;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** SBOMs that lie in an image. */
class EmbeddedSbomTest {
  private static final String SPDX =
      """
      {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "redis",
       "documentDescribes": ["SPDXRef-redis"],
       "packages": [
        {"SPDXID": "SPDXRef-redis", "name": "redis", "versionInfo": "7.2.4",
         "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:bitnami/redis@7.2.4"}]}]}
      """;

  private static final String CYCLONEDX =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
        {"bom-ref": "a", "name": "lodash", "version": "4.17.15", "purl": "pkg:npm/lodash@4.17.15"},
        {"bom-ref": "b", "name": "left-pad", "version": "1.3.0", "purl": "pkg:npm/left-pad@1.3.0"}],
       "dependencies": [{"ref": "b", "dependsOn": ["a"]}]}
      """;

  @Test
  void whatLiesBesideItsSbomIsInstalled() throws IOException {
    Inventory inventory =
        TestImage.of(TestLayer.number(1).file("opt/bitnami/redis/.spdx-redis.spdx", SPDX))
            .inventory();
    assertThat(inventory.components())
        .singleElement()
        .satisfies(
            redis -> {
              assertThat(redis.purl()).hasToString("pkg:bitnami/redis@7.2.4");
              assertThat(redis.traits().presence()).isEqualTo(Presence.INSTALLED);
              assertThat(redis.evidence().getFirst().statement())
                  .isEqualTo("SPDX 2.3 (JSON) lists redis@7.2.4");
            });
  }

  @Test
  void aPackageThatIsFoundAndListedIsOneRow() throws IOException {
    Inventory inventory =
        TestImage.of(
                TestLayer.number(1)
                    .file(
                        "app/node_modules/lodash/package.json",
                        "{\"name\":\"lodash\",\"version\":\"4.17.15\"}")
                    .file("usr/local/share/sbom/app.cdx.json", CYCLONEDX))
            .inventory();
    assertThat(inventory.components())
        .extracting(Component::name)
        .containsExactly("left-pad", "lodash");
    Component leftPad = inventory.components().getFirst();
    Component lodash = inventory.components().getLast();
    assertThat(lodash.locations())
        .extracting(Location::path)
        .containsExactlyInAnyOrder(
            "/app/node_modules/lodash/package.json", "/usr/local/share/sbom/app.cdx.json");
    assertThat(lodash.traits().presence()).isEqualTo(Presence.INSTALLED);
    assertThat(leftPad.traits().presence()).isEqualTo(Presence.DECLARED);
    assertThat(leftPad.traits().dependsOn()).containsExactly(lodash.id());
  }

  @Test
  void anSbomThatCannotBeReadCostsALine() throws IOException {
    Inventory inventory =
        TestImage.of(TestLayer.number(1).file("usr/share/sbom/a.json", "{\"x\":1}")).inventory();
    assertThat(inventory.notAnalysed())
        .extracting(NotAnalysed::detail)
        .containsExactly("the JSON is neither CycloneDX nor SPDX nor Syft's");
  }

  @Test
  void theSbomOfAnArchiveIsReadAndTellsTheGroupsOfWhatIsInIt() throws IOException {
    String sbom =
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.5",
         "metadata": {"component": {"bom-ref": "app", "group": "com.acme", "name": "shop",
           "version": "1.0", "purl": "pkg:maven/com.acme/shop@1.0"}},
         "components": [
          {"bom-ref": "a", "group": "org.odd", "name": "inner", "version": "2.0",
           "purl": "pkg:maven/org.odd/inner@2.0?type=jar"},
          {"bom-ref": "b", "group": "org.far", "name": "away", "version": "3.0",
           "purl": "pkg:maven/org.far/away@3.0?classifier=x&type=jar"}],
         "dependencies": [{"ref": "app", "dependsOn": ["a"]}]}
        """;
    byte[] jar =
        new TestZip()
            .with("BOOT-INF/lib/inner-2.0.jar", new TestZip().with("x/A.class", "").bytes())
            .with("META-INF/sbom/application.cdx.json", sbom)
            .with("META-INF/sbom/broken.json", "{}")
            .bytes();
    Inventory inventory =
        TestImage.of(TestLayer.number(1).file("app/shop-1.0.jar", jar)).inventory();
    assertThat(inventory.components())
        .extracting(c -> c.purl() + " " + c.traits().presence() + " " + c.locations().size())
        .containsExactlyInAnyOrder(
            "pkg:maven/com.acme/shop@1.0 INSTALLED 2",
            "pkg:maven/org.odd/inner@2.0 INSTALLED 2",
            "pkg:maven/org.far/away@3.0 DECLARED 1");
    assertThat(inventory.notAnalysed())
        .extracting(NotAnalysed::path)
        .containsExactly("/app/shop-1.0.jar!/META-INF/sbom/broken.json");
  }
}
