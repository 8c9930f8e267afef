package io.breakwater.inventory.internal.apk;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the database of apk: paragraphs of lines with a letter, a colon and a value. {@code F} is a
 * directory, and {@code R} a file in the directory named last.
 */
public final class ApkAnalyser implements Analyser {
  private static final int LARGEST = 256 * 1024 * 1024;
  private static final int LONGEST = 512;

  @Override
  public String name() {
    return "apk";
  }

  @Override
  public int version() {
    return 1;
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
    var paragraph = new Paragraph();
    while (lines.next()) {
      if (lines.isBlank()) {
        paragraph.tell(facts);
        paragraph = new Paragraph();
      } else if (lines.at(1) == ':') {
        paragraph.line(lines, facts);
      }
    }
    paragraph.tell(facts);
  }

  /** One package. */
  private static final class Paragraph {
    private String name = "";
    private String version = "";
    private String architecture = "";
    private String licence = "";
    private String origin = "";
    private String directory = "";

    void line(Lines lines, FactSink facts) {
      switch (lines.at(0)) {
        case 'P' -> name = lines.text(2);
        case 'V' -> version = lines.text(2);
        case 'A' -> architecture = lines.text(2);
        case 'L' -> licence = lines.text(2);
        case 'o' -> origin = lines.text(2);
        case 'F' -> directory = lines.text(2);
        case 'R' -> {
          String file = lines.text(2);
          if (Names.isName(name))
            facts.owns(name, directory.isEmpty() ? file : directory + "/" + file);
        }
        default -> {}
      }
    }

    void tell(FactSink facts) {
      if (!Names.isName(name)) return;
      if (name.length() > LONGEST || version.length() > LONGEST || architecture.length() > 64) {
        facts.notAnalysed("", NotAnalysed.Reason.LIMIT, "a package with a name beyond measure");
        return;
      }
      if (origin.isEmpty() || origin.length() > LONGEST) origin = name;
      Purl purl = Purl.of("apk", "unknown", name, version);
      if (!architecture.isEmpty()) purl = purl.withQualifier("arch", architecture);
      if (!origin.equals(name)) purl = purl.withQualifier("upstream", origin);
      facts.found(
          new FoundPackage(
              purl,
              name,
              version,
              version.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new SourcePackage(origin, version)),
              licence.isEmpty() ? List.of() : List.of(licence),
              "",
              ""));
    }
  }
}
