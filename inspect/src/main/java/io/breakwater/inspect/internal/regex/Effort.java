package io.breakwater.inspect.internal.regex;

/** Counts the steps that searches took. For one thread. */
public final class Effort {
  private long steps;

  /** How many there were. */
  public long steps() {
    return steps;
  }

  void add(long more) {
    steps += more;
  }
}
