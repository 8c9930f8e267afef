package io.breakwater.inventory.internal.dart;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** What Dart and Flutter projects locked: pubspec.lock. */
public final class PubAnalyser implements Analyser {
  private static final String FILE = "pubspec.lock";

  @Override
  public String name() {
    return "pub";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "k";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return LockFiles.is(file.path(), FILE);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj packages = Yaml.object(LockFiles.text(content)).object("packages");
    for (String name : packages.members().keySet()) {
      Json.Obj pkg = packages.object(name);
      Json.Obj description = pkg.object("description");
      boolean development = pkg.text("dependency").equals("direct dev");
      Declared.of(Coordinates.plain("pub", name, pkg.text("version")))
          .scoped(development ? Scope.DEVELOPMENT : Scope.REQUIRED)
          .hashed(Hashes.hex("sha256", description.text("sha256")))
          .qualified("vcs_url", git(pkg, description))
          .report(facts, FILE);
    }
  }

  private static String git(Json.Obj pkg, Json.Obj description) {
    if (!pkg.text("source").equals("git") || description.text("url").isEmpty()) return "";
    return "git+" + description.text("url") + "@" + description.text("resolved-ref");
  }
}
