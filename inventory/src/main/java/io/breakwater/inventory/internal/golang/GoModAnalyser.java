package io.breakwater.inventory.internal.golang;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** The modules that a Go project requires: go.mod. */
public final class GoModAnalyser implements Analyser {
  private static final String FILE = "go.mod";

  @Override
  public String name() {
    return "go-mod";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "d";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return LockFiles.is(path, FILE) && !LockFiles.isVendored(path);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    GoMod.read(content.readAll(LockFiles.MAX_SIZE)).report(facts, FILE);
  }
}
