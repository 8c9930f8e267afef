package io.breakwater.bench.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts of one group: found and right, missed, found and wrong; with a few examples. */
final class Tally {
  private static final int EXAMPLES = 8;

  int right;
  int missed;
  int wrong;
  private final List<String> examples = new ArrayList<>();

  void right() {
    right++;
  }

  void missed(String what) {
    missed++;
    example("missed " + what);
  }

  void wrong(String what) {
    wrong++;
    example("wrong  " + what);
  }

  void add(Tally other) {
    right += other.right;
    missed += other.missed;
    wrong += other.wrong;
    other.examples.forEach(this::example);
  }

  private void example(String what) {
    if (examples.size() < EXAMPLES) examples.add(what);
  }

  List<String> examples() {
    return examples;
  }

  double recall() {
    return right + missed == 0 ? 1 : right / (double) (right + missed);
  }

  double precision() {
    return right + wrong == 0 ? 1 : right / (double) (right + wrong);
  }

  double f1() {
    double sum = recall() + precision();
    return sum == 0 ? 0 : 2 * recall() * precision() / sum;
  }

  /** A row of a Markdown table. */
  String row(String name) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.4f | %.4f | %.4f |",
        name,
        right,
        missed,
        wrong,
        recall(),
        precision(),
        f1());
  }

  static String head(String what) {
    return "| "
        + what
        + " | right | missed | wrong | recall | precision | F1 |\n"
        + "| --- | --: | --: | --: | --: | --: | --: |";
  }
}
