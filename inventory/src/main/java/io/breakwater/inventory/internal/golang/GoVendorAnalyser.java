package io.breakwater.inventory.internal.golang;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;

/**
 * The modules whose sources were copied into a Go project, by vendor/modules.txt: for each module a
 * line {@code # path version}, perhaps with {@code => path version}, and below it the packages that
 * were copied. A module without packages is not there.
 */
public final class GoVendorAnalyser implements Analyser {
  private static final String FILE = "vendor/modules.txt";

  @Override
  public String name() {
    return "go-vendor";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "t";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return LockFiles.is(file.path(), FILE);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    var lines = new Lines(content.readAll(LockFiles.MAX_SIZE));
    Declared pending = null;
    for (int number = 1; lines.next(); number++) {
      if (lines.isBlank() || lines.startsWith("## ")) continue;
      if (lines.startsWith("# ")) {
        pending = module(GoWords.of(lines.text(2)), number);
      } else if (pending != null && lines.at(0) != '#') {
        pending.report(facts, FILE);
        pending = null;
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Declared module(List<String> words, int line) {
    int arrow = words.indexOf("=>");
    if (arrow == 1) return null; // a replacement of all versions: listed once more at the end
    if (words.size() < 2 || !isVersionOf(words.get(0), words.get(1))) return null;
    String path = words.get(0);
    String version = words.get(1);
    if (arrow == 2 && words.size() == 5 && isVersionOf(words.get(3), words.get(4))) {
      path = words.get(3);
      version = words.get(4);
    } else if (arrow == 2 && words.size() == 4) {
      version = ""; // a folder
    } else if (words.size() > 2) {
      return null;
    }
    return Declared.of(Coordinates.path("golang", path, version)).at(line);
  }

  /** Whether a version is a semantic one, and of the major version that the path ends with. */
  private static boolean isVersionOf(String path, String version) {
    if (version.length() < 2 || version.charAt(0) != 'v') return false;
    int dot = version.indexOf('.');
    if (dot < 2 || version.indexOf('.', dot + 1) < 0) return false;
    for (int i = 1; i < dot; i++) {
      if (version.charAt(i) < '0' || version.charAt(i) > '9') return false;
    }
    int slash = path.lastIndexOf("/v");
    String major = slash < 0 ? "" : path.substring(slash + 2);
    if (major.isEmpty() || !isNumber(major)) return true;
    return version.startsWith(major + ".", 1);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    }
    return true;
  }
}
