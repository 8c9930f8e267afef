package io.breakwater.inventory.internal.dpkg;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import java.util.List;
import java.util.Optional;

/**
 * The status file of dpkg: one paragraph of {@code Field: value} lines for each package that it
 * knows. Field names are known in any case; a line that starts with a blank goes on with the last
 * field.
 */
final class StatusFile {
  private static final int LONGEST = 512;

  private final FactSink facts;
  private String name = "";
  private String version = "";
  private String architecture = "";
  private String source = "";
  private String status = "";
  private boolean any;

  private StatusFile(FactSink facts) {
    this.facts = facts;
  }

  /** Tells of every package that is installed. */
  static void read(byte[] bytes, FactSink facts) {
    new StatusFile(facts).read(new Lines(bytes));
  }

  private void read(Lines lines) {
    while (lines.next()) {
      if (lines.isBlank()) {
        if (any) end();
      } else {
        any = true;
        field(lines);
      }
    }
    if (any) end();
  }

  private void field(Lines lines) {
    switch (lines.at(0)) {
      case 'P', 'p' -> {
        if (lines.startsWithIgnoringCase("package:")) name = lines.text("package:".length());
      }
      case 'V', 'v' -> {
        if (lines.startsWithIgnoringCase("version:")) version = lines.text("version:".length());
      }
      case 'A', 'a' -> {
        if (lines.startsWithIgnoringCase("architecture:")) {
          architecture = lines.text("architecture:".length());
        }
      }
      case 'S', 's' -> {
        if (lines.startsWithIgnoringCase("source:")) source = lines.text("source:".length());
        if (lines.startsWithIgnoringCase("status:")) status = lines.text("status:".length());
      }
      default -> {}
    }
  }

  private void end() {
    if (Names.isName(name) && isInstalled()) {
      if (name.length() > LONGEST || version.length() > LONGEST || architecture.length() > 64) {
        facts.notAnalysed("", NotAnalysed.Reason.LIMIT, "a package with a name beyond measure");
      } else {
        facts.found(found());
      }
    }
    any = false;
    name = "";
    version = "";
    architecture = "";
    source = "";
    status = "";
  }

  /**
   * The third word says whether it is there; the first only what is wished for it. In the files of
   * distroless images nothing is said, as there is nothing but what is installed.
   */
  private boolean isInstalled() {
    if (status.isEmpty()) return true;
    return status.substring(status.lastIndexOf(' ') + 1).equals("installed");
  }

  private FoundPackage found() {
    SourcePackage from = source();
    Purl purl = Purl.of("deb", "unknown", name, version);
    if (!architecture.isEmpty()) purl = purl.withQualifier("arch", architecture);
    if (!from.name().equals(name) || !from.version().equals(version)) {
      boolean sameVersion = from.version().equals(version);
      purl =
          purl.withQualifier(
              "upstream", sameVersion ? from.name() : from.name() + "@" + from.version());
    }
    return new FoundPackage(
        purl,
        name,
        version,
        from.version().isEmpty() ? Optional.empty() : Optional.of(from),
        List.of(),
        "",
        "");
  }

  /** {@code glibc} or {@code glibc (2.36-9)}; what is left out is the package's own. */
  private SourcePackage source() {
    if (source.isEmpty() || source.length() > LONGEST) return new SourcePackage(name, version);
    int open = source.indexOf('(');
    if (open < 0) return new SourcePackage(source, version);
    int close = source.indexOf(')', open);
    String sourceName = source.substring(0, open).strip();
    String sourceVersion = source.substring(open + 1, close < 0 ? source.length() : close).strip();
    return new SourcePackage(
        sourceName.isEmpty() ? name : sourceName,
        sourceVersion.isEmpty() ? version : sourceVersion);
  }
}
