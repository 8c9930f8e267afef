package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.Versions;
import io.breakwater.advisory.internal.match.Judge.Verdict;
import io.breakwater.advisory.internal.store.DatabaseReader;
import io.breakwater.advisory.internal.store.HoleView;
import io.breakwater.advisory.internal.store.RecordView;
import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.Finding.Opinion;
import io.breakwater.model.Finding.Source;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the holes of packages, each looked up by every name that a feed may use for it. Where feeds
 * contradict each other about a hole:
 *
 * <ul>
 *   <li>a distribution's word that its package is not affected holds against everybody;
 *   <li>a fix in a channel of extended support holds for what was built for that channel;
 *   <li>in Debian, Ubuntu, Alpine and their like, whose records are kept per hole, a fix that one
 *       record knows of is there, though another names a later one;
 *   <li>elsewhere (updates of rpm distributions, languages) a version is affected when any record
 *       says so: a second update for a hole means that the first was not enough.
 * </ul>
 *
 * <p>Made for one image; keeps what it read, as many packages share a source. Not safe for use by
 * several threads.
 */
final class PackageMatcher {
  private final DatabaseReader database;
  private final Set<Integer> only = new HashSet<>();
  private final boolean asksForAll;
  private final Map<String, List<Statement>> asked = new HashMap<>();
  private final Predicate<List<String>> present;
  private final Map<Lookup, List<Judged>> judgedByLookup = new HashMap<>();
  private final Map<List<Lookup>, Answer> answers = new HashMap<>();
  private final Map<Integer, RecordView> records = new HashMap<>();
  private final Map<Integer, HoleView> holes = new HashMap<>();

  /** What was found for one package. */
  record Answer(List<Hit> hits, int undecided) {}

  /** A statement, what it says, and who was asked. */
  private record Judged(Lookup lookup, Statement statement, Verdict verdict) {}

  /**
   * A matcher for one image.
   *
   * @param present whether what a statement requires, one of these, is in the image
   * @param only ids of the holes that are asked for; empty: all of them
   */
  PackageMatcher(DatabaseReader database, Predicate<List<String>> present, Set<String> only) {
    this.database = database;
    this.present = present;
    for (String id : only) {
      for (HoleView hole : database.holes(id)) {
        if (hole.id().equals(id)) this.only.add(hole.number());
      }
    }
    this.asksForAll = only.isEmpty();
  }

  /** The holes of a package with these names. */
  Answer match(List<Lookup> lookups) {
    Answer known = answers.get(lookups);
    if (known == null) {
      known = find(lookups);
      answers.put(lookups, known);
    }
    return known;
  }

  private Answer find(List<Lookup> lookups) {
    var all = new ArrayList<Judged>();
    for (Lookup lookup : lookups) all.addAll(judged(lookup));
    var byHole = new TreeMap<Integer, List<Judged>>();
    var undecided = new HashSet<Integer>();
    for (Judged one : all) {
      if (one.verdict() == Verdict.UNDECIDED) undecided.add(one.statement().record());
      if (one.verdict() != Verdict.AFFECTED) continue;
      for (int hole : database.holesOf(one.statement().record())) {
        byHole.computeIfAbsent(hole, none -> new ArrayList<>(2)).add(one);
      }
    }
    if (byHole.isEmpty()) return new Answer(List.of(), undecided.size());
    byHole.keySet().removeAll(contradicted(all, byHole.keySet()));
    var byRecord = new HashMap<Integer, List<Judged>>();
    for (Judged one : all) {
      byRecord.computeIfAbsent(one.statement().record(), none -> new ArrayList<>(1)).add(one);
    }
    var hits = new ArrayList<Hit>(byHole.size());
    byHole.forEach((hole, affected) -> hits.add(hit(hole, affected, byRecord)));
    return new Answer(hits, undecided.size());
  }

