package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Tables of packages that a campaign poisoned, as Datadog publishes them with its indicators of
 * compromise: columns {@code package_name} and {@code package_version(s)} (npm's), {@code
 * artifact_type}, {@code name}, {@code affected_versions}, or {@code type} and {@code indicator}
 * ({@code npm package}, {@code axios@1.14.1}). Other rows (domains, files, images) name no package.
 */
final class MaliciousCsvFeed implements Feed {
  @Override
  public String name() {
    return "Malicious packages (CSV)";
  }

  @Override
  public boolean recognises(Sample sample) {
    List<String> header = Csv.header(sample);
    boolean plain = header.contains("package_version") || header.contains("package_versions");
    return (plain && header.contains("package_name"))
        || header.containsAll(List.of("artifact_type", "name", "affected_versions"))
        || header.containsAll(List.of("type", "indicator", "context"));
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    var csv = new Csv(file.text());
    List<String> header = csv.next();
    int kind = first(header, "artifact_type", "type");
    int name = first(header, "package_name", "name", "indicator");
    int versions = first(header, "package_version", "package_versions", "affected_versions");
    for (List<String> row = csv.next(); !row.isEmpty(); row = csv.next()) {
      String ecosystem = kind < 0 ? "npm" : ecosystem(cell(row, kind));
      String subject = cell(row, name);
      String listed = cell(row, versions);
      int at = subject.lastIndexOf('@');
      if (versions < 0 && at > 0) {
        listed = subject.substring(at + 1);
        subject = subject.substring(0, at);
      }
      if (ecosystem.isEmpty() || subject.isEmpty() || subject.length() > 150 || listed.isEmpty()) {
        sink.skip(SkipReason.WITHOUT_PACKAGE);
        continue;
      }
      record(file, ecosystem, subject, listed, sink);
    }
  }

  private static int first(List<String> header, String... names) {
    for (String name : names) if (header.contains(name)) return header.indexOf(name);
    return -1;
  }

  private static String cell(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column).strip() : "";
  }

  private static String ecosystem(String kind) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "npm package" -> "npm";
      case "pypi package" -> "PyPI";
      case "rubygems package", "gem" -> "RubyGems";
      case "github action" -> "GitHub Actions";
      case "go module" -> "Go";
      case "nuget package" -> "NuGet";
      default -> "";
    };
  }

  private static void record(
      FeedFile file, String ecosystem, String name, String listed, RecordSink sink)
      throws IOException {
    var versions = new TreeSet<String>();
    for (String version : listed.split("[,;|]", -1)) {
      String stripped = version.strip();
      while (stripped.startsWith("=")) stripped = stripped.substring(1).strip();
      // Words such as "0.2.0 to 0.2.6" are for people.
      if (!stripped.isEmpty() && stripped.indexOf(' ') < 0) versions.add(stripped);
    }
    if (versions.isEmpty()) {
      sink.skip(SkipReason.BAD_RANGE);
      return;
    }
    new RecordBuilder("IOC-" + ecosystem + "-" + name, "datadog-ioc")
        .title("Malicious versions of " + name + campaign(file))
        .malicious()
        .affects(ecosystem, name, List.of(), new ArrayList<>(versions))
        .finish(sink);
  }

  /** The folder is called by the campaign. */
  private static String campaign(FeedFile file) {
    String[] parts = file.path().split("/", -1);
    return parts.length < 2 ? "" : " (" + parts[parts.length - 2] + ")";
  }
}
