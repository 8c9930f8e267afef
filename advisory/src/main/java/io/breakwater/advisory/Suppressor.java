package io.breakwater.advisory;

import io.breakwater.advisory.ignore.IgnoreRule;
import io.breakwater.advisory.vex.Justification;
import io.breakwater.advisory.vex.VexMatcher;
import io.breakwater.advisory.vex.VexStatement;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Suppressions;
import io.breakwater.model.Suppressions.By;
import io.breakwater.model.Suppressions.Remark;
import io.breakwater.model.Suppressions.RuleNote;
import io.breakwater.model.Suppressions.Suppressed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes out of an image's findings what VEX calls not affected or fixed, then what ignore rules
 * name, and tells of every one. For one image, by one thread.
 */
public final class Suppressor {
  /** A rule that takes out more than this is too broad. */
  public static final int MOST_OF_ONE_RULE = 100;

  private final VexMatcher vex;
  private final List<IgnoreRule> rules;
  private final ImageInfo image;
  private final LocalDate today;
  private final Map<String, Component> components = new HashMap<>();
  private final int[] matched;

  /** What is left, and what was taken out. */
  public record Outcome(List<Finding> findings, Suppressions suppressions) {
    /** Copies the list. */
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A suppressor for one image.
   *
   * @param components of the image
   * @param today on which rules expire
   */
  public Suppressor(
      VexMatcher vex,
      List<IgnoreRule> rules,
      ImageInfo image,
      List<Component> components,
      LocalDate today) {
    this.vex = vex;
    this.rules = List.copyOf(rules);
    this.image = image;
    this.today = today;
    this.matched = new int[rules.size()];
    for (Component component : components) this.components.put(component.id(), component);
  }

  /** Takes out what shall not be reported. */
  public Outcome apply(List<? extends Finding> findings) {
    var kept = new ArrayList<Finding>(findings.size());
    var out = new ArrayList<Suppressed>();
    var remarks = new ArrayList<Remark>();
    for (Finding finding : findings) {
      Optional<Suppressed> suppressed = suppressed(finding, remarks);
      if (suppressed.isPresent()) out.add(suppressed.get());
      else kept.add(finding);
    }
    return new Outcome(kept, new Suppressions(out, remarks, notes()));
  }

  private Optional<Suppressed> suppressed(Finding finding, List<Remark> remarks) {
    return switch (finding) {
      case Finding.AboutPackage about -> suppressed(about, remarks);
      case Finding.OfCheck found ->
          ignore(rule -> rule.matches(found, image)).map(rule -> ignored(found, rule));
    };
  }

  private Optional<Suppressed> suppressed(Finding.AboutPackage about, List<Remark> remarks) {
    Component component = components.get(about.component());
    if (component == null) return Optional.empty();
    Optional<IgnoreRule> rule = ignore(r -> r.matches(about, component, image));
    Optional<VexMatcher.Match> match = vex.decide(about, component);
    if (match.isPresent()) {
      VexStatement statement = match.get().statement();
      var source =
          new Suppressions.Source(match.get().document().id(), match.get().document().author());
      if (statement.status().suppresses()) {
        return Optional.of(
            new Suppressed(
                about,
                By.VEX,
                statement.status().id(),
                statement.justification().map(Justification::id).orElse(""),
                statement.words(),
                source,
                Optional.empty(),
                Optional.empty()));
      }
      if (rule.isEmpty()) {
        remarks.add(new Remark(about, statement.status().id(), statement.words(), source));
      }
    }
    return rule.map(r -> ignored(about, r));
  }

  private static Suppressed ignored(Finding finding, IgnoreRule rule) {
    return new Suppressed(
        finding,
        By.IGNORE,
        rule.justification().isPresent() ? "not_affected" : "ignored",
        rule.justification().map(Justification::id).orElse(""),
        rule.reason(),
        new Suppressions.Source(rule.file() + ":" + rule.line(), ""),
        rule.owner(),
        rule.expires());
  }

  /** The first rule that holds; every rule that matches is counted. */
  private Optional<IgnoreRule> ignore(Predicate<IgnoreRule> matches) {
    Optional<IgnoreRule> first = Optional.empty();
    for (int i = 0; i < matched.length; i++) {
      IgnoreRule rule = rules.get(i);
      if (!matches.test(rule)) continue;
      matched[i]++;
      if (first.isEmpty() && !rule.isExpired(today)) first = Optional.of(rule);
    }
    return first;
  }

  private List<RuleNote> notes() {
    var notes = new ArrayList<RuleNote>();
    for (int i = 0; i < matched.length; i++) {
      IgnoreRule rule = rules.get(i);
      if (rule.isExpired(today)) notes.add(note(RuleNote.State.EXPIRED, rule, matched[i]));
      if (matched[i] == 0) notes.add(note(RuleNote.State.UNUSED, rule, 0));
      if (rule.isTooBroad() || matched[i] > MOST_OF_ONE_RULE) {
        notes.add(note(RuleNote.State.TOO_BROAD, rule, matched[i]));
      }
    }
    return notes;
  }

  private static RuleNote note(RuleNote.State state, IgnoreRule rule, int matched) {
    return new RuleNote(
        state,
        rule.text(),
        rule.file(),
        rule.line(),
        matched,
        rule.reason(),
        rule.owner(),
        rule.expires());
  }
}
