package io.breakwater.advisory;

import io.breakwater.advisory.internal.store.DatabaseReader;
import io.breakwater.advisory.internal.store.HoleView;
import io.breakwater.model.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one database has and another has not.
 *
 * @param providers by who publishes the records, in the order of their names
 * @param exploited ids of holes that the second one knows to be exploited and the first does not
 * @param scores how many holes of both have another EPSS score
 */
public record DatabaseDiff(List<Provider> providers, List<String> exploited, long scores) {
  /** Copies the lists. */
  public DatabaseDiff {
    providers = List.copyOf(providers);
    exploited = List.copyOf(exploited);
  }

  /**
   * What differs in a provider's records.
   *
   * @param name the provider
   * @param came ids of records that only the second one has, in order
   * @param went ids of records that only the first one has
   * @param changed ids of records that say something else
   * @param same how many say the same
   */
  public record Provider(
      String name, List<String> came, List<String> went, List<String> changed, long same) {
    /** Copies the lists. */
    public Provider {
      came = List.copyOf(came);
      went = List.copyOf(went);
      changed = List.copyOf(changed);
    }
  }

  /** Whether records are the same. */
  public boolean isEmpty() {
    return providers.stream()
        .allMatch(p -> p.came().isEmpty() && p.went().isEmpty() && p.changed().isEmpty());
  }

  /**
   * Compares; reads both files.
   *
   * @throws ProblemException when one is damaged
   */
  public static DatabaseDiff of(AdvisoryDatabase first, AdvisoryDatabase second)
      throws ProblemException {
    Map<String, Map<String, Long>> before = first.reading(() -> records(first.reader()));
    Map<String, Map<String, Long>> after = second.reading(() -> records(second.reader()));
    var names = new java.util.TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    var providers = new ArrayList<Provider>();
    for (String name : names) {
      providers.add(
          compare(name, before.getOrDefault(name, Map.of()), after.getOrDefault(name, Map.of())));
    }
    Map<String, Fact> facts = first.reading(() -> facts(first.reader()));
    Map<String, Fact> now = second.reading(() -> facts(second.reader()));
    var exploited = new ArrayList<String>();
    long scores = 0;
    for (Map.Entry<String, Fact> one : now.entrySet()) {
      Fact old = facts.get(one.getKey());
      if (one.getValue().exploited() && (old == null || !old.exploited())) {
        exploited.add(one.getKey());
      }
      if (old != null && Double.compare(old.epss(), one.getValue().epss()) != 0) scores++;
    }
    exploited.sort(null);
    return new DatabaseDiff(providers, exploited, scores);
  }

  private record Fact(boolean exploited, double epss) {}

  private static Map<String, Fact> facts(DatabaseReader reader) {
    var out = new HashMap<String, Fact>();
    for (int i = 0; i < reader.holes(); i++) {
      HoleView hole = reader.hole(i);
      boolean exploited = hole.facts().exploited().isPresent();
      out.put(hole.id(), new Fact(exploited, hole.facts().epss().orElse(-1)));
    }
    return out;
  }

  /** By provider and id what all records of that id say together. */
  private static Map<String, Map<String, Long>> records(DatabaseReader reader) {
    long[] hashes = new long[reader.records()];
    reader.statements((_, _, record, hash) -> hashes[record] += hash);
    var out = new TreeMap<String, Map<String, Long>>();
    for (int i = 0; i < hashes.length; i++) {
      var advisory = reader.record(i).advisory();
      out.computeIfAbsent(advisory.provider(), _ -> new HashMap<>())
          .merge(advisory.id(), hashes[i] + reader.headHash(i), Long::sum);
    }
    return out;
  }

  private static Provider compare(String name, Map<String, Long> before, Map<String, Long> after) {
    var came = new ArrayList<String>();
    var went = new ArrayList<String>();
    var changed = new ArrayList<String>();
    long same = 0;
    for (Map.Entry<String, Long> one : after.entrySet()) {
      Long old = before.get(one.getKey());
      if (old == null) came.add(one.getKey());
      else if (old.equals(one.getValue())) same++;
      else changed.add(one.getKey());
    }
    for (String id : before.keySet()) if (!after.containsKey(id)) went.add(id);
    came.sort(null);
    went.sort(null);
    changed.sort(null);
    return new Provider(name, came, went, changed, same);
  }
}
