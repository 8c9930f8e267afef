package io.breakwater.advisory.internal.feed;

import io.breakwater.model.FixState;
import java.util.Optional;
import java.util.Set;

/**
 * What Ubuntu's OVAL says about a source package, in the comment of a criterion: {@code openssh
 * package in jammy was vulnerable but has been fixed (note: '1:8.9p1-3ubuntu0.5').}
 *
 * @param cve the hole, where the comment names one
 * @param name the source package
 * @param release as the tracker writes it; may be empty
 * @param state what is said
 * @param version the fixed version, when it is fixed
 */
record UbuntuComment(String cve, String name, String release, FixState state, String version) {
  private static final String PACKAGE_IN = " package in ";
  private static final String NOTE = "(note: '";

  /** What a comment says; empty for what is no statement about a package. */
  static Optional<UbuntuComment> of(String comment) {
    String text = comment.strip();
    String cve = "";
    int close = text.indexOf(") ");
    if (text.startsWith("(CVE-") && close > 0) {
      Set<String> ids = CveIds.in(text.substring(0, close));
      if (ids.isEmpty()) return Optional.empty();
      cve = ids.iterator().next();
      text = text.substring(close + 2);
    }
    if (text.startsWith("The ")) text = text.substring(4);
    int in = text.indexOf(PACKAGE_IN);
    int end = in < 0 ? text.indexOf(": while related") : in;
    if (end <= 0) return Optional.empty();
    String name = text.substring(0, end).replace("'", "").strip();
    if (name.isEmpty() || name.indexOf(' ') >= 0) return Optional.empty();
    String rest = text.substring(in < 0 ? end + 1 : in + PACKAGE_IN.length());
    String release = in < 0 ? "" : firstWord(rest);
    String note = note(rest);
    FixState state = state(rest, note);
    if (state == FixState.UNKNOWN) return Optional.empty();
    boolean told = !note.isEmpty() && note.indexOf(' ') < 0;
    if (state == FixState.FIXED && !told) return Optional.empty();
    return Optional.of(
        new UbuntuComment(cve, name, release, state, state == FixState.FIXED ? note : ""));
  }

  private static FixState state(String says, String note) {
    if (says.contains("was vulnerable")) return FixState.FIXED;
    if (says.contains("decision has been made to ignore")) {
      return UbuntuStatus.state("ignored", note);
    }
    boolean never = says.contains("related to the CVE in some way");
    if (never) return FixState.NOT_AFFECTED;
    if (says.contains("may need fixing")) return FixState.UNDER_INVESTIGATION;
    return says.contains(" is affected") ? FixState.NOT_FIXED : FixState.UNKNOWN;
  }

  /** The code name at the start, without what punctuates it. */
  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != ' ') end++;
    String word = text.substring(0, end);
    while (word.endsWith(",") || word.endsWith(".") || word.endsWith(":")) {
      word = word.substring(0, word.length() - 1);
    }
    return word;
  }

  private static String note(String text) {
    int from = text.indexOf(NOTE);
    int to = text.lastIndexOf("')");
    return from < 0 || to < from + NOTE.length() ? "" : text.substring(from + NOTE.length(), to);
  }
}
