package io.breakwater.cli;

import io.breakwater.model.ReportWriter;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The part of a report that is compared with that of another one. It is read from the document, so
 * that a report of last month and an image of today are compared alike.
 *
 * @param name of the image
 * @param versions of each component, by type and name
 * @param settings by name, as words
 * @param holes by id and component
 * @param executables paths of files that can be run or loaded; empty when the report tells none
 */
record Snapshot(
    String name,
    Map<Name, Set<String>> versions,
    Map<String, String> settings,
    Map<HoleKey, Hole> holes,
    Optional<Set<String>> executables) {

  /** A component whatever its version. */
  record Name(String type, String name) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      int byType = type.compareTo(other.type);
      return byType != 0 ? byType : name.compareTo(other.name);
    }
  }

  /** What makes two findings the same. */
  record HoleKey(String id, Name component) {}

  /** A finding. */
  record Hole(String id, Severity severity, Name component, String version, String fixed) {}

  /** That of a scan. */
  static Snapshot of(ScanReport report, Set<String> executables) throws IOException {
    var document = new ByteArrayOutputStream();
    ReportWriter.write(report, document);
    Snapshot read = of(Json.parseObject(document.toByteArray()));
    return new Snapshot(
        read.name, read.versions, read.settings, read.holes, Optional.of(executables));
  }

  /** That of a document. */
  static Snapshot of(Json.Obj report) {
    var versions = new TreeMap<Name, Set<String>>();
    var byId = new LinkedHashMap<String, Json.Obj>();
    for (Json.Obj component : report.objects("components")) {
      byId.put(component.text("id"), component);
      versions
          .computeIfAbsent(name(component), _ -> new TreeSet<>())
          .add(component.text("version"));
    }
    var holes = new LinkedHashMap<HoleKey, Hole>();
    for (Json.Obj finding : report.objects("findings")) {
      Json.Obj component = byId.getOrDefault(finding.text("component"), Json.Obj.EMPTY);
      var hole =
          new Hole(
              finding.text("id"),
              Severity.parse(finding.text("severity")).orElse(Severity.UNKNOWN),
              name(component),
              finding.text("installedVersion"),
              finding.text("fixedVersion"));
      holes.putIfAbsent(new HoleKey(hole.id(), hole.component()), hole);
    }
    Json.Obj image = report.object("image");
    return new Snapshot(image.text("name"), versions, settings(image), holes, Optional.empty());
  }

  private static Name name(Json.Obj component) {
    return new Name(component.text("type"), component.text("name"));
  }

  private static Map<String, String> settings(Json.Obj image) {
    Json.Obj settings = image.object("settings");
    var all = new LinkedHashMap<String, String>();
    all.put("platform", image.text("platform"));
    all.put("os", (image.object("os").text("id") + " " + image.object("os").text("version")));
    all.put("base", image.object("base").text("name"));
    all.put("user", settings.text("user"));
    for (String list : List.of("entrypoint", "command")) {
      all.put(list, String.join(" ", settings.texts(list)));
    }
    all.put("workingDirectory", settings.text("workingDirectory"));
    for (String list : List.of("variables", "ports", "volumes")) {
      all.put(list, String.join(" ", new ArrayList<>(settings.texts(list))));
    }
    return all;
  }
}
