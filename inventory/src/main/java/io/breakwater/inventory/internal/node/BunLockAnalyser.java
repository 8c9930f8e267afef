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

/** What Bun locked, in the text form: bun.lock. */
public final class BunLockAnalyser implements Analyser {
  private static final String FILE = "bun.lock";

  @Override
  public String name() {
    return "bun-lock";
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
    Json.Obj lock = Json.parseRelaxed(content.readAll(LockFiles.MAX_SIZE));
    if (lock.number("lockfileVersion").isEmpty()) {
      throw new MalformedFileException("it has no version of the format");
    }
    new BunLock(lock, facts).report(FILE);
  }
}
