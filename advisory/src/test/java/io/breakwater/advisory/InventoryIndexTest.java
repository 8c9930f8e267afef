package io.breakwater.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking an index of images says the same as matching each of them. */
class InventoryIndexTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void database() throws IOException {
    var feeds = new StringBuilder();
    feeds.append(osv("NPM-1", "npm", "left", "SEMVER", "1.5.0"));
    feeds.append(osv("NPM-2", "npm", "right", "SEMVER", "2.0.0"));
    feeds.append(osv("PY-1", "PyPI", "some-name", "ECOSYSTEM", "3.0"));
    feeds.append(osv("DEB-1", "Debian:12", "openssl", "ECOSYSTEM", "3.0.11-1"));
    Path records = folder.resolve("records.jsonl");
    Files.writeString(records, feeds);
    file = folder.resolve("advisories.db");
    DatabaseImport.run(List.of(records), file, ImportListener.NONE);
  }

  private static String osv(String id, String ecosystem, String name, String type, String fixed) {
    return """
        {"id":"%s","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"%s","name":"%s"},"ranges":[{"type":"%s","events":[{"introduced":"0"},{"fixed":"%s"}]}]}]}
        """
        .formatted(id, ecosystem, name, type, fixed);
  }

  @Test
  void aNewAdvisoryFindsTheImagesThatItConcerns() throws IOException {
    try (var database = AdvisoryDatabase.open(file)) {
      Component left = language("npm", "left", "1.4.0");
      Component ssl = ssl("3.0.9-1");
      var index =
          new InventoryIndex.Builder()
              .add("a", TestPackages.DEBIAN_12, List.of(left, ssl))
              .add("b", TestPackages.ALPINE_318, List.of(left))
              .add("c", TestPackages.DEBIAN_12, List.of(ssl, language("npm", "left", "1.6.0")))
              .build();

      assertThat(index.size()).isEqualTo(4);
      assertThat(images(index.rematch(database, List.of("NPM-1")))).containsExactly("a", "b");
      assertThat(images(index.rematch(database, List.of("DEB-1")))).containsExactly("a", "c");
      assertThat(index.rematch(database, List.of("PY-1"))).isEmpty();
      assertThat(database.packagesOf("NOBODY-1")).isEmpty();
    }
  }

  @Test
  void theIndexSaysTheSameAsMatchingEveryImage() throws IOException {
    var random = new Random(3);
    var systems = List.of(TestPackages.DEBIAN_12, TestPackages.ALPINE_318, OperatingSystem.UNKNOWN);
    var builder = new InventoryIndex.Builder();
    try (var database = AdvisoryDatabase.open(file)) {
      var matcher = new Matcher(database);
      var expected = new TreeSet<String>();
      for (int image = 0; image < 200; image++) {
        OperatingSystem os = systems.get(random.nextInt(3));
        var components = new ArrayList<Component>();
        components.add(language("npm", "left", "1." + random.nextInt(8) + ".0"));
        components.add(language("npm", "right", random.nextInt(4) + ".0.0"));
        components.add(language("pypi", "Some_Name", random.nextInt(5) + ".1"));
        String version = "3.0." + (8 + random.nextInt(6)) + "-1";
        components.add(ssl(version));
        builder.add("image" + image, os, components);
        for (Finding found : matcher.match(os, components).findings()) {
          expected.add("image" + image + " " + found.id());
        }
      }
      var ids = List.of("NPM-1", "NPM-2", "PY-1", "DEB-1");
      var found = new TreeSet<String>();
      for (InventoryIndex.Affected one : builder.build().rematch(database, ids)) {
        for (String image : one.images()) {
          one.findings().forEach(f -> found.add(image + " " + f.id()));
        }
      }
      assertThat(found).isNotEmpty().isEqualTo(expected);
    }
  }

  private static Component language(String type, String name, String version) {
    return named(TestPackages.language(type, name, version));
  }

  private static Component ssl(String version) {
    return named(TestPackages.binary("deb", "libssl3", version, "openssl", version));
  }

  /** With an id that names the version, as those of inventories do. */
  private static Component named(Component one) {
    return new Component(
        one.purl().toString(),
        one.purl(),
        one.name(),
        one.version(),
        one.locations(),
        one.source(),
        one.licences(),
        one.ownedBy(),
        one.introducedIn(),
        one.origin(),
        one.evidence(),
        one.traits());
  }

  private static List<String> images(List<InventoryIndex.Affected> affected) {
    return affected.stream().flatMap(a -> a.images().stream()).toList();
  }
}
