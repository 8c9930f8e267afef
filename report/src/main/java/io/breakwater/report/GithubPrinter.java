package io.breakwater.report;

import io.breakwater.model.json.JsonOut;
import io.breakwater.report.Document.Component;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in the image, as a snapshot for GitHub's dependency submission API. Commit, reference and
 * job are those of the GitHub Actions job that it runs in.
 */
final class GithubPrinter implements Printer {
  @Override
  public String name() {
    return "github";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    Map<String, String> environment = context.environment();
    var manifests = new LinkedHashMap<String, List<Component>>();
    String system = document.system();
    String image = document.imageName();
    for (Component each : document.packages()) {
      String path = each.place().path();
      String name =
          each.ofSystem() || path.equals("/")
              ? image + (system.isEmpty() ? "" : " (" + system + ")")
              : path.substring(path.startsWith("/") ? 1 : 0);
      manifests.computeIfAbsent(name, none -> new ArrayList<>()).add(each);
    }
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.number("version", 0);
            json.object(
                "job",
                () -> {
                  String job = environment.getOrDefault("GITHUB_JOB", "scan");
                  String flow = environment.getOrDefault("GITHUB_WORKFLOW", "breakwater");
                  json.text("correlator", flow + "_" + job);
                  json.text("id", environment.getOrDefault("GITHUB_RUN_ID", "0"));
                });
            json.text("sha", environment.getOrDefault("GITHUB_SHA", "0".repeat(40)));
            json.text("ref", environment.getOrDefault("GITHUB_REF", "refs/heads/main"));
            json.object(
                "detector",
                () -> {
                  json.text("name", "breakwater");
                  json.text("version", document.version());
                  json.text("url", "https://breakwater.io/");
                });
            json.object(
                "metadata",
                () -> {
                  json.text("breakwater:image", image);
                  String digest = document.image().text("digest");
                  if (!digest.isEmpty()) json.text("breakwater:digest", digest);
                });
            json.text("scanned", document.started().truncatedTo(ChronoUnit.SECONDS).toString());
            json.object(
                "manifests",
                () -> {
                  for (var each : manifests.entrySet()) {
                    manifest(json, document, each.getKey(), each.getValue());
                  }
                });
          });
    }
  }

  private static void manifest(
      JsonOut json, Document document, String name, List<Component> packages) throws IOException {
    var byPurl = new LinkedHashMap<String, Component>();
    for (Component each : packages) byPurl.putIfAbsent(each.purl(), each);
    json.object(
        name,
        () -> {
          json.text("name", name);
          json.object(
              "resolved",
              () -> {
                for (Component each : byPurl.values()) {
                  json.object(each.purl(), () -> resolved(json, document, each));
                }
              });
        });
  }

  private static void resolved(JsonOut json, Document document, Component each) throws IOException {
    json.text("package_url", each.purl());
    json.text("relationship", "direct");
    boolean runs = !each.json().text("scope").equals("development");
    json.text("scope", runs ? "runtime" : "development");
    var needs = new ArrayList<String>();
    for (String id : each.json().texts("dependsOn")) {
      document.packageOf(id).ifPresent(other -> needs.add(other.purl()));
    }
    if (!needs.isEmpty()) json.texts("dependencies", needs);
  }
}
