package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Python distributions, installed: wheels ({@code *.dist-info/METADATA}), eggs of every kind
 * ({@code *.egg-info} as file or folder, {@code EGG-INFO/PKG-INFO}, zipped {@code *.egg}), and the
 * lists of what a distribution carries inside itself ({@code _vendor/vendor.txt}).
 */
public final class PythonAnalyser implements Analyser {
  @Override
  public String name() {
    return "python-package";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public String lastCharacters() {
    return "AOogt";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    int length = path.length();
    if (length < 4) return false;
    return switch (path.charAt(length - 1)) {
      case 'A' -> isIn(path, "/METADATA", ".dist-info") || isIn(path, "/METADATA", ".DIST-INFO");
      case 'O' -> isIn(path, "/PKG-INFO", ".egg-info") || isIn(path, "/PKG-INFO", "EGG-INFO");
      case 'o' -> path.endsWith(".egg-info");
      case 'g' -> path.endsWith(".egg") && head.startsWith('P', 'K', 3, 4);
      case 't' -> path.endsWith("/_vendor/vendor.txt") || path.endsWith("/_vendor/vendored.txt");
      default -> false;
    };
  }

  private static boolean isIn(String path, String file, String folder) {
    return path.endsWith(file)
        && path.startsWith(folder, path.length() - file.length() - folder.length());
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String path = file.path();
    if (path.endsWith(".txt")) {
      VendorList.read(content, facts);
    } else if (path.endsWith(".egg")) {
      ZippedEgg.read(path, content, facts);
    } else {
      metadata(path, Headers.read(content), "", facts);
    }
  }

  /**
   * Reports what metadata say.
   *
   * @param path of the metadata: name and version may have to be taken from its folder
   */
  static void metadata(String path, Headers headers, String inner, FactSink facts) {
    if (headers.isEmpty()) {
      facts.notAnalysed(inner, Reason.MALFORMED, "no metadata");
      return;
    }
    String name = headers.first("Name");
    String version = headers.first("Version");
    if (name.isEmpty() || version.isEmpty()) {
      String folder = folder(path);
      int dash = folder.indexOf('-');
      if (name.isEmpty()) name = dash < 0 ? folder : folder.substring(0, dash);
      if (version.isEmpty() && dash >= 0) version = folder.substring(dash + 1);
    }
    if (name.isEmpty()) return;
    Coordinates.plain("pypi", name, version)
        .report(facts, PythonLicences.of(headers), needs(headers), inner, Paths.fileName(path));
  }

  /** What it needs without any of its extras. */
  private static List<String> needs(Headers headers) {
    var needs = new ArrayList<String>();
    for (String text : headers.all("Requires-Dist")) {
      int marker = text.indexOf(';');
      boolean extra = marker >= 0 && text.indexOf("extra", marker) >= 0;
      if (!extra) Requirement.parse(text).map(Requirement::name).ifPresent(needs::add);
    }
    return needs;
  }

  /** {@code name-version} of {@code .../name-version.dist-info/METADATA} and its kin. */
  private static String folder(String path) {
    String part = Paths.fileName(path);
    if (part.equals("METADATA") || part.equals("PKG-INFO")) {
      int start = Paths.partFromEnd(path, 1);
      part = path.substring(start, path.lastIndexOf('/'));
      if (part.equals("EGG-INFO")) {
        part = path.substring(Paths.partFromEnd(path, 2), Math.max(0, start - 1));
      }
    }
    int dot = part.lastIndexOf('.');
    String stem = dot > 0 ? part.substring(0, dot) : part;
    int python = stem.lastIndexOf("-py");
    return python > 0 ? stem.substring(0, python) : stem;
  }
}
