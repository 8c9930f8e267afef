package io.breakwater.policy.internal.cel;

/** Values in words for people. */
public final class Told {
  private Told() {}

  /** As messages write it. */
  public static String of(Object value) {
    return Conversions.told(value);
  }
}
