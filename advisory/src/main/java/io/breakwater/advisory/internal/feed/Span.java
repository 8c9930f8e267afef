package io.breakwater.advisory.internal.feed;

/**
 * A run of versions.
 *
 * @param low where it starts; empty: at the beginning
 * @param withLow whether the first version is in it
 * @param high where it ends; empty: nowhere
 * @param withHigh whether the last version is in it
 */
record Span(String low, boolean withLow, String high, boolean withHigh) {
  /** Every version. */
  static final Span ALL = new Span("", true, "", true);

  static Span of(String version) {
    return new Span(version, true, version, true);
  }

  static Span from(String low) {
    return new Span(low, true, "", true);
  }

  static Span above(String low) {
    return new Span(low, false, "", true);
  }

  static Span below(String high) {
    return new Span("", true, high, false);
  }

  static Span upTo(String high) {
    return new Span("", true, high, true);
  }

  static Span between(String low, String high) {
    return new Span(low, true, high, false);
  }
}
