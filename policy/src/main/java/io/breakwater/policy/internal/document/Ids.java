package io.breakwater.policy.internal.document;

import io.breakwater.model.Origin;
import io.breakwater.model.Severity;

/** The words of constants that rules compare most: nothing is made to tell them. */
final class Ids {
  private Ids() {}

  static String of(Severity severity) {
    return switch (severity) {
      case UNKNOWN -> "unknown";
      case NEGLIGIBLE -> "negligible";
      case LOW -> "low";
      case MEDIUM -> "medium";
      case HIGH -> "high";
      case CRITICAL -> "critical";
    };
  }

  static String of(Origin origin) {
    return switch (origin) {
      case BASE -> "base";
      case OWN -> "own";
      case UNKNOWN -> "unknown";
    };
  }
}
