package io.breakwater.bench.accuracy;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.KnownHole;
import io.breakwater.advisory.Matcher;
import io.breakwater.advisory.version.VersionScheme;
import io.breakwater.advisory.version.VersionSchemes;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.Finding;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What osv.dev answered about packages. An id of an answer counts where the database knows it: the
 * feeds at hand are of other days than the answers. A hole of ours that is not in an answer counts
 * against us, save where the days or the names of the feeds explain it; see {@link Left}.
 */
final class OsvAnswers {
  private final AdvisoryDatabase database;
  private final Matcher matcher;

  /** Why a hole of ours that an answer lacks tells nothing about either side. */
  private enum Left {
    NEWER("its id comes after all others of its kind in the answer"),
    FIXED_LATER("its fix is above every fix of the holes in the answer"),
    UNDECIDED("the feed at hand, which ends before the answer, has not decided about it"),
    OTHER_NAMES("the answer's ids are of a kind that no record of the hole at hand tells");

    final String reason;

    Left(String reason) {
      this.reason = reason;
    }
  }

  private final Map<Left, List<String>> left = new EnumMap<>(Left.class);

  OsvAnswers(AdvisoryDatabase database) {
    this.database = database;
    this.matcher = new Matcher(database);
  }

  void print(Path answers) throws IOException {
    var byEcosystem = new TreeMap<String, Tally>();
    int equal = 0;
    int asked = 0;
    int unasked = 0;
    int undecidable = 0;
    int silent = 0;
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
      String what = ecosystem + " " + name + " " + version;
      var answered = new HashSet<>(line.texts("vulns"));
      List<Set<String>> expected = expected(answered, ecosystem);
      var found = matcher.match(os.orElse(OperatingSystem.UNKNOWN), List.of(component)).findings();
      if (expected.isEmpty() && found.isEmpty()) silent++;
      boolean same = true;
      for (Set<String> one : expected) {
        if (found.stream().anyMatch(f -> meets(ids(f), one))) {
          tally.right();
        } else {
          tally.missed(what + " " + one);
          same = false;
        }
      }
      boolean otherNames = false;
      for (Finding finding : found) {
        Set<String> one = ids(finding);
        if (meets(one, answered) || expected.stream().anyMatch(e -> meets(e, one))) continue;
        var reason = reason(finding, answered, ecosystem, name);
        if (reason.isPresent()) {
          left.computeIfAbsent(reason.get(), _ -> new ArrayList<>()).add(what + " " + one);
          otherNames |= reason.get() == Left.OTHER_NAMES;
          continue;
        }
        tally.wrong(what + " " + one);
        same = false;
      }
      if (same && otherNames) undecidable++;
      else if (same) equal++;
    }
    System.out.println("\n## Answers of osv.dev\n");
    System.out.printf(
        "%d of %d queries about ecosystems of the database are answered alike, of %d of them neither"
            + " side at hand knows a hole; %d more are left out, as the answer has other names for"
            + " the holes; %d are about other ecosystems.%n%n",
        equal, asked - undecidable, silent, undecidable, unasked);
    System.out.println(Tally.head("ecosystem"));
    byEcosystem.forEach((name, tally) -> System.out.println(tally.row(name)));
    System.out.println();
    byEcosystem.forEach((_, t) -> t.examples().forEach(e -> System.out.println("    " + e)));
    left.forEach(
        (why, holes) -> {
          System.out.printf("%nLeft out, %d holes: %s.%n%n", holes.size(), why.reason);
          holes.forEach(one -> System.out.println("    " + one));
        });
  }

  /** The holes of an answer that the database has records of, each by its ids. */
  private List<Set<String>> expected(Set<String> answered, String ecosystem) throws IOException {
    var out = new ArrayList<Set<String>>();
    for (String id : answered) {
      for (KnownHole hole : database.show(id)) {
        boolean about =
            hole.records().stream()
                .anyMatch(
                    r ->
                        r.id().equals(id)
                            && r.withdrawn().isEmpty()
                            && r.affected().stream()
                                .anyMatch(a -> a.ecosystem().equals(ecosystem)));
        if (about) out.add(ids(hole));
      }
    }
    return out;
  }

  private Optional<Left> reason(
      Finding finding, Set<String> answered, String ecosystem, String name) throws IOException {
    Set<String> ids = ids(finding);
    if (isNewer(ids, answered)) return Optional.of(Left.NEWER);
    boolean comparable =
        answered.isEmpty()
            || ids.stream().anyMatch(a -> answered.stream().anyMatch(b -> kind(a).equals(kind(b))));
    if (!comparable) return Optional.of(Left.OTHER_NAMES);
    if (!(finding instanceof Finding.Vulnerability hole)) return Optional.empty();
    var scheme = Packages.type(ecosystem).flatMap(VersionSchemes::byName);
    if (scheme.isPresent()) {
      var own = lastFix(Set.of(hole.id()), ecosystem, name, scheme.get());
      var theirs = lastFix(answered, ecosystem, name, scheme.get());
      boolean later =
          own.isPresent()
              && theirs.isPresent()
              && scheme.get().compare(own.get(), theirs.get()) > 0;
      if (later) return Optional.of(Left.FIXED_LATER);
    }
    if (hole.fixedVersion().isPresent()) return Optional.empty();
    for (String id : answered) {
      boolean ofFeed = ids.stream().anyMatch(own -> kind(own).equals(kind(id)));
      if (ofFeed && database.show(id).isEmpty()) return Optional.of(Left.UNDECIDED);
    }
    return Optional.empty();
  }

  /** The highest version that a record of these holes calls fixed. */
  private Optional<String> lastFix(
      Set<String> ids, String ecosystem, String name, VersionScheme scheme) throws IOException {
    var fixes = new ArrayList<String>();
    for (String id : ids) {
      for (KnownHole hole : database.show(id)) {
        for (Advisory record : hole.records()) {
          for (Advisory.Affected affected : record.affected()) {
            if (!affected.ecosystem().equals(ecosystem) || !affected.name().equals(name)) continue;
            for (AffectedRange range : affected.ranges()) {
              if (range.end() instanceof AffectedRange.End.Fixed(String fix)) fixes.add(fix);
            }
          }
        }
      }
    }
    return fixes.stream().max(scheme::compare);
  }

  /** Such as GHSA, GO, or UBUNTU-CVE. */
  private static String kind(String id) {
    int digit = 0;
    while (digit < id.length() && !Character.isDigit(id.charAt(digit))) digit++;
    return id.startsWith("GHSA-") ? "GHSA" : id.substring(0, digit);
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
    if (finding instanceof Finding.AboutPackage about) out.addAll(about.aliases());
    return out;
  }

  private static boolean meets(Set<String> a, Set<String> b) {
    return a.stream().anyMatch(b::contains);
  }
}
