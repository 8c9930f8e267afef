package io.breakwater.inspect.internal.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an expression is compiled to, while it is put together: steps with up to two ways on. */
final class Program {
  static final int SET = 0;
  static final int SPLIT = 1;
  static final int SAVE = 2;
  static final int START = 3;
  static final int END = 4;
  static final int WORD_BOUNDARY = 5;
  static final int NO_WORD_BOUNDARY = 6;
  static final int LINE_START = 7;
  static final int LINE_END = 8;
  static final int MATCH = 9;

  private static final int MOST_STEPS = 20_000;

  private int[] steps = new int[3 * 64];
  private int count;
  private final Map<CharSet, Integer> numbers = new HashMap<>();
  private final List<CharSet> sets = new ArrayList<>();

  /** Adds a step and gives its place; {@code a} and {@code b} mean what its kind wants. */
  int add(int kind, int a, int b, int at) {
    if (count == MOST_STEPS) throw new InvalidRegexException("the expression is too large", at);
    if (3 * count == steps.length) steps = Arrays.copyOf(steps, 2 * steps.length);
    steps[3 * count] = kind;
    steps[3 * count + 1] = a;
    steps[3 * count + 2] = b;
    return count++;
  }

  int set(CharSet set, int at) {
    int number = numbers.computeIfAbsent(set, s -> sets.size());
    if (number == sets.size()) sets.add(set);
    return add(SET, number, count + 1, at);
  }

  void first(int step, int to) {
    steps[3 * step + 1] = to;
  }

  void second(int step, int to) {
    steps[3 * step + 2] = to;
  }

  int size() {
    return count;
  }

  int[] steps() {
    return Arrays.copyOf(steps, 3 * count);
  }

  CharSet[] sets() {
    return sets.toArray(CharSet[]::new);
  }
}
