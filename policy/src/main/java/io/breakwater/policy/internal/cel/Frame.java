package io.breakwater.policy.internal.cel;

import io.breakwater.policy.internal.document.Document;
import java.time.Instant;

/** What an evaluation works with: the document, its variables, and how many steps it has left. */
public final class Frame {
  /** The steps that one rule may take: a second's worth at most. */
  public static final long STEPS = 20_000_000;

  final Document document;
  final Instant now;
  final String environment;
  final String moment;
  final Object[] slots;
  private long steps;

  /** A frame for expressions that use so many slots. */
  public Frame(Document document, Instant now, String environment, String moment, int slots) {
    this(document, now, environment, moment, slots, STEPS);
  }

  Frame(Document document, Instant now, String environment, String moment, int slots, long steps) {
    this.document = document;
    this.now = now;
    this.environment = environment;
    this.moment = moment;
    this.slots = new Object[slots];
    this.steps = steps;
  }

  /** Gives a variable its value. */
  public void set(int slot, Object value) {
    slots[slot] = value;
  }

  /** The value of a variable. */
  public Object get(int slot) {
    return slots[slot];
  }

  /** What it is about. */
  public Document document() {
    return document;
  }

  /** Takes steps; false when none is left. */
  boolean spend(long count) {
    steps -= count;
    return steps >= 0;
  }
}
