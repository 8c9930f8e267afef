package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.FixDistance;
import io.breakwater.advisory.MatchRequest;
import io.breakwater.advisory.Ranker;
import io.breakwater.advisory.internal.store.DatabaseReader;
import io.breakwater.advisory.internal.store.HoleView;
import io.breakwater.advisory.internal.store.RecordView;
import io.breakwater.model.Advisory;
import io.breakwater.model.Circumstances;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.Finding.MaliciousPackage;
import io.breakwater.model.Finding.Source;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.Priority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes findings: gathers under one id what all records say about a hole. */
final class FindingWriter {
  /** A longer sentence is no title. */
  private static final int MAX_TITLE = 160;

  private static final int MAX_REFERENCES = 20;

  /** Where the matched records tell nothing, so many others of the hole are asked for words. */
  private static final int MAX_ASKED = 8;

  private final DatabaseReader database;
  private final MatchRequest request;
  private final Map<Integer, Words> wordsByHole = new HashMap<>();

  /** What a hole is called when nobody who matched has words for it. */
  private record Words(String title, String description) {}

  FindingWriter(DatabaseReader database, MatchRequest request) {
    this.database = database;
    this.request = request;
  }

  /** The findings of a package: one for each hole, and one for all who call it malicious. */
  List<Finding.AboutPackage> write(Component component, List<Hit> hits) {
    var out = new ArrayList<Finding.AboutPackage>(hits.size());
    var malicious = new ArrayList<Hit>(0);
    for (Hit hit : hits) {
      if (hit.hole().malicious()) malicious.add(hit);
      else out.add(vulnerability(component, hit));
    }
    if (!malicious.isEmpty()) out.add(malicious(component, malicious));
    return out;
  }

  private MaliciousPackage malicious(Component component, List<Hit> hits) {
    Hit hit = hits.getFirst();
    var others = new TreeSet<String>();
    for (Hit each : hits) {
      if (each.hole().id().startsWith("MAL-") && !hit.hole().id().startsWith("MAL-")) hit = each;
      others.add(each.hole().id());
      others.addAll(aliases(each));
    }
    others.remove(hit.hole().id());
    Words words = words(hit);
    Advisory first = hit.records().getFirst().advisory();
    return new MaliciousPackage(
        hit.hole().id(),
        List.copyOf(others),
        words.title(),
        words.description(),
        Ranker.malicious(),
        component.id(),
        component.version(),
        component.origin(),
        component.locations().getFirst(),
        references(hit.records()),
        new Source(first.provider(), first.id()));
  }

  private Vulnerability vulnerability(Component component, Hit hit) {
    HoleView hole = hit.hole();
    Words words = words(hit);
    Advisory first = hit.records().getFirst().advisory();
    Circumstances circumstances = request.circumstances(component.id());
    Priority priority =
        Ranker.rank(
            new Ranker.Situation(
                hit.severity(),
                hole.facts(),
                hit.fixState(),
                hit.fixedVersion().map(v -> FixDistance.between(component.version(), v)),
                component.origin(),
                circumstances,
                request.today()));
    return new Vulnerability(
        hole.id(),
        aliases(hit),
        words.title(),
        words.description(),
        hit.severity(),
        priority,
        component.id(),
        component.version(),
        hit.fixedVersion(),
        hit.fixState(),
        component.origin(),
        component.locations().getFirst(),
        references(hit.records()),
        new Source(first.provider(), first.id()),
        hole.facts(),
        hit.opinions(),
        circumstances.reach());
  }

  private static List<String> aliases(Hit hit) {
    var ids = new TreeSet<>(hit.hole().ids());
    for (RecordView record : hit.records()) {
      ids.add(record.advisory().id());
      if (record.holes().size() == 1) ids.addAll(record.advisory().aliases());
    }
    ids.remove(hit.hole().id());
    return List.copyOf(ids);
  }

  private static List<String> references(List<RecordView> records) {
    var out = new LinkedHashSet<String>();
    for (RecordView record : records) out.addAll(record.advisory().references());
    return out.stream().limit(MAX_REFERENCES).toList();
  }

  /**
   * A title and a description: of a record about this hole alone before one about many, of those
   * that matched before others.
   */
  private Words words(Hit hit) {
    String title = "";
    String description = "";
    for (boolean alone : new boolean[] {true, false}) {
      for (RecordView record : hit.records()) {
        if ((record.holes().size() == 1) != alone) continue;
        title = better(title, record.advisory().title());
        if (description.isEmpty()) description = record.advisory().description();
      }
      if (alone && (title.isEmpty() || description.isEmpty())) {
        Words others = wordsByHole.computeIfAbsent(hit.hole().number(), n -> others(hit.hole()));
        title = better(title, others.title());
        if (description.isEmpty()) description = others.description();
      }
    }
    return new Words(better(title, firstSentence(description)), description);
  }

  /** The first title, unless there is none or it only says, as distributions do, "x update". */
  private static String better(String title, String other) {
    return (title.isEmpty() || title.endsWith(" update")) && !other.isEmpty() ? other : title;
  }

  /** The first sentence of a description, where it is one line and short. */
  private static String firstSentence(String description) {
    int end = description.indexOf(". ");
    int line = description.indexOf('\n');
    if (line >= 0 && (end < 0 || line < end)) end = line;
    String first = (end < 0 ? description : description.substring(0, end)).strip();
    if (first.endsWith(".")) first = first.substring(0, first.length() - 1);
    return first.length() <= MAX_TITLE && !first.startsWith("#") ? first : "";
  }

  private Words others(HoleView hole) {
    String title = "";
    String description = "";
    List<Integer> asked = hole.records().subList(0, Math.min(MAX_ASKED, hole.records().size()));
    for (int number : asked) {
      RecordView record = database.record(number);
      if (record.holes().size() != 1) continue;
      title = better(title, record.advisory().title());
      if (description.isEmpty()) description = record.advisory().description();
    }
    return new Words(title, description);
  }
}