  private List<Judged> judged(Lookup lookup) {
    List<Judged> known = judgedByLookup.get(lookup);
    if (known != null) return known;
    Versions scheme = Versions.of(Ecosystems.scheme(lookup.ecosystem()));
    var out = new ArrayList<Judged>();
    for (Statement statement : statements(lookup)) {
      if (standing(statement, lookup) != Standing.COUNTS) continue;
      Verdict verdict = Judge.judge(statement, scheme, lookup.version());
      boolean elsewhere = isElsewhere(lookup, verdict);
      if (verdict != Verdict.SILENT && !elsewhere) out.add(new Judged(lookup, statement, verdict));
    }
    judgedByLookup.put(lookup, out);
    return out;
  }

  /** Whether a statement counts for an installed package. */
  enum Standing {
    COUNTS,
    /** It is about another line of versions. */
    OTHER_LINE,
    /** It holds only beside software that is not in the image. */
    UNMET
  }

  /** Whether a statement counts for what was looked up. */
  Standing standing(Statement statement, Lookup lookup) {
    if (!ModuleStreams.concern(statement, lookup, this::title)) return Standing.OTHER_LINE;
    boolean met = statement.requires().isEmpty() || present.test(statement.requires());
    return met ? Standing.COUNTS : Standing.UNMET;
  }

  /** What is affected the main channel says; an image need not be enrolled in another. */
  static boolean isElsewhere(Lookup lookup, Verdict verdict) {
    return Channels.isChannel(lookup.ecosystem()) && verdict != Verdict.SAFE;
  }

  /** What is said about a name; where a few holes are asked for, only what is said about them. */
  private List<Statement> statements(Lookup lookup) {
    if (asksForAll) return database.statements(lookup.ecosystem(), lookup.name());
    return asked.computeIfAbsent(
        lookup.ecosystem() + '\n' + lookup.name(),
        _ ->
            database.statements(lookup.ecosystem(), lookup.name()).stream()
                .filter(s -> Arrays.stream(database.holesOf(s.record())).anyMatch(only::contains))
                .toList());
  }

  private String title(Statement statement) {
    return record(statement.record()).advisory().title();
  }

  /** Those of the holes of which a record knows that this version does not have them. */
  private Set<Integer> contradicted(List<Judged> all, Set<Integer> among) {
    var out = new HashSet<Integer>();
    for (Judged one : all) {
      if (one.verdict() != Verdict.SAFE) continue;
      if (!overrides(one)) continue;
      for (int hole : database.holesOf(one.statement().record())) {
        if (among.contains(hole)) out.add(hole);
      }
    }
    return out;
  }

  /** Whether a safe version is safe whatever others say. */
  private static boolean overrides(Judged one) {
    if (one.statement().fixState() == FixState.NOT_AFFECTED) return true;
    String ecosystem = one.lookup().ecosystem();
    return isPerHole(ecosystem)
        || (Channels.isChannel(ecosystem)
            && Channels.tellsFixFor(one.statement(), one.lookup().version()));
  }

  private static boolean isPerHole(String ecosystem) {
    return switch (Ecosystems.scheme(ecosystem)) {
      case "deb", "apk" -> true;
      default -> false;
    };
  }

  private Hit hit(int number, List<Judged> affected, Map<Integer, List<Judged>> byRecord) {
    HoleView hole = holes.computeIfAbsent(number, database::hole);
    Lookup lookup = affected.getFirst().lookup();
    var statements = new ArrayList<Statement>(affected.size());
    var numbers = new LinkedHashSet<Integer>();
    for (Judged one : affected) {
      statements.add(one.statement());
      numbers.add(one.statement().record());
    }
    Optional<String> fixed = fixedVersion(lookup, numbers, byRecord);
    var telling = new ArrayList<Integer>(numbers.size());
    var others = new ArrayList<Integer>();
    for (int record : numbers) {
      boolean tells = fixed.isPresent() && tells(fixed.get(), record, statements);
      (tells ? telling : others).add(record);
    }
    telling.addAll(others);
    List<RecordView> records = telling.stream().map(this::record).toList();
    return new Hit(
        hole,
        records,
        fixed,
        fixed.isPresent() ? FixState.FIXED : state(statements),
        SeverityRule.of(lookup.ecosystem(), hole, statements, records),
        telling.stream().map(record -> opinion(record, lookup, statements)).toList());
  }

