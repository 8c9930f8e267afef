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
  private static final int LARGEST_PROGRAM = 16 * 1024 * 1024;
  private static final int LARGEST_STATUS = 4 * 1024 * 1024;

  @Override
  public String name() {
    return "os-release";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return switch (path.charAt(0)) {
      case 'e' -> path.startsWith("etc/") && (ReleaseFiles.isOne(path) || UbuntuPro.isOne(path));
      case 'u', 'b' -> ReleaseFiles.isOne(path);
      case 'v' -> UbuntuPro.isOne(path);
      default -> false;
    };
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String path = file.path();
    if (ReleaseFiles.isBusyBox(path)) {
      // Other systems have it too, and sometimes a script of this name.
      if (content.size() > LARGEST_PROGRAM) return;
      BusyBox.read(content.readAll(LARGEST_PROGRAM)).ifPresent(facts::operatingSystem);
    } else if (UbuntuPro.isOne(path)) {
      UbuntuPro.read(path, content.readAll(LARGEST_STATUS)).ifPresent(facts::operatingSystem);
    } else {
      ReleaseFiles.read(path, content.readAll(LARGEST)).ifPresent(facts::operatingSystem);
    }
  }
}
