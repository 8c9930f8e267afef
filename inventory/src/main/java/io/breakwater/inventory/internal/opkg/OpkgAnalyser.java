package io.breakwater.inventory.internal.opkg;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.dpkg.StatusFile;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * Reads the database of opkg, as OpenWrt ({@code usr/lib}), Yocto ({@code var/lib}) and Entware
 * ({@code opt/lib}) keep it: a status file like dpkg's, and the list of the files of each package.
 */
public final class OpkgAnalyser implements Analyser {
  private static final int LARGEST = 256 * 1024 * 1024;
  private static final String OPKG = "/lib/opkg/";
  private static final String STATUS = "status";
  private static final String INFO = "info/";
  private static final String LIST = ".list";

  @Override
  public String name() {
    return "opkg";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "st";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (!path.startsWith(OPKG, 3)) return false;
    if (!path.startsWith("usr") && !path.startsWith("var") && !path.startsWith("opt")) return false;
    int start = 3 + OPKG.length();
    return (path.endsWith(STATUS) && path.length() == start + STATUS.length())
        || (path.endsWith(LIST)
            && path.startsWith(INFO, start)
            && path.indexOf('/', start + INFO.length()) < 0);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String path = file.path();
    byte[] bytes = content.readAll(LARGEST);
    if (path.endsWith(STATUS)) {
      StatusFile.read(bytes, StatusFile.Format.OPKG, facts);
      return;
    }
    String owner = path.substring(path.lastIndexOf('/') + 1, path.length() - LIST.length());
    var lines = new Lines(bytes);
    while (lines.next()) {
      // Yocto writes the mode of a file after a tab.
      String line = lines.whole();
      int tab = line.indexOf('\t');
      String owned = tab < 0 ? line : line.substring(0, tab);
      if (!owned.isEmpty() && !owned.endsWith("/")) facts.owns(owner, owned);
    }
  }
}
