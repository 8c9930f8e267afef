package io.breakwater.advisory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what an import finds in one input; by many threads. */
final class InputTally {
  private static final int EXAMPLES = 3;

  private final Map<String, long[]> feeds = new TreeMap<>();
  private final Map<Key, Skips> skips = new TreeMap<>();

  private record Key(SkipReason reason, String details) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::reason).thenComparing(Key::details);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Skips {
    private long count;
    private final List<String> examples = new ArrayList<>();
  }

  /** A file of this form, with so many records. */
  synchronized void recognised(String feed, long records) {
    long[] counts = feeds.computeIfAbsent(feed, none -> new long[2]);
    counts[0]++;
    counts[1] += records;
  }

  synchronized void skipped(String path, SkipReason reason, String details) {
    Skips skipped = skips.computeIfAbsent(new Key(reason, details), none -> new Skips());
    skipped.count++;
    skipped.examples.add(path);
    if (skipped.examples.size() > 64 * EXAMPLES) trim(skipped.examples);
  }

  /** The first by name, so that a report does not depend on which thread came first. */
  private static void trim(List<String> examples) {
    var first = examples.stream().distinct().sorted().limit(EXAMPLES).toList();
    examples.clear();
    examples.addAll(first);
  }

  synchronized ImportSummary.Input summary(String name) {
    var recognised = new ArrayList<ImportSummary.Recognised>();
    feeds.forEach((f, n) -> recognised.add(new ImportSummary.Recognised(f, n[0], n[1])));
    var skipped = new ArrayList<ImportSummary.Skipped>();
    skips.forEach(
        (key, s) -> {
          trim(s.examples);
          skipped.add(new ImportSummary.Skipped(key.reason, key.details, s.count, s.examples));
        });
    return new ImportSummary.Input(name, recognised, skipped);
  }
}
