package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.json.Yaml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** What pnpm locked: pnpm-lock.yaml, versions 5 to 9. */
public final class PnpmLockAnalyser implements Analyser {
  private static final String FILE = "pnpm-lock.yaml";

  @Override
  public String name() {
    return "pnpm-lock";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "l";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return LockFiles.is(file.path(), FILE);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String text = LockFiles.text(content);
    // With two documents the first one is about pnpm itself.
    int separator = text.lastIndexOf("\n---\n");
    String document = separator < 0 ? text : text.substring(separator + 1);
    if (isEmpty(document)) return;
    int before = 0;
    for (int i = 0; i <= separator; i++) if (text.charAt(i) == '\n') before++;
    new PnpmLock(Yaml.object(document), PnpmLines.of(document, before), facts).report(FILE);
  }

  /** Whether there are only comments, as in a project without dependencies. */
  private static boolean isEmpty(String document) {
    for (int at = 0; at < document.length(); ) {
      int end = document.indexOf('\n', at);
      if (end < 0) end = document.length();
      while (at < end && document.charAt(at) <= ' ') at++;
      if (at < end && document.charAt(at) != '#') return false;
      at = end + 1;
    }
    return true;
  }
}
