package io.breakwater.inventory.internal.nim;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * Packages of Nim: nimble.lock, and those that Nimble installed ({@code
 * pkgs2/NAME-VERSION-HASH/nimblemeta.json}).
 */
public final class NimbleAnalyser implements Analyser {
  private static final String LOCK = "nimble.lock";

  @Override
  public String name() {
    return "nimble";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "kn";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return Paths.isNamed(path, LOCK)
        || (path.endsWith("/nimblemeta.json") && path.contains("/pkgs2/"));
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj document = Json.parseObject(content.readAll(LockFiles.MAX_SIZE));
    if (file.path().endsWith(LOCK)) lock(document, facts);
    else installed(file.path(), document.object("metaData"), facts);
  }

  private static void lock(Json.Obj document, FactSink facts) {
    Json.Obj packages = document.object("packages");
    for (String name : packages.members().keySet()) {
      Json.Obj pkg = packages.object(name);
      Declared.of(Coordinates.plain("nimble", name, pkg.text("version")))
          .needing(pkg.texts("dependencies"))
          .hashed(Hashes.hex("sha1", pkg.object("checksums").text("sha1")))
          .qualified("vcs_url", git(pkg))
          .report(facts, LOCK);
    }
  }

  private static void installed(String path, Json.Obj meta, FactSink facts) {
    String folder =
        path.substring(Paths.partFromEnd(path, 1), path.length() - "/nimblemeta.json".length());
    int hash = folder.lastIndexOf('-');
    int version = folder.lastIndexOf('-', hash - 1);
    if (version <= 0) return;
    Declared.installed(
            Coordinates.plain(
                "nimble", folder.substring(0, version), folder.substring(version + 1, hash)))
        .qualified("vcs_url", git(meta))
        .report(facts, "nimblemeta.json");
  }

  private static String git(Json.Obj object) {
    String url = object.text("url");
    String revision = object.text("vcsRevision");
    if (url.isEmpty() || revision.isEmpty()) return "";
    return "git+" + url + "@" + revision;
  }
}
