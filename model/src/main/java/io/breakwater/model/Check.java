package io.breakwater.model;

import java.util.List;
import java.util.Locale;

/**
 * Something that is looked for in files and configuration: what all its findings have in common.
 *
 * @param id stable and unique, in lower case with dashes as {@code aws-access-key-id}, or the code
 *     of a benchmark
 * @param aliases what others call the same check, such as hadolint's {@code DL3008}
 * @param area what kind of thing it is
 * @param severity how bad it is as a rule; a finding may be less or more
 * @param title one line: what is wrong
 * @param why what somebody can do with it
 * @param remedy the change that removes it
 * @param references URLs
 */
public record Check(
    String id,
    List<String> aliases,
    Area area,
    Severity severity,
    Text title,
    Text why,
    Text remedy,
    List<String> references) {
  /** Copies the lists. */
  public Check {
    if (id.isBlank()) throw new IllegalArgumentException("a check has an id");
    aliases = List.copyOf(aliases);
    references = List.copyOf(references);
  }

  /** The kinds of things that checks find. */
  public enum Area {
    /** How an image, a build or a workload is set up. */
    MISCONFIGURATION,
    /** What gives access to something else. */
    SECRET,
    /** What was put there to do harm. */
    MALWARE,
    /** What an attacker inside would use. */
    EXPOSURE,
    /** What others may demand for the use of their work. */
    LICENCE;

    /** The word that documents write. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
