package io.breakwater.inventory.internal.dpkg;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;

/**
 * Reads the database of dpkg: the status file, or one status file for each package as distroless
 * images have them; the lists of the files that packages own; and the licences in copyright files
 * that a machine can read.
 */
public final class DpkgAnalyser implements Analyser {
  private static final int LARGEST = 256 * 1024 * 1024;
  private static final int LARGEST_COPYRIGHT = 4 * 1024 * 1024;

  private static final String STATUS = "var/lib/dpkg/status";
  private static final String STATUS_DIRECTORY = "var/lib/dpkg/status.d/";
  private static final String INFO_DIRECTORY = "var/lib/dpkg/info/";
  private static final String DOC_DIRECTORY = "usr/share/doc/";
  private static final String LIST = ".list";
  private static final String SUMS = ".md5sums";
  private static final String COPYRIGHT = "/copyright";

  @Override
  public String name() {
    return "dpkg";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (path.startsWith("var/lib/dpkg/")) {
      return path.equals(STATUS)
          || isIn(STATUS_DIRECTORY, path)
          || (path.endsWith(LIST) && isIn(INFO_DIRECTORY, path));
    }
    return path.endsWith(COPYRIGHT)
        && path.startsWith(DOC_DIRECTORY)
        && path.indexOf('/', DOC_DIRECTORY.length()) == path.length() - COPYRIGHT.length()
        && Copyright.isMachineReadable(head);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String path = file.path();
    if (path.endsWith(COPYRIGHT) && path.startsWith(DOC_DIRECTORY)) {
      String name = path.substring(DOC_DIRECTORY.length(), path.length() - COPYRIGHT.length());
      if (content.size() > LARGEST_COPYRIGHT) return;
      List<String> licences = Copyright.licences(content.readAll(LARGEST_COPYRIGHT));
      if (!licences.isEmpty()) facts.licences(name, licences);
    } else if (path.equals(STATUS)) {
      StatusFile.read(content.readAll(LARGEST), StatusFile.Format.DPKG, facts);
    } else if (path.startsWith(INFO_DIRECTORY)) {
      list(name(INFO_DIRECTORY, path, LIST), new Lines(content.readAll(LARGEST)), facts);
    } else if (path.endsWith(SUMS)) {
      sums(name(STATUS_DIRECTORY, path, SUMS), new Lines(content.readAll(LARGEST)), facts);
    } else {
      StatusFile.readOne(content.readAll(LARGEST), facts);
    }
  }

  /** The paths of a package, each directory before what lies in it. */
  private static void list(String name, Lines lines, FactSink facts) {
    String last = "";
    while (lines.next()) {
      String path = lines.whole();
      boolean directory =
          path.length() > last.length()
              && path.startsWith(last)
              && path.charAt(last.length()) == '/';
      if (!last.isEmpty() && !directory) facts.owns(name, last);
      last = path;
    }
    if (!last.isEmpty() && !last.equals("/.")) facts.owns(name, last);
  }

  /** A digest, two blanks and a path in each line. */
  private static void sums(String name, Lines lines, FactSink facts) {
    while (lines.next()) {
      String line = lines.whole();
      int blank = line.indexOf(' ');
      if (blank > 0) facts.owns(name, line.substring(blank).strip());
    }
  }

  private static boolean isIn(String directory, String path) {
    return path.startsWith(directory)
        && path.length() > directory.length()
        && path.indexOf('/', directory.length()) < 0;
  }

  private static String name(String directory, String path, String suffix) {
    return path.substring(directory.length(), path.length() - suffix.length());
  }
}
