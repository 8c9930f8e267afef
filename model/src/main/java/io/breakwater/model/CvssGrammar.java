package io.breakwater.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one version of CVSS in their canonical order, each with the values it may have and
 * what these weigh. Written as a table with one metric a line: its group, its name, its values with
 * their weights; {@code as AV} stands for the values of another metric and {@code X}, not defined.
 */
final class CvssGrammar {
  /** The groups of metrics; the threat metric of version 4.0 stands as temporal. */
  enum Group {
    BASE,
    TEMPORAL,
    ENVIRONMENTAL,
    SUPPLEMENTAL
  }

  /** One metric and the weights of its values. */
  record Metric(int index, Group group, String name, Map<String, Double> weights) {}

  private final List<Metric> metrics = new ArrayList<>();
  private final Map<String, Metric> byName = new HashMap<>();
  private final boolean strictOrder;
  private final boolean wholeGroups;

  /**
   * @param strictOrder whether metrics must come in the order of the table
   * @param wholeGroups whether a vector has all metrics of a group or none
   */
  CvssGrammar(boolean strictOrder, boolean wholeGroups, String table) {
    this.strictOrder = strictOrder;
    this.wholeGroups = wholeGroups;
    for (String line : table.split("\n", -1)) {
      if (!line.isBlank()) add(line.strip().split(" +", -1));
    }
  }

  private void add(String[] words) {
    var weights = new LinkedHashMap<String, Double>();
    if (words[2].equals("as")) {
      weights.putAll(metric(words[3]).weights);
      weights.put("X", 0.0);
    } else {
      for (int i = 2; i < words.length; i++) {
        int equals = words[i].indexOf('=');
        weights.put(words[i].substring(0, equals), Double.valueOf(words[i].substring(equals + 1)));
      }
    }
    var group = Group.valueOf(words[0].toUpperCase(Locale.ROOT));
    var metric = new Metric(metrics.size(), group, words[1], Map.copyOf(weights));
    metrics.add(metric);
    byName.put(metric.name, metric);
  }

  List<Metric> metrics() {
    return metrics;
  }

  @Nullable Metric find(String name) {
    return byName.get(name);
  }

  /** A metric that is known to be there. */
  Metric metric(String name) {
    var metric = byName.get(name);
    if (metric == null) throw new IllegalArgumentException("no such metric: " + name);
    return metric;
  }

  boolean strictOrder() {
    return strictOrder;
  }

  boolean wholeGroups() {
    return wholeGroups;
  }
}
