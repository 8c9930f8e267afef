package io.breakwater.inventory.internal.rust;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.json.Toml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** What Cargo locked: Cargo.lock, versions 1 to 4. */
public final class CargoLockAnalyser implements Analyser {
  private static final String FILE = "Cargo.lock";

  @Override
  public String name() {
    return "cargo-lock";
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
    new CargoLock(Toml.object(LockFiles.text(content))).report(facts, FILE);
  }
}
