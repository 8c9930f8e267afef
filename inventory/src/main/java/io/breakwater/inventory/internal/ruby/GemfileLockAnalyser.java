package io.breakwater.inventory.internal.ruby;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** What Bundler locked: Gemfile.lock and gems.locked. */
public final class GemfileLockAnalyser implements Analyser {
  private static final String FILE = "Gemfile.lock";
  private static final String LATER = "gems.locked";

  @Override
  public String name() {
    return "gemfile-lock";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "kd";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return (LockFiles.is(path, FILE) || LockFiles.is(path, LATER)) && !isInGem(path);
  }

  /** Whether a file lies in an installed gem: in a folder {@code gems/name-1.0}. */
  private static boolean isInGem(String path) {
    int gems = path.indexOf("/gems/");
    for (; gems >= 0; gems = path.indexOf("/gems/", gems + 1)) {
      int start = gems + "/gems/".length();
      int end = path.indexOf('/', start);
      for (int i = start; i + 1 < end; i++) {
        char next = path.charAt(i + 1);
        if (path.charAt(i) == '-' && next >= '0' && next <= '9') return true;
      }
    }
    return false;
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    byte[] bytes = content.readAll(LockFiles.MAX_SIZE);
    GemfileLock.read(bytes).report(facts, Paths.fileName(file.path()));
  }
}
