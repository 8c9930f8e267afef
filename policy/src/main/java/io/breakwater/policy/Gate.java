package io.breakwater.policy;

import io.breakwater.model.Decision;
import io.breakwater.model.Decision.Answer;
import io.breakwater.model.Decision.Item;
import io.breakwater.model.Decision.Level;
import io.breakwater.model.Decision.Note;
import io.breakwater.model.Decision.Reason;
import io.breakwater.model.Decision.Waived;
import io.breakwater.model.Text;
import io.breakwater.policy.internal.Exemption;
import io.breakwater.policy.internal.Items;
import io.breakwater.policy.internal.Missing;
import io.breakwater.policy.internal.Rule;
import io.breakwater.policy.internal.cel.Failure;
import io.breakwater.policy.internal.cel.Frame;
import io.breakwater.policy.internal.cel.Glob;
import io.breakwater.policy.internal.document.Document;
import io.breakwater.policy.internal.document.Rec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks policies about an image. Total: what cannot be told is UNKNOWN with its reason, never an
 * exception and never PASS.
 */
public final class Gate {
  /** The items that a reason names. */
  private static final int SHOWN = 20;

  private final List<Policy> policies;

  /** A gate of these policies. */
  public Gate(List<Policy> policies) {
    this.policies = List.copyOf(policies);
  }

  /** What the policies say. */
  public Decision judge(Subject subject, Occasion occasion) {
    var judging = new Judging(subject.document(), occasion);
    for (Policy policy : policies) judging.ask(policy);
    return judging.decision(policies.stream().map(Policy::name).toList());
  }

  /** One judgement. */
  private static final class Judging {
    private final Document document;
    private final Occasion occasion;
    private final LocalDate today;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Waived> waived = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private boolean refuses;

    Judging(Document document, Occasion occasion) {
      this.document = document;
      this.occasion = occasion;
      this.today = LocalDate.ofInstant(occasion.now(), ZoneOffset.UTC);
    }

    void ask(Policy policy) {
      var frames = new Frames();
      var live = new ArrayList<Exemption>();
      for (Exemption each : policy.exceptions()) {
        if (!each.expires().isBefore(today)) live.add(each);
        else note("expired-exception", policy, expired(each));
      }
      Set<String> uses = new HashSet<>();
      for (Rule rule : policy.rules()) {
        if (!applies(rule.applies())) {
          note("not-applied", policy, notApplied(rule));
          continue;
        }
        uses.addAll(rule.when().uses());
        rule.forEach().ifPresent(list -> uses.addAll(list.uses()));
        judge(policy, rule, live, frames);
      }
      for (Missing missing :
          Missing.of(document, uses, occasion.now(), policy.unknown().staleAfterDays())) {
        unknown(policy, missing.kind(), missing.message(), missing.remedy());
      }
    }

    private void judge(Policy policy, Rule rule, List<Exemption> live, Frames frames) {
      Frame frame = frames.of(rule.slots());
      if (rule.forEach().isEmpty()) {
        Object answer = rule.when().code().eval(frame);
        if (answer instanceof Failure failure) {
          evaluation(policy, rule, failure, rule.when().place());
        } else if (Boolean.TRUE.equals(answer)) {
          var hits = new Hits(rule);
          if (!waive(rule, Optional.empty(), live, frames)) hits.add(Optional.empty(), frame);
          hits.tell(policy);
        }
        return;
      }
      Object list = rule.forEach().get().code().eval(frame);
      if (!(list instanceof List<?> items)) {
        Failure failure = list instanceof Failure f ? f : new Failure("it is no list");
        evaluation(policy, rule, failure, rule.forEach().get().place());
        return;
      }
      var hits = new Hits(rule);
      Optional<Failure> failed = Optional.empty();
      for (Object item : items) {
        frame.set(0, item);
        Object answer = rule.when().code().eval(frame);
        if (answer instanceof Failure failure) {
          failed = Optional.of(failure);
          if (hits.count > 0) break; // that it cannot be told of all is told, once
          continue;
        }
        if (!Boolean.TRUE.equals(answer)) continue;
        if (!waive(rule, Optional.of(item), live, frames)) hits.add(Optional.of(item), frame);
      }
      hits.tell(policy);
      if (failed.isPresent()) evaluation(policy, rule, failed.get(), rule.when().place());
    }

