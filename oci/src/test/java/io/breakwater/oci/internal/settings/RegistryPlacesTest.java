package io.breakwater.oci.internal.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.ImageReference;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.settings.RegistryPlaces.Place;
import io.breakwater.oci.internal.settings.RegistryPlaces.Security;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryPlacesTest {
  @TempDir Path root;

  private static RegistryPlaces places(String conf) throws Exception {
    return new RegistryPlaces(RegistriesConf.parse(conf.getBytes(UTF_8)), List.of());
  }

  private static List<String> hosts(RegistryPlaces places, String reference) {
    return places.places(ImageReference.parse(reference)).stream()
        .map(p -> p.host() + "/" + p.repository() + (p.security() == Security.TLS ? "" : "!"))
        .toList();
  }

  @Test
  void withoutSettingsAnImageIsWhereItsNameSays() throws Exception {
    assertThat(hosts(places(""), "alpine")).containsExactly("registry-1.docker.io/library/alpine");
    assertThat(hosts(places(""), "quay.io/a/b@sha256:" + "0".repeat(64)))
        .containsExactly("quay.io/a/b");
  }

  @Test
  void theLongestPrefixHoldsAndMirrorsComeFirst() throws Exception {
    RegistryPlaces places =
        places(
            """
            [[registry]]
            location = "example.com"
            insecure = true
            [[registry]]
            prefix = "example.com/foo"
            location = "internal.example/bar/"
            [[registry.mirror]]
            location = "m0.local/mirror-for-foo"
            [[registry.mirror]]
            location = "m1.local:5000"
            insecure = true
            [[registry]]
            prefix = "*.wild.example"
            location = "tame.example"
            """);
    assertThat(hosts(places, "example.com/foo/image:latest"))
        .containsExactly(
            "m0.local/mirror-for-foo/image", "m1.local:5000/image!", "internal.example/bar/image");
    assertThat(hosts(places, "example.com/food/image")).containsExactly("example.com/food/image!");
    assertThat(hosts(places, "a.b.wild.example/x/y")).containsExactly("tame.example/x/y");
    assertThat(hosts(places, "wild.example/x")).containsExactly("wild.example/x");
  }

  @Test
  void mirrorsMayServeDigestsOrTagsOnly() throws Exception {
    RegistryPlaces places =
        places(
            """
            [[registry]]
            location = "r.example"
            [[registry.mirror]]
            location = "digests.example"
            pull-from-mirror = "digest-only"
            [[registry.mirror]]
            location = "tags.example"
            pull-from-mirror = "tag-only"
            """);
    assertThat(hosts(places, "r.example/a:1")).containsExactly("tags.example/a", "r.example/a");
    assertThat(hosts(places, "r.example/a@sha256:" + "1".repeat(64)))
        .containsExactly("digests.example/a", "r.example/a");
  }

  @Test
  void aBlockedRegistryHasNoPlaces() throws Exception {
    RegistryPlaces places = places("[[registry]]\nprefix = \"docker.io\"\nblocked = true\n");
    assertThat(hosts(places, "alpine")).isEmpty();
  }

  @Test
  void shortNamesMeanTheirAliasOrTheSearchedRegistries() throws Exception {
    RegistryPlaces places =
        places(
            """
            unqualified-search-registries = ["r.example", "docker.io"]
            [aliases]
            "ubi8" = "registry.example/ubi8"
            """);
    assertThat(places.candidates("ubi8:1")).hasToString("[registry.example/ubi8:1]");
    assertThat(places.candidates("app"))
        .hasToString("[r.example/app:latest, docker.io/library/app:latest]");
    assertThat(places.candidates("localhost/app")).hasToString("[localhost/app:latest]");
    assertThat(places("").candidates("app:2")).hasToString("[docker.io/library/app:2]");
  }

  @Test
  void dockersOwnMirrorsServeDockerHub() throws Exception {
    Files.createDirectories(root.resolve("etc/docker"));
    Files.writeString(
        root.resolve("etc/docker/daemon.json"),
        "{\"registry-mirrors\":[\"https://m.example\",\"http://plain.example:5000/\",\"ftp://x\",7]}");
    var surroundings = new Surroundings(Map.of(), root);
    RegistryPlaces places = new RegistrySettings(surroundings).places("x");
    assertThat(places.places(ImageReference.parse("alpine")))
        .containsExactly(
            new Place("m.example", "m.example", "library/alpine", Security.TLS),
            new Place("plain.example:5000", "plain.example:5000", "library/alpine", Security.PLAIN),
            new Place("registry-1.docker.io", "docker.io", "library/alpine", Security.TLS));
    assertThat(places.places(ImageReference.parse("quay.io/a"))).hasSize(1);
  }

  @Test
  void laterFilesAreLaidOverEarlierOnes() throws Exception {
    Path dropIns = Files.createDirectories(root.resolve("etc/containers/registries.conf.d"));
    Files.writeString(
        root.resolve("etc/containers/registries.conf"),
        "unqualified-search-registries = [\"a.example\"]\n[aliases]\nx = \"a.example/x\"\n");
    Files.writeString(dropIns.resolve("10.conf"), "[aliases]\nx = \"b.example/x\"\n");
    var surroundings = new Surroundings(Map.of("HOME", root + "/home"), root);
    RegistryPlaces places = new RegistrySettings(surroundings).places("x");
    assertThat(places.candidates("x")).hasToString("[b.example/x:latest]");
    assertThat(places.candidates("y")).hasToString("[a.example/y:latest]");
    Files.writeString(dropIns.resolve("20.conf"), "[aliases\n");
    assertThatThrownBy(() -> new RegistrySettings(surroundings).places("x"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.SETTINGS_UNUSABLE))
        .hasMessageContaining("20.conf")
        .hasMessageContaining("line 1");
  }
}
