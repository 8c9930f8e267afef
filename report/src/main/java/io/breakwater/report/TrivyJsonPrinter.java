package io.breakwater.report;

import io.breakwater.model.Severity;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.JsonOut;
import io.breakwater.report.Document.Component;
import io.breakwater.report.Document.Discovery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report as Trivy's JSON, schema 2, for tools that read that. What Trivy has no word for, such
 * as priority and origin, is left out.
 */
final class TrivyJsonPrinter implements Printer {
  @Override
  public String name() {
    return "trivy-json";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.object(() -> new Writer(document, json).write());
    }
  }

  private record Writer(Document document, JsonOut json) {
    void write() throws IOException {
      json.number("SchemaVersion", 2);
      json.object("Trivy", () -> json.text("Version", "breakwater-" + document.version()));
      json.text("CreatedAt", document.started().toString());
      String digest = document.image().text("configDigest");
      if (!digest.isEmpty()) json.text("ArtifactID", digest);
      json.text("ArtifactName", document.imageName());
      boolean isImage = !document.layers().isEmpty() || !digest.isEmpty();
      json.text("ArtifactType", isImage ? "container_image" : "filesystem");
      json.object("Metadata", () -> metadata(digest));
      json.array("Results", TrivyResult.of(document), this::result);
    }

    private void metadata(String digest) throws IOException {
      Json.Obj image = document.image();
      long size = image.number("size").orElse(0);
      if (size > 0) json.number("Size", size);
      Json.Obj os = image.object("os");
      if (!document.system().isEmpty()) {
        json.object(
            "OS",
            () -> {
              json.text("Family", os.text("id"));
              json.text("Name", os.text("version"));
              if (os.object("endOfLife").text("state").equals("ended")) json.bool("EOSL", true);
            });
      }
      if (!digest.isEmpty()) json.text("ImageID", digest);
      if (document.layers().isEmpty()) return;
      json.texts("DiffIDs", document.layers().stream().map(l -> l.text("diffId")).toList());
      if (!image.text("digest").isEmpty()) {
        String name = document.imageName();
        int at = name.indexOf('@');
        String plain = at < 0 ? name : name.substring(0, at);
        int tag = plain.indexOf(':', plain.lastIndexOf('/') + 1);
        if (tag > 0) plain = plain.substring(0, tag);
        json.texts("RepoDigests", List.of(plain + "@" + image.text("digest")));
      }
      json.text("Reference", document.imageName());
      json.object("ImageConfig", () -> imageConfig(image));
      json.array(
          "Layers",
          document.layers(),
          layer -> {
            json.number("Size", layer.number("size").orElse(0));
            json.text("Digest", layer.text("digest"));
            json.text("DiffID", layer.text("diffId"));
          });
    }

    private void imageConfig(Json.Obj image) throws IOException {
      String[] platform = image.text("platform").split("/", 3);
      json.text("architecture", platform.length > 1 ? platform[1] : "");
      if (!image.text("created").isEmpty()) json.text("created", image.text("created"));
      json.array(
          "history",
          document.layers(),
          layer -> json.text("created_by", layer.text("instruction")));
      json.text("os", platform[0]);
      json.object(
          "rootfs",
          () -> {
            json.text("type", "layers");
            json.texts("diff_ids", document.layers().stream().map(l -> l.text("diffId")).toList());
          });
      Json.Obj settings = image.object("settings");
      json.object(
          "config",
          () -> {
            if (!settings.array("command").isEmpty()) json.texts("Cmd", settings.texts("command"));
            if (!settings.array("entrypoint").isEmpty()) {
              json.texts("Entrypoint", settings.texts("entrypoint"));
            }
            if (!settings.text("user").isEmpty()) json.text("User", settings.text("user"));
            if (!settings.text("workingDirectory").isEmpty()) {
              json.text("WorkingDir", settings.text("workingDirectory"));
            }
          });
    }

    private void result(TrivyResult result) throws IOException {
      json.text("Target", result.target());
      json.text("Class", result.kind());
      if (!result.type().isEmpty()) json.text("Type", result.type());
      if (!result.packages().isEmpty()) json.array("Packages", result.packages(), this::component);
      if (result.findings().isEmpty()) return;
      switch (result.kind()) {
        case "secret" -> json.array("Secrets", result.findings(), this::secret);
        case "license" -> json.array("Licenses", result.findings(), this::licence);
        case "config" -> {
          json.object(
              "MisconfSummary",
              () -> {
                json.number("Successes", 0);
                json.number("Failures", result.findings().size());
              });
          json.array("Misconfigurations", result.findings(), this::misconfiguration);
        }
        default -> json.array("Vulnerabilities", result.findings(), this::vulnerability);
      }
    }

    private static String id(Component about) {
      return about.version().isEmpty() ? about.name() : about.name() + "@" + about.version();
    }

    private void identifier(String name, Component about) throws IOException {
      json.object(
          name,
          () -> {
            json.text("PURL", about.purl());
            json.text("UID", Fingerprint.of(about.id()).substring(0, 16));
          });
    }

    private void layer(String diffId) throws IOException {
      int number = document.layerNumber(diffId);
      if (number == 0) return;
      Json.Obj layer = document.layers().get(number - 1);
      json.object(
          "Layer",
          () -> {
            json.text("Digest", layer.text("digest"));
            json.text("DiffID", layer.text("diffId"));
          });
    }

    private void component(Component about) throws IOException {
      json.text("ID", id(about));
      json.text("Name", about.name());
      identifier("Identifier", about);
      json.text("Version", about.version());
      Json.Obj source = about.json().object("source");
      if (!source.text("name").isEmpty()) {
        json.text("SrcName", source.text("name"));
        json.text("SrcVersion", source.text("version"));
      }
      var licences = about.json().texts("licences");
      if (!licences.isEmpty()) json.texts("Licenses", licences);
      var needs = new ArrayList<String>();
      for (String id : about.json().texts("dependsOn")) {
        document.packageOf(id).ifPresent(other -> needs.add(id(other)));
      }
      if (!needs.isEmpty()) json.texts("DependsOn", needs);
      layer(about.place().layer());
      if (!about.ofSystem()) json.text("FilePath", relative(about.place().path()));
    }

    private void vulnerability(Discovery finding) throws IOException {
      json.text("VulnerabilityID", finding.id());
      Component about = document.packageOf(finding).orElseThrow();
      json.text("PkgID", id(about));
      json.text("PkgName", about.name());
      if (!about.ofSystem()) json.text("PkgPath", relative(about.place().path()));
      identifier("PkgIdentifier", about);
      json.text("InstalledVersion", finding.installed());
      if (!finding.fixed().isEmpty()) json.text("FixedVersion", finding.fixed());
      json.text("Status", status(finding));
      layer(finding.place().layer());
      Json.Obj source = finding.json().object("source");
      json.text("SeveritySource", source.text("provider"));
      if (!finding.links().isEmpty()) json.text("PrimaryURL", finding.links().getFirst());
      json.object(
          "DataSource",
          () -> {
            json.text("ID", source.text("provider"));
            json.text("Name", source.text("provider"));
          });
      json.text("Fingerprint", "sha256:" + Fingerprint.of(document, finding).repeat(2));
      json.text("Title", finding.title());
      if (!finding.description().isEmpty()) json.text("Description", finding.description());
      json.text("Severity", severity(finding.severity()));
      if (!finding.json().texts("cwes").isEmpty()) {
        json.texts("CweIDs", finding.json().texts("cwes"));
      }
      var vendors = new TreeMap<String, Integer>();
      for (Json.Obj each : finding.json().objects("opinions")) {
        Severity word = Severity.parse(each.text("severity")).orElse(Severity.UNKNOWN);
        if (word != Severity.UNKNOWN) vendors.putIfAbsent(each.text("provider"), level(word));
      }
      if (!vendors.isEmpty()) {
        json.object(
            "VendorSeverity",
            () -> {
              for (var each : vendors.entrySet()) json.number(each.getKey(), each.getValue());
            });
      }
      cvss(finding);
      if (!finding.links().isEmpty()) json.texts("References", finding.links());
      String published = finding.json().text("published");
      if (!published.isEmpty()) json.text("PublishedDate", published + "T00:00:00Z");
    }

    private void cvss(Discovery finding) throws IOException {
      var sources = new TreeMap<String, Map<String, Json.Obj>>();
      for (Json.Obj each : finding.json().objects("cvss")) {
        String vector = each.text("vector");
        String form =
            vector.startsWith("CVSS:4.0/") ? "V40" : vector.startsWith("CVSS:3") ? "V3" : "V2";
        sources
            .computeIfAbsent(each.text("source"), none -> new TreeMap<>())
            .putIfAbsent(form, each);
      }
      if (sources.isEmpty()) return;
      json.object(
          "CVSS",
          () -> {
            for (var source : sources.entrySet()) {
              json.object(
                  source.getKey(),
                  () -> {
                    for (var each : source.getValue().entrySet()) {
                      json.text(each.getKey() + "Vector", each.getValue().text("vector"));
                      double score = Document.number(each.getValue(), "score");
                      json.number(each.getKey() + "Score", score);
                    }
                  });
            }
          });
    }

    private void secret(Discovery finding) throws IOException {
      int line = Math.max(1, finding.place().line());
      json.text("RuleID", finding.id());
      json.text("Category", "general");
      json.text("Severity", severity(finding.severity()));
      json.text("Title", finding.title());
      json.number("StartLine", line);
      json.number("EndLine", line);
      String seen = Words.line(finding.evidence());
      json.object(
          "Code",
          () ->
              json.array(
                  "Lines",
                  List.of(seen),
                  content -> {
                    json.number("Number", line);
                    json.text("Content", content);
                    json.bool("IsCause", true);
                    json.text("Annotation", "");
                    json.bool("Truncated", false);
                    json.text("Highlighted", content);
                    json.bool("FirstCause", true);
                    json.bool("LastCause", true);
                  }));
      json.text("Match", seen);
      layer(finding.place().layer());
    }

    private void misconfiguration(Discovery finding) throws IOException {
      json.text("Type", "Breakwater " + finding.kind() + " check");
      json.text("ID", finding.id());
      json.text("Title", finding.title());
      json.text("Description", finding.description());
      String seen = finding.evidence();
      json.text("Message", seen.isEmpty() ? finding.title() : seen);
      json.text("Namespace", "breakwater." + finding.kind());
      json.text("Query", "");
      json.text("Resolution", finding.json().text("remediation"));
      json.text("Severity", severity(finding.severity()));
      if (!finding.links().isEmpty()) json.text("PrimaryURL", finding.links().getFirst());
      json.texts("References", finding.links());
      json.text("Status", "FAIL");
      layer(finding.place().layer());
      json.object(
          "CauseMetadata",
          () -> {
            json.text("Provider", "Breakwater");
            json.text("Service", finding.kind());
            int line = finding.place().line();
            if (line > 0) {
              json.number("StartLine", line);
              json.number("EndLine", line);
            }
          });
    }

    private void licence(Discovery finding) throws IOException {
      json.text("Severity", severity(finding.severity()));
      json.text("Category", "unknown");
      String part = finding.json().text("part");
      json.text("PkgName", document.packageOf(finding).map(Component::name).orElse(part));
      json.text("FilePath", relative(finding.place().path()));
      json.text("Name", finding.evidence().isEmpty() ? finding.id() : finding.evidence());
      json.text("Text", finding.description());
      json.number("Confidence", 1);
      json.text("Link", finding.links().isEmpty() ? "" : finding.links().getFirst());
    }

    private static String relative(String path) {
      return path.startsWith("/") ? path.substring(1) : path;
    }

    private static String status(Discovery finding) {
      if (finding.kind().equals("malicious-package")) return "affected";
      return switch (finding.json().text("fixState")) {
        case "fixed" -> "fixed";
        case "wont-fix" -> "will_not_fix";
        case "end-of-life" -> "end_of_life";
        case "under-investigation" -> "under_investigation";
        default -> "affected";
      };
    }

    private static String severity(Severity severity) {
      return severity == Severity.NEGLIGIBLE ? "LOW" : severity.name().toUpperCase(Locale.ROOT);
    }

    private static int level(Severity severity) {
      return switch (severity) {
        case CRITICAL -> 4;
        case HIGH -> 3;
        case MEDIUM -> 2;
        case LOW, NEGLIGIBLE -> 1;
        case UNKNOWN -> 0;
      };
    }
  }

  /** What Trivy calls a result: findings of one kind in one place. */
  record TrivyResult(
      String target, String kind, String type, List<Component> packages, List<Discovery> findings) {

    static List<TrivyResult> of(Document document) {
      var results = new LinkedHashMap<String, TrivyResult>();
      String system = document.system();
      String family = document.image().object("os").text("id");
      for (boolean ofSystem : new boolean[] {true, false}) {
        for (Component each : document.packages()) {
          if (each.ofSystem() != ofSystem) continue;
          of(document, results, each, system, family).packages().add(each);
        }
      }
      for (Discovery each : document.findings("vulnerability", "malicious-package")) {
        document
            .packageOf(each)
            .ifPresent(p -> of(document, results, p, system, family).findings().add(each));
      }
      for (Discovery each : document.findings()) {
        String kind =
            switch (each.kind()) {
              case "vulnerability", "malicious-package" -> "";
              case "secret" -> "secret";
              case "licence" -> "license";
              default -> "config";
            };
        if (kind.isEmpty()) continue;
        String path = each.place().path();
        String target = kind.equals("license") ? "Loose File License(s)" : path;
        results
            .computeIfAbsent(kind + "\n" + target, none -> empty(target, kind, typeOf(kind)))
            .findings()
            .add(each);
      }
      return List.copyOf(results.values());
    }

    private static String typeOf(String kind) {
      return kind.equals("config") ? "image" : "";
    }

    private static TrivyResult empty(String target, String kind, String type) {
      return new TrivyResult(target, kind, type, new ArrayList<>(), new ArrayList<>());
    }

    private static TrivyResult of(
        Document document,
        Map<String, TrivyResult> results,
        Component each,
        String system,
        String family) {
      if (each.ofSystem()) {
        String suffix = system.isEmpty() ? "" : " (" + system + ")";
        return results.computeIfAbsent(
            "os", none -> empty(document.imageName() + suffix, "os-pkgs", family));
      }
      String declared = each.json().text("presence").equals("declared") ? "declared" : "";
      String type = language(each.type(), !declared.isEmpty());
      String collected = declared.isEmpty() ? collected(type) : "";
      String path = each.place().path();
      String target = collected.isEmpty() ? path.substring(Math.min(1, path.length())) : collected;
      return results.computeIfAbsent(
          "lang\n" + type + "\n" + target, none -> empty(target, "lang-pkgs", type));
    }

    private static String language(String purlType, boolean declared) {
      return switch (purlType) {
        case "npm" -> declared ? "npm" : "node-pkg";
        case "pypi" -> declared ? "pip" : "python-pkg";
        case "maven" -> declared ? "pom" : "jar";
        case "gem" -> declared ? "bundler" : "gemspec";
        case "golang" -> declared ? "gomod" : "gobinary";
        case "cargo" -> declared ? "cargo" : "rustbinary";
        case "composer" -> declared ? "composer" : "composer-vendor";
        case "nuget" -> declared ? "nuget" : "dotnet-core";
        case "conda" -> "conda-pkg";
        default -> purlType;
      };
    }

    /** The name under which Trivy lists all packages of some kinds, wherever they lie. */
    private static String collected(String type) {
      return switch (type) {
        case "node-pkg" -> "Node.js";
        case "python-pkg" -> "Python";
        case "jar" -> "Java";
        case "gemspec" -> "Ruby";
        case "conda-pkg" -> "Conda";
        default -> "";
      };
    }
  }
}
