package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.model.Check;
import java.util.ArrayList;
import java.util.List;

/** What each check looks at; the words of the checks stand in the catalogue. */
final class Rules {
  /** Looks at a build and reports what a check is about. */
  @FunctionalInterface
  interface Logic {
    /** Looks. */
    void look(Build build, Report report);
  }

  /** A check and what it looks at. */
  record Rule(Catalogue.Entry entry, Logic logic) {
    Check check() {
      return entry.check();
    }
  }

  /** The groups of checks: whoever adds one writes its words in the catalogue and one line here. */
  private static final class Held {
    static final List<Rule> ALL =
        new Rules()
            .with(BaseRules::add)
            .with(StageRules::add)
            .with(UserRules::add)
            .with(FormRules::add)
            .with(CommandRules::add)
            .with(CopyRules::add)
            .with(AddRules::add)
            .with(VariableRules::add)
            .with(PortRules::add)
            .with(RunRules::add)
            .with(LabelRules::add)
            .with(PragmaRules::add)
            .rules;
  }

  private final List<Rule> rules = new ArrayList<>();

  private Rules() {}

  /** Every check about the Dockerfile itself. */
  static List<Rule> all() {
    return List.copyOf(Held.ALL);
  }

  /** Says what a check of the catalogue looks at. */
  void on(String id, Logic logic) {
    rules.add(new Rule(Catalogue.entry(id), logic));
  }

  private Rules with(java.util.function.Consumer<Rules> group) {
    group.accept(this);
    return this;
  }
}
