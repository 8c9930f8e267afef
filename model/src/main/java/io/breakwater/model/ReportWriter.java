package io.breakwater.model;

import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes the {@link ScanReport} as JSON, as docs/report.schema.json describes it. A field is left
 * out where there is nothing to say, and only where the schema does not require it.
 */
public final class ReportWriter {
  private ReportWriter() {}

  /** Writes a report as UTF-8 and leaves the stream open. */
  public static void write(ScanReport report, OutputStream out) throws IOException {
    write(report, Optional.empty(), out);
  }

  /** Writes a report, with what a gate decided, as UTF-8 and leaves the stream open. */
  public static void write(ScanReport report, Optional<Decision> decision, OutputStream out)
      throws IOException {
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("schemaVersion", ScanReport.SCHEMA_VERSION);
            json.object("image", () -> image(json, report));
            json.array("components", report.components(), c -> component(json, c));
            json.text("judged", report.judged().id());
            json.array("findings", report.findings(), f -> finding(json, f));
            SuppressionsWriter.write(report.suppressions(), json);
            json.array("notAnalysed", report.notAnalysed(), n -> notAnalysed(json, n));
            json.object("database", () -> database(json, report));
            json.object(
                "tool",
                () -> {
                  json.text("name", report.tool().name());
                  json.text("version", report.tool().version());
                });
            json.text("started", instant(report.started()));
            json.number("durationMs", report.duration().toMillis());
            if (decision.isPresent()) DecisionWriter.write(decision.get(), json);
          });
    }
  }

  private static void image(JsonOut json, ScanReport report) throws IOException {
    ImageInfo image = report.image();
    json.text("name", image.name());
    json.text("foundIn", image.foundIn());
    json.optional("digest", image.digest());
    json.optional("configDigest", image.configDigest());
    json.text("platform", image.platform().toString());
    json.object(
        "os",
        () -> {
          json.text("id", image.os().id());
          json.text("version", image.os().version());
          json.text("family", image.os().family());
          json.text("name", image.os().name());
          if (!image.os().programme().isEmpty()) json.text("programme", image.os().programme());
          if (image.os().known()) json.object("endOfLife", () -> endOfLife(json, report));
        });
    json.number("size", image.size());
    json.optional("created", image.created().map(ReportWriter::instant));
    json.object(
        "settings",
        () -> {
          json.text("user", image.settings().user());
          json.texts("entrypoint", image.settings().entrypoint());
          json.texts("command", image.settings().command());
          json.text("workingDirectory", image.settings().workingDirectory());
          json.texts("variables", image.settings().variables());
          json.texts("ports", image.settings().ports());
          json.texts("volumes", image.settings().volumes());
        });
    if (image.base().isPresent()) {
      BaseImage base = image.base().get();
      json.object(
          "base",
          () -> {
            json.text("name", base.name());
            json.optional("digest", base.digest());
            json.number("layers", base.layers());
            json.text("reason", base.reason().id());
            json.text("confidence", base.confidence().id());
          });
    }
    json.array(
        "layers",
        image.layers(),
        layer -> {
          json.text("digest", layer.digest().toString());
          json.text("diffId", layer.diffId().toString());
          json.number("size", layer.size());
          json.text("instruction", layer.instruction());
          switch (layer.origin()) {
            case BASE -> json.bool("base", true);
            case OWN -> json.bool("base", false);
            case UNKNOWN -> json.nothing("base");
          }
        });
  }

  private static void endOfLife(JsonOut json, ScanReport report) throws IOException {
    var end = report.endOfLife();
    json.text("state", end.on(report.day()).id());
    json.optional("standard", end.standard().map(LocalDate::toString));
    json.optional("extended", end.extended().map(LocalDate::toString));
    if (!end.programme().isEmpty()) json.text("programme", end.programme());
  }

  private static void component(JsonOut json, Component component) throws IOException {
    json.text("id", component.id());
    json.text("purl", component.purl().toString());
    json.text("type", component.type());
    json.text("name", component.name());
    json.text("version", component.version());
    json.array("locations", component.locations(), at -> location(json, at));
    if (component.source().isPresent()) {
      SourcePackage source = component.source().get();
      json.object(
          "source",
          () -> {
            json.text("name", source.name());
            json.text("version", source.version());
          });
    }
    json.texts("licences", component.licences());
    json.optional("ownedBy", component.ownedBy());
    if (component.introducedIn().isPresent()) {
      Component.Introduction introduced = component.introducedIn().get();
      json.object(
          "introducedIn",
          () -> {
            json.text("layer", introduced.layer().toString());
            json.text("instruction", introduced.instruction());
          });
    }
    json.text("origin", component.origin().id());
    FindingJson.evidence(json, component.evidence());
    PackageTraits traits = component.traits();
    json.text("presence", traits.presence().id());
    json.text("scope", traits.scope().id());
    if (!traits.dependsOn().isEmpty()) json.texts("dependsOn", traits.dependsOn());
    if (!traits.hashes().isEmpty()) {
      json.texts("hashes", traits.hashes().stream().map(Digest::toString).toList());
    }
    if (!traits.cpes().isEmpty()) json.texts("cpes", traits.cpes());
  }

  private static void finding(JsonOut json, Finding finding) throws IOException {
    json.text("kind", finding.kind());
    json.text("id", finding.id());
    switch (finding) {
      case Finding.Vulnerability hole -> vulnerability(json, hole);
      case Finding.MaliciousPackage malicious -> malicious(json, malicious);
      case Finding.OfCheck found -> ofCheck(json, found);
    }
  }

  private static void vulnerability(JsonOut json, Finding.Vulnerability hole) throws IOException {
    json.texts("aliases", hole.aliases());
    json.text("title", hole.title());
    json.text("description", hole.description());
    json.text("severity", hole.severity().id());
    json.object("priority", () -> priority(json, hole.priority()));
    json.text("component", hole.component());
    json.text("installedVersion", hole.installedVersion());
    json.optional("fixedVersion", hole.fixedVersion());
    json.text("fixState", hole.fixState().id());
    json.text("origin", hole.origin().id());
    json.object("location", () -> location(json, hole.location()));
    json.texts("references", hole.references());
    source(json, hole.source());
    FindingJson.ratings(json, hole);
    if (hole.epss().isPresent()) json.number("epss", hole.epss().getAsDouble());
    if (hole.exploited().isPresent()) {
      Finding.KnownExploited exploited = hole.exploited().get();
      json.object(
          "knownExploited",
          () -> {
            json.optional("since", exploited.since().map(LocalDate::toString));
            json.bool("ransomware", exploited.ransomware());
          });
    }
    HoleFacts facts = hole.facts();
    json.optional("published", facts.published().map(LocalDate::toString));
    json.texts("cwes", facts.cwes());
    json.array(
        "exploits",
        facts.exploits(),
        exploit -> {
          json.text("source", exploit.source());
          json.text("maturity", exploit.maturity().id());
          json.text("reference", exploit.reference());
        });
    FindingJson.opinions(json, hole);
    json.object(
        "reach",
        () -> {
          json.text("state", hole.reach().state().id());
          json.text("evidence", hole.reach().evidence());
        });
  }

  private static void malicious(JsonOut json, Finding.MaliciousPackage malicious)
      throws IOException {
    json.texts("aliases", malicious.aliases());
    json.text("title", malicious.title());
    json.text("description", malicious.description());
    json.text("severity", malicious.severity().id());
    json.object("priority", () -> priority(json, malicious.priority()));
    json.text("component", malicious.component());
    json.text("installedVersion", malicious.installedVersion());
    json.text("origin", malicious.origin().id());
    json.object("location", () -> location(json, malicious.location()));
    json.texts("references", malicious.references());
    source(json, malicious.source());
  }

  private static void ofCheck(JsonOut json, Finding.OfCheck found) throws IOException {
    Check check = found.check();
    json.texts("aliases", check.aliases());
    json.text("title", found.title());
    json.text("description", check.why().english());
    json.text("severity", found.severity().id());
    json.text("confidence", found.confidence().id());
    json.object("priority", () -> priority(json, found.priority()));
    json.text("origin", found.origin().id());
    json.object("location", () -> location(json, found.location()));
    if (!found.part().isEmpty()) json.text("part", found.part());
    json.text("standing", found.standing().id());
    if (!found.evidence().isEmpty()) json.text("evidence", found.evidence());
    json.text("remediation", check.remedy().english());
    json.texts("references", check.references());
  }

  private static void source(JsonOut json, Finding.Source source) throws IOException {
    json.object(
        "source",
        () -> {
          json.text("provider", source.provider());
          json.text("record", source.record());
        });
  }

  private static void priority(JsonOut json, Priority priority) throws IOException {
    json.number("score", priority.score());
    FindingJson.terms(json, priority);
  }

  private static void location(JsonOut json, Location location) throws IOException {
    json.optional("layer", location.layer());
    json.text("path", location.path());
    if (location.line() > 0) json.number("line", location.line());
  }

  private static void notAnalysed(JsonOut json, NotAnalysed what) throws IOException {
    json.text("path", what.path());
    json.optional("layer", what.layer());
    String reason = what.reason().text().in(Language.ENGLISH);
    json.text("reason", what.detail().isEmpty() ? reason : reason + ": " + what.detail());
  }

  private static void database(JsonOut json, ScanReport report) throws IOException {
    DatabaseInfo database = report.database();
    LocalDate today = report.day();
    json.text("digest", database.digest().toString());
    json.bool("starter", database.starter());
    json.optional("date", database.date(today).map(LocalDate::toString));
    json.array(
        "providers",
        database.providers(),
        provider -> {
          json.text("name", provider.name());
          json.optional("date", provider.date().map(LocalDate::toString));
          json.number("records", provider.records());
        });
    json.array(
        "notCovered",
        database.notCovered(),
        missing -> {
          json.text("ecosystem", missing.ecosystem());
          json.number("components", missing.components());
        });
  }

  private static String instant(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
