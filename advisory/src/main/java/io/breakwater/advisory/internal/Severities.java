package io.breakwater.advisory.internal;

import io.breakwater.model.Severity;

/** The words of publishers for severities. */
public final class Severities {
  private Severities() {}

  /** The severity of a word; {@link Severity#UNKNOWN} for words that name none. */
  public static Severity word(String word) {
    return Severity.parse(word).orElse(Severity.UNKNOWN);
  }

  /** The severity that begins a title such as {@code Important: kernel security update}. */
  public static Severity ofTitle(String title) {
    int colon = title.indexOf(':');
    return colon > 0 && colon < 12 ? word(title.substring(0, colon)) : Severity.UNKNOWN;
  }
}
