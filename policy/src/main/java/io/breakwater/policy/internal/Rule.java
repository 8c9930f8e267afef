package io.breakwater.policy.internal;

import io.breakwater.model.Decision.Level;
import io.breakwater.model.Text;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a policy.
 *
 * @param id unique within the policy
 * @param level what it means when it holds
 * @param message what it says then
 * @param applies where it is asked at all
 * @param forEach the list whose elements it looks at
 * @param as what it calls an element
 * @param when its condition
 * @param remedy what to do
 * @param references where to read more
 */
public record Rule(
    String id,
    Level level,
    Message message,
    Applies applies,
    Optional<Condition> forEach,
    String as,
    Condition when,
    Optional<Text> remedy,
    List<String> references) {
  /** Copies the list. */
  public Rule {
    references = List.copyOf(references);
  }

  /**
   * Where a rule is asked.
   *
   * @param repositories patterns; empty means all
   * @param environments empty means all
   * @param moments empty means all
   */
  public record Applies(
      List<String> repositories, List<String> environments, List<String> moments) {
    /** Everywhere. */
    public static final Applies EVERYWHERE = new Applies(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Applies {
      repositories = List.copyOf(repositories);
      environments = List.copyOf(environments);
      moments = List.copyOf(moments);
    }
  }

  /** Slots that its frame needs. */
  public int slots() {
    int slots = Math.max(when.slots(), forEach.map(Condition::slots).orElse(0));
    for (Object part : message.english())
      if (part instanceof Condition c) slots = Math.max(slots, c.slots());
    for (Object part : message.chinese())
      if (part instanceof Condition c) slots = Math.max(slots, c.slots());
    return Math.max(1, slots);
  }
}
