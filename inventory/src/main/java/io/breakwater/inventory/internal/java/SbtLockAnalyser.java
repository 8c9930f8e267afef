package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.Digest;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the plug-in sbt-dependency-lock locked: build.sbt.lock. */
public final class SbtLockAnalyser implements Analyser {
  private static final String FILE = "build.sbt.lock";

  @Override
  public String name() {
    return "sbt-lock";
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
    Json.Obj lock = Json.parseObject(content.readAll(LockFiles.MAX_SIZE));
    for (Json.Obj found : lock.objects("dependencies")) {
      String version = found.text("version");
      Declared.of(Coordinates.maven(found.text("org"), found.text("name"), version))
          .scoped(scope(found.texts("configurations")))
          .hashed(hashes(found.objects("artifacts")))
          .report(facts, FILE);
    }
  }

  private static Scope scope(List<String> configurations) {
    boolean runs = configurations.isEmpty();
    for (String one : configurations) runs |= one.equals("compile") || one.equals("runtime");
    if (runs) return Scope.REQUIRED;
    return configurations.contains("provided") || configurations.contains("optional")
        ? Scope.OPTIONAL
        : Scope.DEVELOPMENT;
  }

  private static List<Digest> hashes(List<Json.Obj> artifacts) {
    var hashes = new ArrayList<Digest>(1);
    for (Json.Obj artifact : artifacts) hashes.addAll(Hashes.tagged(artifact.text("hash")));
    return hashes;
  }
}
