package io.breakwater.inventory.internal.dpkg;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.graph.PackageGraph;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The status file of dpkg, and of opkg after its example: one paragraph of {@code Field: value}
 * lines for each package that it knows. Field names are known in any case; a line that starts with
 * a blank goes on with the last field.
 */
public final class StatusFile {
  private static final int LONGEST = 512;

  /** Whose file it is. */
  public enum Format {
    /** Of Debian's package manager. */
    DPKG("deb"),
    /** Of OpenWrt's and Yocto's. Its source field is a path in a build tree, and no package. */
    OPKG("opkg");

    private final String purlType;

    Format(String purlType) {
      this.purlType = purlType;
    }
  }

  private final Format format;
  private final FactSink facts;
  private final PackageGraph graph;
  private final boolean alone;
  private String name = "";
  private String version = "";
  private String architecture = "";
  private String source = "";
  private String status = "";
  private String licence = "";
  private String depends = "";
  private String preDepends = "";
  private String provides = "";
  private boolean any;

  private StatusFile(Format format, boolean alone, FactSink facts) {
    this.format = format;
    this.alone = alone;
    this.facts = facts;
    this.graph = new PackageGraph(facts);
  }

  /** Tells of every package that is installed, as the file of a whole database does. */
  public static void read(byte[] bytes, Format format, FactSink facts) {
    new StatusFile(format, false, facts).read(new Lines(bytes));
  }

  /** Tells of the package that a file of its own describes. */
  static void readOne(byte[] bytes, FactSink facts) {
    new StatusFile(Format.DPKG, true, facts).read(new Lines(bytes));
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
    graph.report();
  }

  private void field(Lines lines) {
    switch (lines.at(0)) {
      case 'P', 'p' -> {
        if (lines.startsWithIgnoringCase("package:")) name = value(lines, "package:");
        else if (lines.startsWithIgnoringCase("provides:")) provides = value(lines, "provides:");
        else if (lines.startsWithIgnoringCase("pre-depends:")) {
          preDepends = value(lines, "pre-depends:");
        }
      }
      case 'V', 'v' -> {
        if (lines.startsWithIgnoringCase("version:")) version = value(lines, "version:");
      }
      case 'A', 'a' -> {
        if (lines.startsWithIgnoringCase("architecture:")) {
          architecture = value(lines, "architecture:");
        }
      }
      case 'S', 's' -> {
        if (lines.startsWithIgnoringCase("source:")) source = value(lines, "source:");
        if (lines.startsWithIgnoringCase("status:")) status = value(lines, "status:");
      }
      case 'D', 'd' -> {
        if (lines.startsWithIgnoringCase("depends:")) depends = value(lines, "depends:");
      }
      case 'L', 'l' -> {
        if (lines.startsWithIgnoringCase("license:")) licence = value(lines, "license:");
      }
      default -> {}
    }
  }

  private static String value(Lines lines, String field) {
    return lines.text(field.length());
  }

  private void end() {
    if (Names.isName(name) && isInstalled()) {
      if (name.length() > LONGEST || version.length() > LONGEST || architecture.length() > 64) {
        facts.notAnalysed("", NotAnalysed.Reason.LIMIT, "a package with a name beyond measure");
      } else {
        tell(found(), requires(), Relations.names(provides));
      }
    }
    any = false;
    name = "";
    version = "";
    architecture = "";
    source = "";
    status = "";
    licence = "";
    depends = "";
    preDepends = "";
    provides = "";
  }

  private void tell(FoundPackage pkg, List<String> requires, List<String> provided) {
    if (alone) {
      facts.found(pkg.with(pkg.traits().dependingOn(requires)).providing(provided));
      return;
    }
    graph.add(pkg, requires);
    for (String one : provided) graph.provide(one);
  }

  private List<String> requires() {
    if (preDepends.isEmpty()) return Relations.names(depends);
    var requires = new ArrayList<>(Relations.names(preDepends));
    requires.addAll(Relations.names(depends));
    return requires;
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
    Purl purl = Purl.of(format.purlType, "unknown", name, version);
    if (!architecture.isEmpty()) purl = purl.withQualifier("arch", architecture);
    return switch (format) {
      case DPKG -> debian(purl);
      case OPKG -> {
        boolean isName = !licence.isEmpty() && licence.length() <= LONGEST;
        List<String> licences = isName ? List.of(licence) : List.of();
        yield new FoundPackage(purl, name, version, Optional.empty(), licences, "", "");
      }
    };
  }

  private FoundPackage debian(Purl bare) {
    SourcePackage from = source();
    Purl purl = bare;
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