    private boolean waive(Rule rule, Optional<Object> item, List<Exemption> live, Frames frames) {
      for (Exemption each : live) {
        Frame frame = frames.of(each.slots());
        item.ifPresent(i -> frame.set(0, i));
        if (!each.covers(rule.id(), item, frame)) continue;
        String id = item.map(Items::id).orElse("");
        String where = item.map(Items::where).orElse("");
        waived.add(new Waived(rule.id(), id, where, each.reason(), each.owner(), each.expires()));
        return true;
      }
      return false;
    }

    private void evaluation(Policy policy, Rule rule, Failure failure, String place) {
      var message =
          new Text(
              "rule " + rule.id() + " could not be told: " + failure.reason() + " (" + place + ")",
              "规则 " + rule.id() + " 无法判断：" + failure.reason() + "（" + place + "）");
      unknown(policy, "evaluation", message, Optional.empty());
    }

    private void unknown(Policy policy, String kind, Text message, Optional<Text> remedy) {
      if (policy.unknown().refusing().contains(kind)) refuses = true;
      reasons.add(
          new Reason(policy.name(), kind, Level.UNKNOWN, message, 0, List.of(), remedy, List.of()));
    }

    private void note(String kind, Policy policy, Text message) {
      notes.add(new Note(kind, policy.name(), message));
    }

    private static Text expired(Exemption of) {
      String rules = String.join(", ", of.rules());
      return new Text(
          "the exception of "
              + of.owner()
              + " from "
              + rules
              + " ended on "
              + of.expires()
              + " and counts no more: "
              + of.reason()
              + " ("
              + of.place()
              + ")",
          of.owner()
              + " 对 "
              + rules
              + " 的例外已于 "
              + of.expires()
              + " 到期，不再生效："
              + of.reason()
              + "（"
              + of.place()
              + "）");
    }

    private static Text notApplied(Rule rule) {
      Rule.Applies to = rule.applies();
      var where = new ArrayList<String>();
      if (!to.repositories().isEmpty()) where.add(String.join(", ", to.repositories()));
      if (!to.environments().isEmpty()) where.add(String.join(", ", to.environments()));
      if (!to.moments().isEmpty()) where.add(String.join(", ", to.moments()));
      String told = String.join("; ", where);
      return new Text(
          "rule " + rule.id() + " was not asked: it applies to " + told,
          "未检查规则 " + rule.id() + "：它只适用于 " + told);
    }

    private boolean applies(Rule.Applies to) {
      if (!to.moments().isEmpty() && !to.moments().contains(occasion.moment())) return false;
      if (!to.environments().isEmpty() && !to.environments().contains(occasion.environment())) {
        return false;
      }
      if (to.repositories().isEmpty()) return true;
      Rec image = document.image();
      String repository = image.text("repository");
      String full = image.text("registry") + "/" + repository;
      for (String pattern : to.repositories()) {
        if (Glob.matches(repository, pattern) || Glob.matches(full, pattern)) return true;
      }
      return false;
    }

    Decision decision(List<String> names) {
      reasons.sort(Comparator.comparing(Reason::level).reversed());
      Answer answer = Answer.PASS;
      for (Reason reason : reasons) {
        Answer says =
            switch (reason.level()) {
              case DENY -> Answer.DENY;
              case UNKNOWN -> Answer.UNKNOWN;
              case WARN -> Answer.WARN;
              case INFO -> Answer.PASS;
            };
        if (says.compareTo(answer) > 0) answer = says;
      }
      return new Decision(answer, refuses || answer == Answer.DENY, names, reasons, waived, notes);
    }

    /** What a rule found. */
    private final class Hits {
      private final Rule rule;
      private final List<Item> items = new ArrayList<>();
      private int count;

      Hits(Rule rule) {
        this.rule = rule;
      }

      void add(Optional<Object> item, Frame frame) {
        count++;
        if (items.size() >= SHOWN) return;
        items.add(
            new Item(
                item.map(Items::id).orElse(""),
                item.map(Items::where).orElse(""),
                rule.message().fill(frame)));
      }

      void tell(Policy policy) {
        if (count == 0) return;
        Text first = items.getFirst().message();
        Text message =
            count == 1
                ? first
                : new Text(
                    first.english() + " (and " + (count - 1) + " more)",
                    first.chinese() + "（另有 " + (count - 1) + " 个）");
        reasons.add(
            new Reason(
                policy.name(),
                rule.id(),
                rule.level(),
                message,
                count,
                items,
                rule.remedy(),
                rule.references()));
      }
    }

    /** A frame for each rule: its steps are its own. */
    private final class Frames {
      Frame of(int slots) {
        return new Frame(
            document, occasion.now(), occasion.environment(), occasion.moment(), slots);
      }
    }
  }
}
