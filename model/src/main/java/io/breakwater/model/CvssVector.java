package io.breakwater.model;

import io.breakwater.model.CvssGrammar.Group;
import io.breakwater.model.CvssGrammar.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The metrics of a vector.
 *
 * @param grammar what metrics there are
 * @param values the value of each metric of the grammar; the empty string for those not defined
 */
record CvssVector(CvssGrammar grammar, List<String> values) {
  private static final int LONGEST = 512;

  /** The value that says no more than a missing metric; version 2.0 has no such value. */
  private static final String NOT_DEFINED = "X";

  static CvssVector parse(CvssGrammar grammar, String vector, int start, int end) {
    if (vector.length() > LONGEST) {
      throw new InvalidCvssException(vector, "it is longer than " + LONGEST + " characters");
    }
    var values = new String[grammar.metrics().size()];
    int previous = -1;
    for (int from = start; from <= end; ) {
      int slash = vector.indexOf('/', from, end);
      int to = slash < 0 ? end : slash;
      var metric = addMetric(grammar, vector, from, to, values);
      if (grammar.strictOrder() && metric.index() < previous) {
        throw new InvalidCvssException(vector, metric.name() + " is out of order");
      }
      previous = metric.index();
      from = to + 1;
    }
    checkGroups(grammar, vector, values);
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null || values[i].equals(NOT_DEFINED)) values[i] = "";
    }
    return new CvssVector(grammar, List.of(values));
  }

  private static Metric addMetric(
      CvssGrammar grammar, String vector, int from, int to, String[] values) {
    int colon = vector.indexOf(':', from, to);
    if (colon < 0) {
      throw new InvalidCvssException(
          vector, Quoted.of(vector.substring(from, to)) + " is no metric:value");
    }
    String name = vector.substring(from, colon);
    var metric = grammar.find(name);
    if (metric == null) {
      throw new InvalidCvssException(vector, "there is no metric " + Quoted.of(name));
    }
    String value = vector.substring(colon + 1, to);
    if (!metric.weights().containsKey(value)) {
      throw new InvalidCvssException(vector, name + " cannot be " + Quoted.of(value));
    }
    if (values[metric.index()] != null) {
      throw new InvalidCvssException(vector, name + " is there twice");
    }
    values[metric.index()] = value;
    return metric;
  }

  private static void checkGroups(CvssGrammar grammar, String vector, String[] values) {
    for (Metric metric : grammar.metrics()) {
      if (values[metric.index()] != null) continue;
      boolean needed =
          metric.group() == Group.BASE
              || (grammar.wholeGroups()
                  && grammar.metrics().stream()
                      .anyMatch(m -> m.group() == metric.group() && values[m.index()] != null));
      if (needed) throw new InvalidCvssException(vector, metric.name() + " is missing");
    }
  }

  /** Whether the vector defines any metric of the group. */
  boolean has(Group group) {
    for (Metric metric : grammar.metrics()) {
      if (metric.group() == group && !values.get(metric.index()).isEmpty()) return true;
    }
    return false;
  }

  Optional<String> value(String name) {
    var metric = grammar.find(name);
    return metric == null
        ? Optional.empty()
        : Optional.of(values.get(metric.index())).filter(value -> !value.isEmpty());
  }

  boolean is(String name, String value) {
    return values.get(grammar.metric(name).index()).equals(value);
  }

  /** What the metric weighs; if the vector does not define it, what "not defined" weighs. */
  double weight(String name) {
    var metric = grammar.metric(name);
    String value = values.get(metric.index());
    return metric.weights().getOrDefault(value.isEmpty() ? NOT_DEFINED : value, 1.0);
  }

  /** The name of the modified metric if the vector defines it, of the base metric otherwise. */
  String effective(String name) {
    return is("M" + name, "") ? name : "M" + name;
  }

  /** This vector with its base metrics only. */
  CvssVector base() {
    var kept = values.toArray(String[]::new);
    for (Metric metric : grammar.metrics()) {
      if (metric.group() != Group.BASE) kept[metric.index()] = "";
    }
    return new CvssVector(grammar, Arrays.asList(kept));
  }

  /** The defined metrics in canonical order, without a prefix. */
  @Override
  public String toString() {
    var text = new StringBuilder(64);
    for (Metric metric : grammar.metrics()) {
      String value = values.get(metric.index());
      if (value.isEmpty()) continue;
      if (!text.isEmpty()) text.append('/');
      text.append(metric.name()).append(':').append(value);
    }
    return text.toString();
  }
}
