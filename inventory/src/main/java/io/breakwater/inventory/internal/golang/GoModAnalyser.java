package io.breakwater.inventory.internal.golang;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.SortedMap;

/**
 * The modules that a Go project requires: go.mod, and for those from before Go 1.17 also the go.sum
 * beside it.
 */
public final class GoModAnalyser implements Analyser {
  private static final String FILE = "go.mod";
  private static final String SUM = "go.sum";

  @Override
  public String name() {
    return "go-mod";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "dm";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return (LockFiles.is(path, FILE) || LockFiles.is(path, SUM)) && !LockFiles.isVendored(path);
  }

  @Override
  public boolean isKept(FileEntry file, Content content) {
    return true;
  }

  @Override
  public Together together(SortedMap<String, Content> files) {
    return (file, content, facts) -> {
      String path = file.path();
      if (!path.endsWith(SUM)) {
        analyse(file, content, facts);
        return;
      }
      Content mod = files.get(path.substring(0, path.length() - SUM.length()) + FILE);
      if (mod == null) return;
      GoMod project = GoMod.read(mod.readAll(LockFiles.MAX_SIZE));
      if (project.isComplete()) return;
      GoSum.read(content.readAll(LockFiles.MAX_SIZE)).report(project.names(), facts, SUM);
    };
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().endsWith(SUM)) return;
    GoMod.read(content.readAll(LockFiles.MAX_SIZE)).report(facts, FILE);
  }
}
