package io.breakwater.bench.accuracy;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.KnownHole;
import io.breakwater.advisory.Matcher;
import io.breakwater.model.Finding;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What osv.dev answered about packages. An id of an answer counts where the database knows it: the
 * feeds at hand are of other days than the answers.
 */
final class OsvAnswers {
  private final AdvisoryDatabase database;
  private final Matcher matcher;
  private int newer;

  OsvAnswers(AdvisoryDatabase database) {
    this.database = database;
    this.matcher = new Matcher(database);
  }

  void print(Path answers) throws IOException {
    var byEcosystem = new TreeMap<String, Tally>();
    int equal = 0;
    int asked = 0;
    int unasked = 0;
    newer = 0;
    for (Json.Obj line : Data.lines(answers)) {
      Json.Obj query = line.object("query");
      Json.Obj named = query.object("package");
      String ecosystem = named.text("ecosystem");
      String name = named.text("name");
      String version = query.text("version");
      if (!named.text("purl").isEmpty()) {
        Purl purl = Purl.repair(named.text("purl"));
        name = purl.name();
        version = purl.version().orElse(version);
      }
      var os = Packages.distribution(ecosystem);
      var type = Packages.type(ecosystem);
      if ((os.isEmpty() && type.isEmpty()) || !database.ecosystems().containsKey(ecosystem)) {
        unasked++;
        continue;
      }
      asked++;
      Tally tally = byEcosystem.computeIfAbsent(ecosystem, _ -> new Tally());
      var component =
          Packages.of(
              type.orElseGet(() -> Packages.type(os.orElseThrow())), name, version, name, version);
      var expected = new ArrayList<Set<String>>();
      for (String id : line.texts("vulns")) {
        for (KnownHole hole : database.show(id)) {
          boolean about =
              hole.records().stream()
                  .anyMatch(
                      r ->
                          r.id().equals(id)
                              && r.withdrawn().isEmpty()
                              && r.affected().stream()
                                  .anyMatch(a -> a.ecosystem().equals(ecosystem)));
          if (about) expected.add(ids(hole));
        }
      }
      var found = new ArrayList<Set<String>>();
      for (Finding one :
          matcher.match(os.orElse(OperatingSystem.UNKNOWN), List.of(component)).findings()) {
        found.add(ids(one));
      }
      boolean same = true;
      for (Set<String> one : expected) {
        if (found.stream().anyMatch(f -> meets(f, one))) {
          tally.right();
        } else {
          tally.missed(ecosystem + " " + name + " " + version + " " + one);
          same = false;
        }
      }
      var answered = new HashSet<>(line.texts("vulns"));
      for (Set<String> one : found) {
        if (!meets(one, answered) && expected.stream().noneMatch(e -> meets(e, one))) {
          if (isNewer(one, answered)) {
            newer++;
            continue;
          }
          tally.wrong(ecosystem + " " + name + " " + version + " " + one);
          same = false;
        }
      }
      if (same) equal++;
    }
    System.out.println("\n## Answers of osv.dev\n");
    System.out.printf(
        "%d of %d queries about ecosystems of the database are answered alike; %d are about others."
            + " %d holes are newer than every one of their answer and are left out.%n%n",
        equal, asked, unasked, newer);
    System.out.println(Tally.head("ecosystem"));
    byEcosystem.forEach((name, tally) -> System.out.println(tally.row(name)));
    System.out.println();
    byEcosystem.forEach((_, t) -> t.examples().forEach(e -> System.out.println("    " + e)));
  }

  /** Whether an id such as GO-2026-6222 comes after all others of its kind in an answer. */
  private static boolean isNewer(Set<String> ids, Set<String> answered) {
    for (String id : ids) {
      if (!id.matches("[A-Z]+-[0-9]{4}-[0-9]+") || id.startsWith("CVE-")) continue;
      String kind = id.substring(0, id.indexOf('-') + 1);
      var others = answered.stream().filter(a -> a.startsWith(kind)).toList();
      if (!others.isEmpty() && others.stream().allMatch(a -> order(a) < order(id))) return true;
    }
    return false;
  }

  private static long order(String id) {
    String[] parts = id.split("-", -1);
    return Long.parseLong(parts[1]) * 1_000_000 + Long.parseLong(parts[2]);
  }

  private static Set<String> ids(KnownHole hole) {
    var out = new HashSet<>(hole.aliases());
    out.add(hole.id());
    hole.records().forEach(r -> out.add(r.id()));
    return out;
  }

  private static Set<String> ids(Finding finding) {
    var out = new HashSet<String>();
    out.add(finding.id());
    switch (finding) {
      case Finding.Vulnerability hole -> out.addAll(hole.aliases());
      case Finding.MaliciousPackage malicious -> out.addAll(malicious.aliases());
    }
    return out;
  }

  private static boolean meets(Set<String> a, Set<String> b) {
    return a.stream().anyMatch(b::contains);
  }
}
