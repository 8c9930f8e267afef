package io.breakwater.advisory.version;

/**
 * Versions that are lists of numbers, compared one by one, where the longer of two lists that begin
 * alike is the newer: Haskell's ({@code hackage}) and R's ({@code cran}).
 */
final class NumberListScheme implements VersionScheme {
  private final String name;
  private final String separators;
  private final int least;

  /**
   * A scheme of dotted numbers.
   *
   * @param separators the characters of which one stands between two numbers
   * @param least how many numbers a valid version has at least
   */
  NumberListScheme(String name, String separators, int least) {
    this.name = name;
    this.separators = separators;
    this.least = least;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isValid(String version) {
    return count(version) >= least;
  }

  @Override
  public int compare(String a, String b) {
    require(a);
    require(b);
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int iEnd = Chars.skipDigits(a, i, a.length());
      int jEnd = Chars.skipDigits(b, j, b.length());
      int order = Chars.compareNumbers(a, i, iEnd, b, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = iEnd + 1;
      j = jEnd + 1;
    }
    return Boolean.compare(i < a.length(), j < b.length());
  }

  private void require(String version) {
    if (count(version) == 0) {
      throw new InvalidVersionException(name, version, "it is not a list of numbers");
    }
  }

  /** How many numbers the version has; 0 where it has anything else. */
  private int count(String version) {
    int count = 0;
    int at = 0;
    while (true) {
      int end = Chars.skipDigits(version, at, version.length());
      if (end == at) {
        return 0;
      }
      count++;
      if (end == version.length()) {
        return count;
      }
      if (separators.indexOf(version.charAt(end)) < 0) {
        return 0;
      }
      at = end + 1;
    }
  }
}
