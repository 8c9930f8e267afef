package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * Reads the databases of rpm, whatever keeps them: Berkeley DB of either byte order, ndb, or
 * SQLite. The file's first bytes say which. Of a damaged database, what can still be read is told.
 */
public final class RpmAnalyser implements Analyser {
  private static final int LARGEST_MANIFEST = 64 * 1024 * 1024;
  private static final String JOURNAL = "-wal";
  private static final String MANIFEST = "var/lib/rpmmanifest/container-manifest-2";

  @Override
  public String name() {
    return "rpm";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "sbel2";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    int slash = path.lastIndexOf('/');
    if (slash < 0 || path.indexOf("rpm") < 0) return false;
    return switch (path.substring(slash + 1)) {
      case "Packages", "Packages.db", "rpmdb.sqlite" -> isDatabaseDirectory(path, slash);
      case "rpmdb.sqlite-wal" -> file.size() > 0 && isDatabaseDirectory(path, slash);
      case "container-manifest-2" -> path.equals(MANIFEST);
      default -> false;
    };
  }

  @Override
  public String journal(FileEntry file) {
    return file.path().endsWith(".sqlite") ? file.path() + JOURNAL : "";
  }

  @Override
  public void analyse(FileEntry file, Content content, Content journal, FactSink facts)
      throws IOException {
    analyse(file, SqliteJournal.over(content, journal), facts);
  }

  private static boolean isDatabaseDirectory(String path, int slash) {
    return switch (path.substring(0, slash)) {
      case "var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm" -> true;
      default -> false;
    };
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().equals(MANIFEST)) {
      ContainerManifest.read(content.readAll(LARGEST_MANIFEST), facts);
      return;
    }
    if (file.path().endsWith(JOURNAL)) {
      String detail = "a journal of a database that is in another layer";
      facts.notAnalysed("", NotAnalysed.Reason.UNSUPPORTED, detail);
      return;
    }
    byte[] start = content.read(0, Math.min(content.size(), 512), 512);
    if (start.length == 0) return; // rpm makes an empty file before it writes the first package
    var headers = new HeaderReceiver(facts, content.size());
    try {
      read(content, start, headers);
    } finally {
      headers.end(); // of a damaged database, what could be read
    }
  }

  private static void read(Content content, byte[] start, HeaderReceiver headers)
      throws IOException {
    if (SqliteFile.isOne(start)) SqlitePackages.read(content, headers);
    else if (NdbFile.isOne(start)) NdbFile.read(content, headers);
    else if (BdbHashFile.isOne(start)) BdbHashFile.read(content, headers);
    else throw new MalformedFileException("none of rpm's databases: Berkeley DB hash, ndb, SQLite");
  }
}
