package io.breakwater.inventory.internal.apk;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.graph.PackageGraph;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.NotAnalysed;
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
 * Reads the database of apk: paragraphs of lines with a letter, a colon and a value. {@code F} is a
 * directory, and {@code R} a file in the directory named last; {@code D} and {@code p} are what a
 * package depends on and what it provides, such as {@code so:libz.so.1} or {@code cmd:sh}.
 */
public final class ApkAnalyser implements Analyser {
  private static final int LARGEST = 256 * 1024 * 1024;
  private static final int LONGEST = 512;
  private static final int LONGEST_LIST = 256 * 1024;

  @Override
  public String name() {
    return "apk";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "d";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith("lib/apk/db/installed")
        && (path.equals("lib/apk/db/installed") || path.equals("usr/lib/apk/db/installed"));
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    var lines = new Lines(content.readAll(LARGEST));
    var graph = new PackageGraph(facts);
    var paragraph = new Paragraph();
    while (lines.next()) {
      if (lines.isBlank()) {
        paragraph.tell(graph, facts);
        paragraph = new Paragraph();
      } else if (lines.at(1) == ':') {
        paragraph.line(lines, facts);
      }
    }
    paragraph.tell(graph, facts);
    graph.report();
  }

  /** One package. */
  private static final class Paragraph {
    private String name = "";
    private String version = "";
    private String architecture = "";
    private String licence = "";
    private String origin = "";
    private String directory = "";
    private String depends = "";
    private String provides = "";

    void line(Lines lines, FactSink facts) {
      switch (lines.at(0)) {
        case 'P' -> name = lines.text(2);
        case 'V' -> version = lines.text(2);
        case 'A' -> architecture = lines.text(2);
        case 'L' -> licence = lines.text(2);
        case 'o' -> origin = lines.text(2);
        case 'D' -> depends = lines.text(2);
        case 'p' -> provides = lines.text(2);
        case 'F' -> directory = lines.text(2);
        case 'R' -> {
          String file = lines.text(2);
          if (Names.isName(name))
            facts.owns(name, directory.isEmpty() ? file : directory + "/" + file);
        }
        default -> {}
      }
    }

    void tell(PackageGraph graph, FactSink facts) {
      if (!Names.isName(name)) return;
      if (name.length() > LONGEST || version.length() > LONGEST || architecture.length() > 64) {
        facts.notAnalysed("", NotAnalysed.Reason.LIMIT, "a package with a name beyond measure");
        return;
      }
      if (origin.isEmpty() || origin.length() > LONGEST) origin = name;
      Purl purl = Purl.of("apk", "unknown", name, version);
      if (!architecture.isEmpty()) purl = purl.withQualifier("arch", architecture);
      if (!origin.equals(name)) purl = purl.withQualifier("upstream", origin);
      graph.add(
          new FoundPackage(
              purl,
              name,
              version,
              version.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new SourcePackage(origin, version)),
              licence.isEmpty() ? List.of() : List.of(licence),
              "",
              ""),
          names(depends));
      for (String provided : names(provides)) graph.provide(provided);
    }

    /** The words of a list without the versions at their ends, and without conflicts. */
    private static List<String> names(String list) {
      if (list.isEmpty() || list.length() > LONGEST_LIST) return List.of();
      var names = new ArrayList<String>();
      for (int start = 0; start < list.length(); ) {
        int blank = list.indexOf(' ', start);
        int end = blank < 0 ? list.length() : blank;
        int to = start;
        while (to < end && "=<>~".indexOf(list.charAt(to)) < 0) to++;
        if (to > start && list.charAt(start) != '!') names.add(list.substring(start, to));
        start = end + 1;
      }
      return names;
    }
  }
}
