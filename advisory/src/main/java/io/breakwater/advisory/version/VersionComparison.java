package io.breakwater.advisory.version;

/** The order of two versions in one character, as the command line prints it. */
public final class VersionComparison {
  private VersionComparison() {}

  /**
   * Answers {@code <}, {@code =} or {@code >} as {@code a} is older than, equal to or newer than
   * {@code b}, or {@code !} when either has no place in the scheme's order. Never throws.
   */
  public static String answer(VersionScheme scheme, String a, String b) {
    try {
      int order = scheme.compare(a, b);
      return order < 0 ? "<" : order > 0 ? ">" : "=";
    } catch (InvalidVersionException e) {
      return "!";
    }
  }
}
