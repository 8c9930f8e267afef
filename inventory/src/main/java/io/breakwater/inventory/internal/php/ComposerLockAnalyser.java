package io.breakwater.inventory.internal.php;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What Composer locked: composer.lock. */
public final class ComposerLockAnalyser implements Analyser {
  private static final String FILE = "composer.lock";

  @Override
  public String name() {
    return "composer-lock";
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
    String path = file.path();
    return LockFiles.is(path, FILE) && !LockFiles.isVendored(path);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj lock = Json.parseObject(content.readAll(LockFiles.MAX_SIZE));
    packages(lock.objects("packages"), Scope.REQUIRED, facts);
    packages(lock.objects("packages-dev"), Scope.DEVELOPMENT, facts);
  }

  private static void packages(List<Json.Obj> packages, Scope scope, FactSink facts) {
    for (Json.Obj found : packages) {
      Declared.of(Coordinates.path("composer", found.text("name"), found.text("version")))
          .scoped(scope)
          .needing(needs(found.object("require")))
          .hashed(Hashes.hex("sha1", found.object("dist").text("shasum")))
          .licensed(PhpAnalyser.licences(found))
          .report(facts, FILE);
    }
  }

  /** Names without a vendor are PHP itself and its extensions. */
  static List<String> needs(Json.Obj required) {
    var needs = new ArrayList<String>();
    for (String name : required.members().keySet()) if (name.indexOf('/') > 0) needs.add(name);
    return needs;
  }
}
