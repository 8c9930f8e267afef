package io.breakwater.bench.accuracy;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.Matcher;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.SourcePackage;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    System.out.println(
        "| scanner, distribution | theirs | we have | missed | not in a feed at hand | share of theirs"
            + " | ours | they lack | of these newer | share they lack |");
    System.out.println("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
    var all = new LinkedHashMap<String, Sides>();
    for (Json.Obj scan : Data.lines(scans)) {
      if (scan.array("findings").isEmpty()) continue;
      List<Json> told = scan.array("os");
      var os = new OperatingSystem(text(told, 0), text(told, 1), "");
      String group =
          scan.text("tool")
              + " "
              + (os.id().isEmpty() ? "no distribution" : os.id() + " " + os.version());
      compare(scan, os, all.computeIfAbsent(group, _ -> new Sides()));
    }
    var sum = new Sides();
    all.forEach(
        (name, sides) -> {
          System.out.println(sides.row(name));
          sum.add(sides);
        });
    System.out.println(sum.row("**all**"));
    System.out.println(
        "\nMissed: the database knows the id for this package. Newer: its CVE number comes after all"
            + " of the report, or its year or its record's date after the report's. Of the rest:\n");
    all.forEach((_, sides) -> sides.examples.forEach(e -> System.out.println("    " + e)));
  }

  /** What two scanners say of the same packages. */
  private static final class Sides {
    private int theirs;
    private int both;
    private int missed;
    private int ours;
    private int lacking;
    private int newer;
    private final List<String> examples = new ArrayList<>();

    void add(Sides other) {
      theirs += other.theirs;
      both += other.both;
      missed += other.missed;
      ours += other.ours;
      lacking += other.lacking;
      newer += other.newer;
    }

    void example(String what) {
      if (examples.size() < 20) examples.add(what);
    }

    String row(String name) {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d | %d | %.3f | %d | %d | %d | %.3f |",
          name,
          theirs,
          both,
          missed,
          theirs - both - missed,
          both / (double) Math.max(1, theirs),
          ours,
          lacking,
          newer,
          lacking / (double) Math.max(1, ours));
    }
  }

  private void compare(Json.Obj scan, OperatingSystem os, Sides sides) throws IOException {
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
    var called = new HashMap<String, Set<String>>();
    for (Component one : components.values()) {
      String source = one.source().map(SourcePackage::name).orElse(one.name());
      called.put(one.id(), new HashSet<>(List.of(one.name(), source)));
    }
    long newest = 0;
    for (String one : theirs) {
      String id = one.substring(one.lastIndexOf(' ') + 1);
      if (id.startsWith("CVE-")) newest = Math.max(newest, order(id));
    }
    Set<String> ours = new HashSet<>();
    for (Finding found : matcher.match(os, List.copyOf(components.values())).findings()) {
      if (!(found instanceof Finding.Vulnerability hole)) continue;
      Set<String> names = new HashSet<>(hole.aliases());
      names.add(hole.id());
      for (String id : names) ours.add(hole.component() + " " + id);
      sides.ours++;
      if (names.stream().anyMatch(id -> theirs.contains(hole.component() + " " + id))) continue;
      sides.lacking++;
      boolean later = hole.id().startsWith("CVE-") && order(hole.id()) > newest;
      if (later || isNewer(hole, scan.text("created"))) sides.newer++;
      else
        sides.example(
            "ours   " + hole.component() + " " + hole.id() + " " + hole.source().record());
    }
    for (String one : theirs) {
      sides.theirs++;
      if (ours.contains(one)) {
        sides.both++;
        continue;
      }
      String id = one.substring(one.lastIndexOf(' ') + 1);
      var named = called.getOrDefault(one.substring(0, one.lastIndexOf(' ')), Set.of());
      boolean known =
          database.show(id).stream()
              .flatMap(h -> h.records().stream())
              .flatMap(r -> r.affected().stream())
              .anyMatch(a -> named.contains(a.name()) && isAbout(a.ecosystem(), os));
      if (!known) continue;
      sides.missed++;
      sides.example("missed " + one);
    }
  }

  private static long order(String cve) {
    String[] parts = cve.split("-", -1);
    return Long.parseLong(parts[1]) * 1_000_000_000L + Long.parseLong(parts[2]);
  }

  /** Whether records of an ecosystem are about language packages, or this very release. */
  private static boolean isAbout(String ecosystem, OperatingSystem os) {
    if (ecosystem.indexOf(':') < 0) return Packages.type(ecosystem).isPresent();
    return Packages.distribution(ecosystem)
        .filter(r -> r.id().equals(os.id()))
        .filter(r -> (os.version() + ".").startsWith(r.version().replaceAll("\\.0$", "") + "."))
        .isPresent();
  }

  /** Whether the world learnt of a hole after a day, as far as ids and records tell. */
  private boolean isNewer(Finding.Vulnerability hole, String day) throws IOException {
    if (day.length() < 10) return false;
    boolean byYear =
        hole.id().startsWith("CVE-")
            && hole.id().substring(4, 8).compareTo(day.substring(0, 4)) > 0;
    if (byYear) return true;
    return database.show(hole.source().record()).stream()
        .flatMap(known -> known.records().stream())
        .filter(record -> record.id().equals(hole.source().record()))
        .anyMatch(r -> r.published().filter(at -> at.toString().compareTo(day) > 0).isPresent());
  }

  private static String text(List<Json> cells, int at) {
    return at < cells.size() && cells.get(at) instanceof Json.Str(String text) ? text : "";
  }
}
