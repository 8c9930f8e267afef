package io.breakwater.bench.accuracy;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.Matcher;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports that other scanners wrote in the wild, against what we say of the same packages. */
final class RealScans {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("debian", "deb"),
          Map.entry("ubuntu", "deb"),
          Map.entry("alpine", "apk"),
          Map.entry("node-pkg", "npm"),
          Map.entry("npm", "npm"),
          Map.entry("yarn", "npm"),
          Map.entry("pnpm", "npm"),
          Map.entry("python-pkg", "pypi"),
          Map.entry("python", "pypi"),
          Map.entry("pip", "pypi"),
          Map.entry("poetry", "pypi"),
          Map.entry("uv", "pypi"),
          Map.entry("gobinary", "golang"),
          Map.entry("gomod", "golang"),
          Map.entry("go-module", "golang"),
          Map.entry("jar", "maven"),
          Map.entry("java-archive", "maven"),
          Map.entry("gemspec", "gem"),
          Map.entry("deb", "deb"),
          Map.entry("apk", "apk"));

  private final AdvisoryDatabase database;
  private final Matcher matcher;

  RealScans(AdvisoryDatabase database) {
    this.database = database;
    this.matcher = new Matcher(database);
  }

  void print(Path scans) throws IOException {
    System.out.println("\n## Reports of other scanners\n");
    System.out.println(Tally.head("scanner, distribution"));
    var all = new LinkedHashMap<String, Tally>();
    for (Json.Obj scan : Data.lines(scans)) {
      if (scan.array("findings").isEmpty()) continue;
      List<Json> told = scan.array("os");
      var os = new OperatingSystem(text(told, 0), text(told, 1), "");
      String group =
          scan.text("tool")
              + " "
              + (os.id().isEmpty() ? "no distribution" : os.id() + " " + os.version());
      compare(scan, os, all.computeIfAbsent(group, _ -> new Tally()));
    }
    all.forEach((name, tally) -> System.out.println(tally.row(name)));
    System.out.println(
        "\nRight: both report it. Missed: they do and the database knows the id for this package."
            + " Wrong: we do, of a package that they looked at.\n");
    all.forEach((_, t) -> t.examples().forEach(e -> System.out.println("    " + e)));
  }

  private void compare(Json.Obj scan, OperatingSystem os, Tally tally) throws IOException {
    boolean trivy = scan.text("tool").equals("trivy");
    var components = new LinkedHashMap<String, Component>();
    var theirs = new HashSet<String>();
    for (Json row : scan.array("findings")) {
      List<Json> cells = row instanceof Json.Arr(List<Json> list) ? list : List.of();
      String type = TYPES.getOrDefault(text(cells, 0), "");
      if (type.isEmpty()) continue;
      String name = text(cells, 1);
      String version = text(cells, 2);
      components.putIfAbsent(
          type + name + version, Packages.of(type, name, version, name, version));
      theirs.add(type + ":" + name + "@" + version + " " + text(cells, 3));
    }
    for (Json row : trivy ? scan.array("packages") : List.<Json>of()) {
      List<Json> cells = row instanceof Json.Arr(List<Json> list) ? list : List.of();
      String type = TYPES.getOrDefault(text(cells, 0), "");
      if (type.isEmpty() || text(cells, 2).isEmpty()) continue;
      String name = text(cells, 1);
      String source = text(cells, 3).isEmpty() ? name : text(cells, 3);
      String sourceVersion = text(cells, 4).isEmpty() ? text(cells, 2) : text(cells, 4);
      components.put(
          type + name + text(cells, 2),
          Packages.of(type, name, text(cells, 2), source, sourceVersion));
    }
    Set<String> ours = new HashSet<>();
    for (Finding found : matcher.match(os, List.copyOf(components.values())).findings()) {
      if (!(found instanceof Finding.Vulnerability hole)) continue;
      Set<String> names = new HashSet<>(hole.aliases());
      names.add(hole.id());
      for (String id : names) ours.add(hole.component() + " " + id);
      if (names.stream().anyMatch(id -> theirs.contains(hole.component() + " " + id))) {
        tally.right();
      } else {
        tally.wrong(hole.component() + " " + hole.id() + " by " + hole.source().record());
      }
    }
    for (String one : theirs) {
      if (ours.contains(one)) continue;
      String id = one.substring(one.lastIndexOf(' ') + 1);
      String name = one.substring(one.indexOf(':') + 1, one.lastIndexOf('@'));
      boolean known =
          database.show(id).stream()
              .flatMap(h -> h.records().stream())
              .flatMap(r -> r.affected().stream())
              .anyMatch(a -> a.name().equals(name) && !a.ecosystem().contains(":"));
      if (known) tally.missed(one);
    }
  }

  private static String text(List<Json> cells, int at) {
    return at < cells.size() && cells.get(at) instanceof Json.Str(String text) ? text : "";
  }
}
