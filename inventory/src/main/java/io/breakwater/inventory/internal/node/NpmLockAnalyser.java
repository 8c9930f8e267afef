package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * What npm locked: package-lock.json and npm-shrinkwrap.json, versions 1 to 3, and copies that
 * people keep under names such as package-lock-2.json.
 */
public final class NpmLockAnalyser implements Analyser {
  private static final String LOCK = "package-lock";
  private static final String SHRINKWRAP = "npm-shrinkwrap.json";

  @Override
  public String name() {
    return "npm-lock";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "n";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (!path.endsWith(".json")) return false;
    if (LockFiles.is(path, SHRINKWRAP)) return true;
    return path.startsWith(LOCK, path.lastIndexOf('/') + 1) && !LockFiles.isInPackage(path);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj lock = Json.parseObject(content.readAll(LockFiles.MAX_SIZE));
    NpmTree tree =
        lock.get("packages").isPresent()
            ? NpmTree.ofFolders(lock.object("packages"))
            : NpmTree.ofNested(lock.object("dependencies"));
    if (tree.isEmpty() && lock.get("lockfileVersion").isEmpty()) {
      throw new MalformedFileException("it says nothing that npm would");
    }
    tree.report(facts, file.fileName());
  }
}
