package io.breakwater.inventory.internal.pacman;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the local database of pacman, a directory for each package: {@code desc} has a heading
 * between percent signs and a value in each line under it, {@code files} lists what the package
 * owns in the same way.
 */
public final class PacmanAnalyser implements Analyser {
  private static final String DIRECTORY = "var/lib/pacman/local/";
  private static final String DESC = "/desc";
  private static final String FILES = "/files";
  private static final int LARGEST_DESC = 4 * 1024 * 1024;
  private static final int LARGEST_FILES = 256 * 1024 * 1024;
  private static final int LONGEST = 512;
  private static final int MOST_NAMES = 10_000;

  @Override
  public String name() {
    return "pacman";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "cs";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (!path.startsWith(DIRECTORY)) return false;
    int slash = path.indexOf('/', DIRECTORY.length());
    return slash > DIRECTORY.length()
        && ((path.length() == slash + DESC.length() && path.endsWith(DESC))
            || (path.length() == slash + FILES.length() && path.endsWith(FILES)));
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().endsWith(FILES)) {
      files(owner(file.path()), new Lines(content.readAll(LARGEST_FILES)), facts);
    } else {
      facts.found(new Description().read(new Lines(content.readAll(LARGEST_DESC))));
    }
  }

  /** Directories are named {@code name-version-release}. */
  private static String owner(String path) {
    String directory = path.substring(DIRECTORY.length(), path.length() - FILES.length());
    int release = directory.lastIndexOf('-');
    int version = directory.lastIndexOf('-', release - 1);
    return version > 0 ? directory.substring(0, version) : directory;
  }

  private static void files(String owner, Lines lines, FactSink facts) {
    boolean inFiles = false;
    while (lines.next()) {
      if (lines.at(0) == '%') inFiles = lines.startsWith("%FILES%");
      else if (inFiles && !lines.isBlank() && lines.at(lines.length() - 1) != '/') {
        facts.owns(owner, lines.whole());
      }
    }
  }

  /** What a file {@code desc} says. */
  private static final class Description {
    private String name = "";
    private String version = "";
    private String base = "";
    private String architecture = "";
    private final List<String> licences = new ArrayList<>(1);
    private final List<String> depends = new ArrayList<>();
    private final List<String> provides = new ArrayList<>();

    FoundPackage read(Lines lines) throws MalformedFileException {
      String heading = "";
      while (lines.next()) {
        if (lines.at(0) == '%') heading = lines.text(0);
        else if (!lines.isBlank()) value(heading, lines);
      }
      if (!Names.isName(name)) throw new MalformedFileException("a package without a name");
      int longest = Math.max(Math.max(name.length(), version.length()), base.length());
      if (Math.max(longest, architecture.length()) > LONGEST) {
        throw new MalformedFileException("a name beyond measure");
      }
      return found();
    }

    private void value(String heading, Lines lines) {
      switch (heading) {
        case "%NAME%" -> name = lines.text(0);
        case "%VERSION%" -> version = lines.text(0);
        case "%BASE%" -> base = lines.text(0);
        case "%ARCH%" -> architecture = lines.text(0);
        case "%LICENSE%" -> add(licences, lines.text(0));
        case "%DEPENDS%" -> add(depends, withoutVersion(lines.text(0)));
        case "%PROVIDES%" -> add(provides, withoutVersion(lines.text(0)));
        default -> {}
      }
    }

    private static void add(List<String> list, String value) {
      if (!value.isEmpty() && value.length() <= LONGEST && list.size() < MOST_NAMES) {
        list.add(value);
      }
    }

    private FoundPackage found() {
      if (base.isEmpty()) base = name;
      Purl purl = Purl.of("alpm", "unknown", name, version);
      if (!architecture.isEmpty()) purl = purl.withQualifier("arch", architecture);
      if (!base.equals(name)) purl = purl.withQualifier("upstream", base);
      return new FoundPackage(
              purl,
              name,
              version,
              version.isEmpty() ? Optional.empty() : Optional.of(new SourcePackage(base, version)),
              Licences.names(licences),
              "",
              "")
          .with(PackageTraits.INSTALLED.dependingOn(depends))
          .providing(provides);
    }

    /** {@code glibc>=2.38} is glibc. */
    private static String withoutVersion(String text) {
      int end = 0;
      while (end < text.length() && "<>=".indexOf(text.charAt(end)) < 0) end++;
      return text.substring(0, end);
    }
  }
}
