package io.breakwater.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the policies of a gate say about an image, rule by rule.
 *
 * @param answer the worst of all answers: DENY, else UNKNOWN, else WARN, else PASS
 * @param refuses whether the image may not pass: it is denied, or evidence is missing that a policy
 *     does not go without
 * @param policies the names of the policies that were asked
 * @param reasons what speaks against the image, the worst first
 * @param waived what exceptions let pass
 * @param notes what somebody should know about the policies: exceptions that have run out, rules
 *     that were not asked
 */
public record Decision(
    Answer answer,
    boolean refuses,
    List<String> policies,
    List<Reason> reasons,
    List<Waived> waived,
    List<Note> notes) {
  /** Copies the lists. */
  public Decision {
    policies = List.copyOf(policies);
    reasons = List.copyOf(reasons);
    waived = List.copyOf(waived);
    notes = List.copyOf(notes);
  }

  /** The answers, the best first. */
  public enum Answer {
    /** Nothing speaks against it. */
    PASS,
    /** It may pass, and somebody should look. */
    WARN,
    /** Evidence is missing. */
    UNKNOWN,
    /** It may not pass. */
    DENY;

    /** The word that documents write. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How much a reason weighs, the least first. */
  public enum Level {
    /** Somebody may want to know. */
    INFO,
    /** Somebody should look. */
    WARN,
    /** It cannot be told. */
    UNKNOWN,
    /** It may not pass. */
    DENY;

    /** The word that documents write. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one rule found, or which evidence is missing.
   *
   * @param policy the policy's name
   * @param rule the rule's id; for missing evidence its kind, such as {@code notAnalysed}
   * @param level how much it weighs
   * @param message what was found
   * @param count how many items the rule found
   * @param items the first of them
   * @param remedy what to do
   * @param references where to read more
   */
  public record Reason(
      String policy,
      String rule,
      Level level,
      Text message,
      int count,
      List<Item> items,
      Optional<Text> remedy,
      List<String> references) {
    /** Copies the lists. */
    public Reason {
      items = List.copyOf(items);
      references = List.copyOf(references);
    }
  }

  /**
   * Something that a rule found.
   *
   * @param id of the finding, or what names the item
   * @param where the package or the file; may be empty
   * @param message what the rule says about it
   */
  public record Item(String id, String where, Text message) {}

  /**
   * Something that an exception let pass.
   *
   * @param rule the rule's id
   * @param id of the finding, or what names the item
   * @param where the package or the file; may be empty
   * @param reason why
   * @param owner who answers for it
   * @param expires the last day
   */
  public record Waived(
      String rule, String id, String where, String reason, String owner, LocalDate expires) {}

  /**
   * Something to know about a policy.
   *
   * @param kind {@code expired-exception}, {@code unused-exception} or {@code not-applied}
   * @param policy the policy's name
   * @param message what it is
   */
  public record Note(String kind, String policy, Text message) {}

  /** The same in fewer words. */
  public Verdict verdict() {
    return switch (answer) {
      case PASS -> new Verdict.Pass();
      case WARN -> new Verdict.Warn(told());
      case DENY -> new Verdict.Deny(told());
      case UNKNOWN ->
          new Verdict.Unknown(
              reasons.stream()
                  .filter(r -> r.level() == Level.UNKNOWN)
                  .map(r -> r.message().english())
                  .toList());
    };
  }

  private List<Verdict.Reason> told() {
    return reasons.stream()
        .filter(r -> r.level() == (answer == Answer.DENY ? Level.DENY : Level.WARN))
        .map(
            r ->
                new Verdict.Reason(
                    r.rule(), r.message(), r.items().stream().map(Item::id).distinct().toList()))
        .toList();
  }
}
