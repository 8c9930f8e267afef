package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** What Yarn locked: yarn.lock of classic Yarn and of Berry. */
public final class YarnLockAnalyser implements Analyser {
  private static final String FILE = "yarn.lock";

  @Override
  public String name() {
    return "yarn-lock";
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
    YarnLock.read(content.readAll(LockFiles.MAX_SIZE)).report(facts, FILE);
  }
}
