package io.breakwater.policy.internal;

import io.breakwater.policy.internal.cel.Frame;
import io.breakwater.policy.internal.cel.Glob;
import io.breakwater.policy.internal.document.Rec;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exception of a policy.
 *
 * @param rules the ids of the rules that it is an exception of
 * @param match a condition for each of these rules; empty when none is given
 * @param ids patterns of ids
 * @param paths patterns of paths
 * @param components patterns of package URLs, or names of packages
 * @param reason why
 * @param owner who answers for it
 * @param expires the last day on which it holds
 * @param place file, line and column
 */
public record Exemption(
    List<String> rules,
    Map<String, Condition> match,
    List<String> ids,
    List<String> paths,
    List<String> components,
    String reason,
    String owner,
    LocalDate expires,
    String place) {
  /** Copies the lists. */
  public Exemption {
    rules = List.copyOf(rules);
    match = Map.copyOf(match);
    ids = List.copyOf(ids);
    paths = List.copyOf(paths);
    components = List.copyOf(components);
  }

  /** Slots that its frame needs. */
  public int slots() {
    int slots = 1;
    for (Condition each : match.values()) slots = Math.max(slots, each.slots());
    return slots;
  }

  /**
   * Whether it lets an item of a rule pass. What cannot be told is not let pass.
   *
   * @param item what the rule found; empty for a rule about the whole image
   * @param frame holds the item
   */
  public boolean covers(String rule, Optional<Object> item, Frame frame) {
    if (!rules.contains(rule)) return false;
    Condition condition = match.get(rule);
    if (condition != null && !Boolean.TRUE.equals(condition.code().eval(frame))) return false;
    if (ids.isEmpty() && paths.isEmpty() && components.isEmpty()) return true;
    if (!(item.orElse("") instanceof Rec rec)) return false;
    return (ids.isEmpty() || anyId(rec))
        && (paths.isEmpty() || any(Items.path(rec), paths))
        && (components.isEmpty() || anyComponent(rec));
  }

  private boolean anyId(Rec item) {
    if (any(item.text("id"), ids)) return true;
    if (!(item.get("aliases") instanceof List<?> aliases)) return false;
    for (Object alias : aliases) if (alias instanceof String id && any(id, ids)) return true;
    return false;
  }

  private boolean anyComponent(Rec item) {
    Rec component =
        item.shape().name().equals("Component")
            ? item
            : item.document().component(item.text("component"));
    if (component == null) return false;
    return any(component.text("purl"), components)
        || any(withoutVersion(component.text("purl")), components)
        || any(component.text("name"), components);
  }

  private static String withoutVersion(String purl) {
    int at = purl.lastIndexOf('@');
    return at < 0 ? purl : purl.substring(0, at);
  }

  private static boolean any(String text, List<String> patterns) {
    for (String pattern : patterns) if (Glob.matches(text, pattern)) return true;
    return false;
  }
}
