package io.breakwater.inspect.internal.config;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Confidence;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells who the users of an image are, and which files are caches of package managers. */
final class SetupFiles implements FileInspector {
  /** A fact: the part is a user's name, the evidence the number. */
  static final String USER = "=user";

  /** A fact: the part is the cache's folder, the evidence a size in bytes. */
  static final String CACHED = "=package-cache";

  private static final int MOST_USERS_BYTES = 1 << 20;

  private static final List<String> CACHES =
      List.of(
          "var/lib/apt/lists/",
          "var/cache/apt/archives/",
          "var/cache/apk/",
          "var/cache/yum/",
          "var/cache/dnf/",
          "var/cache/libdnf5/",
          "var/cache/zypp/",
          "var/cache/pacman/pkg/",
          "root/.cache/pip/",
          "root/.cache/uv/",
          "root/.npm/_cacache/",
          "usr/local/share/.cache/yarn/",
          "root/.cache/yarn/",
          "root/.cache/go-build/",
          "root/.gradle/caches/",
          "root/.cargo/registry/cache/",
          "root/.composer/cache/",
          "root/.cache/composer/",
          "opt/conda/pkgs/cache/");

  @Override
  public String name() {
    return "setup";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void entry(FileEntry entry, Head head, Sightings out) {
    if (entry.type() != EntryType.FILE || entry.size() == 0) return;
    String path = entry.path();
    // Every file of a layer comes by: most are told from caches by one character.
    char first = path.charAt(0);
    if (first != 'v' && first != 'r' && first != 'u' && first != 'o') return;
    for (String folder : CACHES) {
      if (!path.startsWith(folder) || path.endsWith("/lock")) continue;
      String size = String.valueOf(entry.size());
      out.add(new Sighting(CACHED, path, 0, Confidence.HIGH, folder, size));
      return;
    }
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.path().equals("etc/passwd");
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    String text = new String(file.content().readAll(MOST_USERS_BYTES), StandardCharsets.UTF_8);
    for (String line : text.split("\n", -1)) {
      int name = line.indexOf(':');
      int password = line.indexOf(':', name + 1);
      int uid = line.indexOf(':', password + 1);
      if (name <= 0 || password < 0 || uid < 0) continue;
      out.add(
          new Sighting(
              USER,
              file.path(),
              0,
              Confidence.HIGH,
              line.substring(0, name),
              line.substring(password + 1, uid)));
    }
  }
}
