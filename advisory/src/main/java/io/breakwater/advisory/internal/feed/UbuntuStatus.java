package io.breakwater.advisory.internal.feed;

import io.breakwater.model.FixState;

/** The words of the Ubuntu CVE tracker. */
final class UbuntuStatus {
  private UbuntuStatus() {}

  /**
   * What a status that is not {@code released} means.
   *
   * @param status the word: {@code needed}, {@code ignored} …
   * @param note what stands in parentheses behind it; may be empty
   */
  static FixState state(String status, String note) {
    return switch (status) {
      case "needed", "pending", "deferred", "active", "in-progress" -> FixState.NOT_FIXED;
      case "needs-triage" -> FixState.UNDER_INVESTIGATION;
      case "ignored" -> isEnd(note) ? FixState.END_OF_LIFE : FixState.WONT_FIX;
      case "not-affected" -> FixState.NOT_AFFECTED;
      default -> FixState.UNKNOWN;
    };
  }

  private static boolean isEnd(String note) {
    return note.contains("end of")
        || note.contains("end-of-life")
        || note.contains("superseded")
        || note.contains("replaced by")
        || note.contains("abandoned");
  }
}
