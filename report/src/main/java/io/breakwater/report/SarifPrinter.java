package io.breakwater.report;

import io.breakwater.model.Severity;
import io.breakwater.report.Document.Component;
import io.breakwater.report.Document.Discovery;
import io.breakwater.report.SarifLog.Acceptance;
import io.breakwater.report.SarifLog.Place;
import io.breakwater.report.SarifLog.Result;
import io.breakwater.report.SarifLog.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SARIF for code hosts. Where the Dockerfile is given, a finding stands at the instruction that
 * brought it, else at its path in the image, as if that were a file of the project.
 */
final class SarifPrinter implements Printer {
  private static final int MOST_LINKS = 10;

  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    Map<String, BuildFile.Step> steps =
        context.buildFile().map(file -> file.stepsOf(document)).orElse(Map.of());
    var rules = new LinkedHashMap<String, Rule>();
    var results = new ArrayList<Result>();
    for (Discovery each : document.findings()) {
      rules.merge(each.id(), rule(document, each), SarifPrinter::worse);
      results.add(result(document, each, places(document, each, context, steps), Optional.empty()));
    }
    for (Discovery each : document.suppressed()) {
      rules.putIfAbsent(each.id(), rule(document, each));
      List<Place> places = List.of(new Place(suppressedAt(document, each), 1, 0, 0, ""));
      String reason = each.json().text("status") + ": " + each.json().text("reason");
      results.add(result(document, each, places, Optional.of(new Acceptance(Words.line(reason)))));
    }
    var notes = new ArrayList<String>();
    for (var each : document.notAnalysed()) {
      notes.add("not analysed: " + Words.line(each.text("path") + ": " + each.text("reason")));
    }
    var about = new LinkedHashMap<String, String>();
    about.put("image", document.imageName());
    about.put("digest", document.image().text("digest"));
    about.put("os", document.system());
    about.put("database", document.json().object("database").text("digest"));
    about.values().removeIf(String::isEmpty);
    new SarifLog(document.version(), List.copyOf(rules.values()), results, notes, about).write(out);
  }

  /** The same rule of two findings: as bad as the worse one. */
  private static Rule worse(Rule a, Rule b) {
    return b.score() > a.score() ? b : a;
  }

  private static Rule rule(Document document, Discovery finding) {
    String why = Words.lines(finding.description());
    List<String> links = finding.links();
    String remedy = Words.line(Words.remedy(document, finding));
    var text = new StringBuilder();
    var markdown = new StringBuilder("**").append(Markdown.text(finding.title())).append("**\n");
    if (!why.isBlank()) {
      text.append(why).append('\n');
      markdown.append('\n').append(Markdown.text(Words.cut(why, 4_000))).append('\n');
    }
    if (!remedy.isEmpty()) {
      text.append("What to do: ").append(remedy).append('\n');
      markdown.append("\n*What to do:* ").append(Markdown.text(remedy)).append('\n');
    }
    int shown = Math.min(MOST_LINKS, links.size());
    if (shown > 0) markdown.append('\n');
    for (String link : links.subList(0, shown)) {
      text.append(link).append('\n');
      markdown.append("- <").append(link).append(">\n");
    }
    var tags = new ArrayList<String>();
    tags.add("security");
    tags.add(finding.kind());
    tags.addAll(finding.json().texts("cwes"));
    tags.addAll(finding.json().texts("aliases"));
    Severity severity = finding.severity();
    return new Rule(
        finding.id(),
        Words.line(finding.title()),
        why,
        text.isEmpty() ? finding.title() : text.toString().strip(),
        markdown.toString().strip(),
        links.isEmpty() ? "" : links.getFirst(),
        severity,
        finding.cvss().orElse(Words.score(severity)),
        tags);
  }

  private static Result result(
      Document document, Discovery finding, List<Place> places, Optional<Acceptance> accepted) {
    var properties = new LinkedHashMap<String, String>();
    document
        .packageOf(finding)
        .ifPresent(
            p -> {
              properties.put("package", p.purl());
              properties.put("fixedVersion", finding.fixed());
            });
    if (accepted.isEmpty()) {
      properties.put("priority", String.valueOf(finding.score()));
      properties.put("origin", finding.origin().id());
      properties.put("path", finding.place().path());
      properties.put("layer", finding.place().layer());
    }
    properties.values().removeIf(String::isEmpty);
    String path = accepted.isEmpty() ? "" : suppressedAt(document, finding);
    String mark =
        accepted.isEmpty()
            ? Fingerprint.of(document, finding)
            : Fingerprint.of("suppressed", finding.kind(), finding.id(), path);
    return new Result(
        finding.id(),
        finding.severity(),
        message(document, finding),
        places,
        mark,
        accepted,
        properties);
  }

  private static String message(Document document, Discovery finding) {
    Optional<Component> about = document.packageOf(finding);
    if (about.isEmpty()) {
      String seen = finding.evidence().isEmpty() ? "" : ": " + finding.evidence();
      return Words.line(finding.title() + seen);
    }
    String fix = finding.fixed().isEmpty() ? "no fixed version" : "fixed in " + finding.fixed();
    if (finding.kind().equals("malicious-package")) fix = "malicious: remove it";
    return Words.line(
        about.get().name() + " " + finding.installed() + ": " + finding.title() + " (" + fix + ")");
  }

  private static List<Place> places(
      Document document, Discovery finding, Context context, Map<String, BuildFile.Step> steps) {
    Document.Place at = finding.place();
    int number = document.layerNumber(at.layer());
    String instruction = Words.line(document.instruction(at.layer()));
    String layer = number == 0 ? "" : "layer " + number;
    if (!instruction.isEmpty()) layer += ": " + instruction;
    BuildFile.Step step = steps.get(at.layer());
    if (step != null && context.buildFile().isPresent()) {
      String note = Words.line(at.path()) + (layer.isEmpty() ? "" : ", " + layer);
      return List.of(new Place(context.buildFile().get().name(), step.line(), 0, step.end(), note));
    }
    return List.of(new Place(relative(at.path()), Math.max(1, at.line()), 0, 0, layer));
  }

  private static String suppressedAt(Document document, Discovery finding) {
    return relative(document.packageOf(finding).map(p -> p.place().path()).orElse("/"));
  }

  /** A path in the image as code hosts take it: relative, and never empty. */
  private static String relative(String path) {
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') start++;
    return start == path.length() ? "image-configuration" : path.substring(start);
  }
}
