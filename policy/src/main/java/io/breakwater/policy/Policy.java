package io.breakwater.policy;

import io.breakwater.model.Decision.Level;
import io.breakwater.model.Text;
import io.breakwater.policy.internal.Exemption;
import io.breakwater.policy.internal.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A policy, ready to judge. {@link PolicyReader} makes it of a file. */
public final class Policy {
  private final String name;
  private final String description;
  private final List<Rule> rules;
  private final List<Exemption> exceptions;
  private final Unknowns unknown;

  Policy(
      String name,
      String description,
      List<Rule> rules,
      List<Exemption> exceptions,
      Unknowns unknown) {
    this.name = name;
    this.description = description;
    this.rules = List.copyOf(rules);
    this.exceptions = List.copyOf(exceptions);
    this.unknown = unknown;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What it is for; may be empty. */
  public String description() {
    return description;
  }

  List<Rule> rules() {
    return rules;
  }

  List<Exemption> exceptions() {
    return exceptions;
  }

  Unknowns unknown() {
    return unknown;
  }

  /** Its rules, as somebody may read them. */
  public List<Summary> summaries() {
    return rules.stream()
        .map(
            r ->
                new Summary(
                    r.id(),
                    r.level(),
                    r.message().template(),
                    r.forEach().map(e -> e.text()),
                    r.as(),
                    r.when().text(),
                    r.when().uses(),
                    r.remedy(),
                    r.references(),
                    r.applies().repositories(),
                    r.applies().environments(),
                    r.applies().moments()))
        .toList();
  }

  /**
   * A rule as it was written.
   *
   * @param message with its {@code ${ }} unfilled
   * @param forEach the list that it looks at
   * @param as what it calls an element
   * @param when its condition
   * @param uses the variables and fields that the condition reads
   * @param repositories patterns; empty means all
   * @param environments empty means all
   * @param moments empty means all
   */
  public record Summary(
      String id,
      Level level,
      Text message,
      Optional<String> forEach,
      String as,
      String when,
      Set<String> uses,
      Optional<Text> remedy,
      List<String> references,
      List<String> repositories,
      List<String> environments,
      List<String> moments) {}

  /**
   * What missing evidence means.
   *
   * @param refusing the kinds that an image may not pass without
   * @param staleAfterDays how old a database may be
   */
  record Unknowns(Set<String> refusing, int staleAfterDays) {
    /** Every kind of missing evidence. */
    static final List<String> KINDS =
        List.of("notAnalysed", "notCovered", "staleDatabase", "noBaseline", "evaluation");
  }
}