  /** What one record says about the package. */
  private Opinion opinion(int record, Lookup lookup, List<Statement> statements) {
    Advisory advisory = record(record).advisory();
    List<Statement> own = statements.stream().filter(s -> s.record() == record).toList();
    Severity severity = advisory.severity();
    var fixes = new ArrayList<String>();
    for (Statement one : own) {
      if (one.severity() != Severity.UNKNOWN) severity = one.severity();
      fixes.addAll(fixesAbove(lookup, one));
    }
    Versions scheme = Versions.of(Ecosystems.scheme(lookup.ecosystem()));
    Optional<String> fixed = fixes.stream().min((a, b) -> scheme.compare(a, b).orElse(0));
    return new Opinion(
        new Source(advisory.provider(), advisory.id()),
        severity,
        fixed.isPresent() ? FixState.FIXED : state(own),
        fixed);
  }

  /** The versions above the installed one that a statement calls fixed. */
  private static List<String> fixesAbove(Lookup lookup, Statement statement) {
    Versions scheme = Versions.of(Ecosystems.scheme(lookup.ecosystem()));
    var fixes = new ArrayList<String>(1);
    for (AffectedRange range : statement.ranges()) {
      if (range.end() instanceof End.Fixed(String version)
          && scheme.compare(version, lookup.version()).orElse(-1) > 0) {
        fixes.add(version);
      }
    }
    return fixes;
  }

  private static boolean tells(String fixed, int record, List<Statement> statements) {
    for (Statement one : statements) {
      if (one.record() != record) continue;
      for (AffectedRange range : one.ranges()) {
        if (range.end() instanceof End.Fixed(String version) && version.equals(fixed)) return true;
      }
    }
    return false;
  }

  private RecordView record(int number) {
    return records.computeIfAbsent(number, database::record);
  }

  /**
   * The lowest version above the installed one that a record of the hole calls fixed and none calls
   * affected; in distributions that keep records per hole, simply the lowest.
   */
  private static Optional<String> fixedVersion(
      Lookup lookup, Set<Integer> ofHole, Map<Integer, List<Judged>> byRecord) {
    Versions scheme = Versions.of(Ecosystems.scheme(lookup.ecosystem()));
    var statements = new ArrayList<Statement>();
    for (int record : ofHole) {
      for (Judged one : byRecord.getOrDefault(record, List.of())) {
        if (one.lookup().name().equals(lookup.name())) statements.add(one.statement());
      }
    }
    var fixes = new ArrayList<String>();
    for (Statement statement : statements) fixes.addAll(fixesAbove(lookup, statement));
    Optional<String> best = Optional.empty();
    for (String fix : fixes) {
      boolean closed =
          isPerHole(lookup.ecosystem())
              || statements.stream().noneMatch(s -> Judge.affects(s, scheme, fix));
      boolean lower = best.isEmpty() || scheme.compare(fix, best.get()).orElse(0) < 0;
      if (closed && lower) best = Optional.of(fix);
    }
    return best;
  }

  /** The firmest word about a fix that does not exist. */
  private static FixState state(List<Statement> statements) {
    FixState firmest = FixState.UNKNOWN;
    for (Statement statement : statements) {
      if (firmness(statement.fixState()) > firmness(firmest)) firmest = statement.fixState();
    }
    return firmest;
  }

  private static int firmness(FixState state) {
    return switch (state) {
      case END_OF_LIFE -> 4;
      case WONT_FIX -> 3;
      case NOT_FIXED -> 2;
      case UNDER_INVESTIGATION -> 1;
      case FIXED, NOT_AFFECTED, UNKNOWN -> 0;
    };
  }
}
