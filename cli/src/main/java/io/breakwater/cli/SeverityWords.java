package io.breakwater.cli;

import io.breakwater.model.Severity;

/** How severities are called. */
final class SeverityWords {
  private SeverityWords() {}

  static Msg of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Msg.CRITICAL;
      case HIGH -> Msg.HIGH;
      case MEDIUM -> Msg.MEDIUM;
      case LOW -> Msg.LOW;
      case NEGLIGIBLE -> Msg.NEGLIGIBLE;
      case UNKNOWN -> Msg.UNRATED;
    };
  }
}
