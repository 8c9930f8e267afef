package io.breakwater.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was taken out of a report's findings, by whom and why; nothing is left out in silence.
 *
 * @param findings those that are not reported
 * @param remarks what VEX statements say about findings that stay
 * @param rules ignore rules that somebody should look at again
 */
public record Suppressions(List<Suppressed> findings, List<Remark> remarks, List<RuleNote> rules) {
  /** Nobody took anything out. */
  public static final Suppressions NONE = new Suppressions(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Suppressions {
    findings = List.copyOf(findings);
    remarks = List.copyOf(remarks);
    rules = List.copyOf(rules);
  }

  /** How many findings were taken out by this. */
  public int count(By by) {
    return (int) findings.stream().filter(f -> f.by() == by).count();
  }

  /** What takes findings out. */
  public enum By {
    /** A statement of a VEX document. */
    VEX("vex"),
    /** A rule of an ignore file. */
    IGNORE("ignore");

    private final String id;

    By(String id) {
      this.id = id;
    }

    /** The word that documents write. */
    public String id() {
      return id;
    }
  }

  /**
   * A finding that was taken out.
   *
   * @param finding the finding
   * @param by what took it out
   * @param status as VEX calls it: {@code not_affected} or {@code fixed}; {@code ignored} by a rule
   * @param justification one of OpenVEX's words; may be empty
   * @param reason in the words of whoever said so; may be empty
   * @param source who said so, and where
   * @param owner who answers for an ignore rule
   * @param expires when an ignore rule ends
   */
  public record Suppressed(
      Finding finding,
      By by,
      String status,
      String justification,
      String reason,
      Source source,
      Optional<String> owner,
      Optional<LocalDate> expires) {}

  /**
   * Where a statement or rule stands.
   *
   * @param document the id of a VEX document, or the file of ignore rules with the line
   * @param author of the document; may be empty
   */
  public record Source(String document, String author) {}

  /**
   * What VEX says about a finding that stays.
   *
   * @param finding the finding
   * @param status {@code affected} or {@code under_investigation}
   * @param statement what to do about it, or what is known; may be empty
   * @param source who says so
   */
  public record Remark(Finding finding, String status, String statement, Source source) {}

  /**
   * An ignore rule that somebody should look at again.
   *
   * @param state why
   * @param rule the rule in one line
   * @param file where it stands
   * @param line from 1
   * @param matched how many findings it took out, or would have
   * @param reason that it gives; may be empty
   * @param owner who answers for it
   * @param expires when it ends
   */
  public record RuleNote(
      State state,
      String rule,
      String file,
      int line,
      int matched,
      String reason,
      Optional<String> owner,
      Optional<LocalDate> expires) {
    /** Why somebody should look. */
    public enum State {
      /** Its day has passed: it takes nothing out any more. */
      EXPIRED("expired"),
      /** It matches no finding. */
      UNUSED("unused"),
      /** It names no hole, no path and no image, or takes out more than a rule should. */
      TOO_BROAD("too-broad");

      private final String id;

      State(String id) {
        this.id = id;
      }

      /** The word that documents write. */
      public String id() {
        return id;
      }
    }
  }
}
