package io.breakwater.inventory.internal.portage;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;

/**
 * Reads the database of Portage: a directory {@code category/name-version} for each package, in it
 * the file CONTENTS with a line for each thing that the package installed, and LICENSE.
 */
public final class PortageAnalyser implements Analyser {
  private static final String DIRECTORY = "var/db/pkg/";
  private static final String CONTENTS = "/CONTENTS";
  private static final String LICENCE = "/LICENSE";
  private static final int LARGEST = 256 * 1024 * 1024;
  private static final int LARGEST_LICENCE = 64 * 1024;
  private static final int LONGEST = 512;

  @Override
  public String name() {
    return "portage";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "SE";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (!path.startsWith(DIRECTORY)) return false;
    if (!path.endsWith(CONTENTS) && !path.endsWith(LICENCE)) return false;
    int category = path.indexOf('/', DIRECTORY.length());
    int name = path.indexOf('/', category + 1);
    return category > 0 && name > 0 && path.indexOf('/', name + 1) < 0;
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String path = file.path();
    int end = path.lastIndexOf('/');
    int slash = path.lastIndexOf('/', end - 1);
    String category = path.substring(DIRECTORY.length(), slash);
    String nameAndVersion = path.substring(slash + 1, end);
    int dash = versionDash(nameAndVersion);
    if (dash <= 0 || category.isEmpty() || path.length() > LONGEST) {
      throw new MalformedFileException("no package and version: " + nameAndVersion);
    }
    String name = nameAndVersion.substring(0, dash);
    String version = nameAndVersion.substring(dash + 1);
    String fullName = category + "/" + name;
    if (path.endsWith(LICENCE)) {
      var lines = new Lines(content.readAll(LARGEST_LICENCE));
      List<String> licences = lines.next() ? Licences.name(lines.text(0)) : List.of();
      if (!licences.isEmpty()) facts.licences(fullName, licences);
      return;
    }
    facts.found(FoundPackage.of(Purl.of("ebuild", category, name, version), fullName, version, ""));
    contents(fullName, new Lines(content.readAll(LARGEST)), facts);
  }

  /** Where the version starts: the last dash before a digit that is not the revision's. */
  private static int versionDash(String text) {
    int dash = text.lastIndexOf('-');
    while (dash > 0 && (dash + 1 >= text.length() || !isDigit(text.charAt(dash + 1)))) {
      dash = text.lastIndexOf('-', dash - 1);
    }
    return dash;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** {@code obj path digest time}, {@code sym path -> target time}, {@code dir path}. */
  private static void contents(String owner, Lines lines, FactSink facts) {
    while (lines.next()) {
      String path = "";
      if (lines.startsWith("obj ")) {
        String line = lines.text(4);
        int digest = line.lastIndexOf(' ', line.lastIndexOf(' ') - 1);
        if (digest > 0) path = line.substring(0, digest);
      } else if (lines.startsWith("sym ")) {
        String line = lines.text(4);
        int arrow = line.indexOf(" -> ");
        if (arrow > 0) path = line.substring(0, arrow);
      }
      if (!path.isEmpty()) facts.owns(owner, path);
    }
  }
}
