package io.breakwater.advisory;

import io.breakwater.advisory.internal.store.DatabaseReader;
import io.breakwater.advisory.internal.store.HoleView;
import io.breakwater.advisory.internal.store.RecordView;
import io.breakwater.model.ProblemException;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database holds, counted.
 *
 * @param holes how many different holes
 * @param total everything
 * @param providers by who publishes the records
 * @param ecosystems by what the packages are of; a record about several counts in each
 */
public record DatabaseStats(long holes, Row total, List<Row> providers, List<Row> ecosystems) {
  private static final int EXPLOIT = 1;
  private static final int KEV = 2;
  private static final int EPSS = 4;
  private static final int RATED = 8;

  /** Copies the lists. */
  public DatabaseStats {
    providers = List.copyOf(providers);
    ecosystems = List.copyOf(ecosystems);
  }

  /**
   * A line of counts.
   *
   * @param name of the provider or ecosystem
   * @param records how many records
   * @param packages about how many packages
   * @param statements how many records about each package, summed up
   * @param exploits records about a hole with a published exploit
   * @param kev records about a hole that is known to be exploited
   * @param epss records about a hole with a score
   * @param unrated records without a severity, about holes without a rating
   */
  public record Row(
      String name,
      long records,
      long packages,
      long statements,
      long exploits,
      long kev,
      long epss,
      long unrated) {}

  /** A line that is being counted. */
  private static final class Count {
    private long records;
    private long packages;
    private long statements;
    private long exploits;
    private long kev;
    private long epss;
    private long unrated;
    private String lastPackage = "";
    private int lastRecord = -1;

    void record(int flags) {
      records++;
      if ((flags & EXPLOIT) != 0) exploits++;
      if ((flags & KEV) != 0) kev++;
      if ((flags & EPSS) != 0) epss++;
      if ((flags & RATED) == 0) unrated++;
    }

    void statement(String key) {
      statements++;
      if (key.equals(lastPackage)) return;
      packages++;
      lastPackage = key;
    }

    Row row(String name) {
      return new Row(name, records, packages, statements, exploits, kev, epss, unrated);
    }
  }

  /**
   * Counts; reads the whole file.
   *
   * @throws ProblemException when it is damaged
   */
  public static DatabaseStats of(AdvisoryDatabase database) throws ProblemException {
    return database.reading(() -> count(database.reader()));
  }

  private static DatabaseStats count(DatabaseReader reader) {
    byte[] ofHoles = new byte[reader.holes()];
    for (int i = 0; i < ofHoles.length; i++) ofHoles[i] = (byte) flags(reader.hole(i));
    int records = reader.records();
    byte[] flags = new byte[records];
    String[] providers = new String[records];
    var byProvider = new TreeMap<String, Count>();
    var total = new Count();
    for (int i = 0; i < records; i++) {
      RecordView view = reader.record(i);
      int all = view.advisory().severity() == Severity.UNKNOWN ? 0 : RATED;
      for (int hole : view.holes()) all |= ofHoles[hole];
      flags[i] = (byte) all;
      providers[i] = view.advisory().provider().intern();
      byProvider.computeIfAbsent(providers[i], _ -> new Count()).record(all);
      total.record(all);
    }
    var byEcosystem = new TreeMap<String, Count>();
    var seen = new java.util.HashMap<String, java.util.BitSet>();
    reader.statements(
        (ecosystem, name, record, _) -> {
          String key = ecosystem + '\n' + name;
          total.statement(key);
          Count provider = byProvider.get(providers[record]);
          if (provider != null) provider.statement(key);
          Count count = byEcosystem.computeIfAbsent(ecosystem, _ -> new Count());
          count.statement(key);
          if (count.lastRecord == record) return;
          count.lastRecord = record;
          var known = seen.computeIfAbsent(ecosystem, _ -> new java.util.BitSet(records));
          if (known.get(record)) return;
          known.set(record);
          count.record(flags[record]);
        });
    return new DatabaseStats(ofHoles.length, total.row(""), rows(byProvider), rows(byEcosystem));
  }

  private static int flags(HoleView hole) {
    int flags = hole.facts().exploits().isEmpty() ? 0 : EXPLOIT;
    if (hole.facts().exploited().isPresent()) flags |= KEV;
    if (hole.facts().epss().isPresent()) flags |= EPSS;
    if (!hole.facts().cvss().isEmpty()) flags |= RATED;
    return flags;
  }

  private static List<Row> rows(Map<String, Count> counts) {
    var out = new ArrayList<Row>();
    counts.forEach((name, count) -> out.add(count.row(name)));
    return out;
  }
}
