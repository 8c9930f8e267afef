package io.breakwater.report;

import io.breakwater.model.Severity;
import io.breakwater.model.json.JsonOut;
import io.breakwater.report.Document.Component;
import io.breakwater.report.Document.Discovery;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * GitLab's report of container scanning, schema 15.0.7: what is wrong with packages. GitLab has no
 * place there for findings of other kinds.
 */
final class GitlabPrinter implements Printer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_IDENTIFIERS = 20;

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    var findings = new ArrayList<Discovery>();
    for (Discovery each : document.findings("vulnerability", "malicious-package")) {
      if (document.packageOf(each).isPresent()) findings.add(each);
    }
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("version", "15.0.7");
            json.object("scan", () -> scan(json, document));
            json.array("vulnerabilities", findings, each -> finding(json, document, each));
            json.array("remediations", List.<Discovery>of(), none -> {});
          });
    }
  }

  private static void scan(JsonOut json, Document document) throws IOException {
    for (String role : new String[] {"analyzer", "scanner"}) {
      json.object(
          role,
          () -> {
            json.text("id", "breakwater");
            json.text("name", "Breakwater");
            json.object("vendor", () -> json.text("name", "Breakwater"));
            json.text("version", document.version());
          });
    }
    json.text("start_time", TIME.format(document.started()));
    json.text("end_time", TIME.format(document.started().plusMillis(document.durationMs())));
    json.text("status", "success");
    json.text("type", "container_scanning");
  }

  private static void finding(JsonOut json, Document document, Discovery finding)
      throws IOException {
    Component about = document.packageOf(finding).orElseThrow();
    String mark = Fingerprint.of(Fingerprint.of(document, finding), about.purl(), about.id());
    json.text("id", Fingerprint.uuid(mark));
    json.text("name", Words.cut(finding.title(), 255));
    if (!finding.description().isEmpty()) json.text("description", finding.description());
    json.text("severity", severity(finding.severity()));
    String remedy = Words.remedy(document, finding);
    if (!remedy.isEmpty()) json.text("solution", Words.cut(remedy, 7_000));
    json.object(
        "location",
        () -> {
          json.object(
              "dependency",
              () -> {
                json.object("package", () -> json.text("name", about.name()));
                json.text("version", finding.installed());
              });
          String system = document.system();
          json.text("operating_system", system.isEmpty() ? "unknown" : system);
          json.text("image", image(document.imageName()));
        });
    var ids = new ArrayList<String>();
    ids.add(finding.id());
    for (String alias : finding.json().texts("aliases")) if (!ids.contains(alias)) ids.add(alias);
    List<String> links = finding.links();
    json.array(
        "identifiers",
        ids.subList(0, Math.min(MOST_IDENTIFIERS, ids.size())),
        id -> {
          json.text("type", type(id));
          json.text("name", id);
          json.text("value", id);
          for (String link : links) {
            if (link.endsWith("/" + id)) {
              json.text("url", link);
              break;
            }
          }
        });
    if (!links.isEmpty()) json.array("links", links, link -> json.text("url", link));
    json.object(
        "details",
        () -> {
          detail(json, "priority", "Priority", String.valueOf(finding.score()));
          detail(json, "origin", "Origin", Words.origin(finding.origin()));
          detail(json, "path", "Path", finding.place().path());
        });
  }

  private static void detail(JsonOut json, String key, String name, String value)
      throws IOException {
    json.object(
        key,
        () -> {
          json.text("type", "text");
          json.text("name", name);
          json.text("value", value.isEmpty() ? "-" : value);
        });
  }

  private static String type(String id) {
    int dash = id.indexOf('-');
    return dash < 1 ? "other" : id.substring(0, dash).toLowerCase(Locale.ROOT);
  }

  /** GitLab takes a name with at most a port and a tag. */
  private static String image(String name) {
    int at = name.indexOf('@');
    String plain = at > 0 ? name.substring(0, at) : name;
    for (String place : new String[] {"registry:", "podman:", "docker:", "containerd:"}) {
      if (plain.startsWith(place)) plain = plain.substring(place.length());
    }
    if (plain.isEmpty() || plain.startsWith(":")) return "image";
    int colon = plain.indexOf(':');
    boolean many = colon >= 0 && plain.indexOf(':', colon + 1) >= 0;
    boolean port = many && Character.isDigit(plain.charAt(colon + 1));
    return many && !port ? plain.replace(':', '/') : plain.endsWith(":") ? plain + "latest" : plain;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH, MEDIUM, LOW, UNKNOWN -> Words.capital(severity);
      case NEGLIGIBLE -> "Info";
    };
  }
}
