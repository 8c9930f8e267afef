package io.breakwater.inventory.internal.os;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** Reads the files that say which distribution this is. */
public final class OsReleaseAnalyser implements Analyser {
  private static final int LARGEST = 64 * 1024;

  @Override
  public String name() {
    return "os-release";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return (path.startsWith("etc/") || path.equals(ReleaseFiles.USR_LIB_OS_RELEASE))
        && ReleaseFiles.isOne(path);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    byte[] bytes = content.readAll(LARGEST);
    ReleaseFiles.read(file.path(), bytes).ifPresent(facts::operatingSystem);
  }
}
