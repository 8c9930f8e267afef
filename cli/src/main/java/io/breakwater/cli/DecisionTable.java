package io.breakwater.cli;

import io.breakwater.model.Decision;
import io.breakwater.model.Decision.Item;
import io.breakwater.model.Decision.Level;
import io.breakwater.model.Decision.Note;
import io.breakwater.model.Decision.Reason;
import io.breakwater.model.Decision.Waived;
import java.util.List;

/** What policies decided, for a person: rule by rule, what to do, what was let pass. */
final class DecisionTable {
  private static final int SHOWN = 5;

  private final Decision decision;
  private final Terminal terminal;
  private final Page out;

  DecisionTable(Decision decision, Terminal terminal) {
    this.decision = decision;
    this.terminal = terminal;
    this.out = new Page(terminal);
  }

  /** The lines, without line feeds. */
  List<String> lines() {
    out.line("");
    for (Reason reason : decision.reasons()) reason(reason);
    for (Waived each : decision.waived()) {
      String words =
          terminal.say(
              Msg.POLICY_WAIVED_LINE,
              each.id(),
              each.where(),
              each.reason(),
              each.owner(),
              each.expires());
      out.indented(1, terminal.say(Msg.POLICY_WAIVED) + "  " + Cells.clean(words));
    }
    for (Note each : decision.notes()) {
      out.indented(
          1, terminal.say(Msg.POLICY_NOTE) + "  " + Cells.clean(terminal.say(each.message())));
    }
    return out.lines();
  }

  /** The answer itself, in a line. */
  String answer() {
    Ink ink =
        switch (decision.answer()) {
          case PASS -> Ink.GOOD;
          case WARN, UNKNOWN -> Ink.MEDIUM;
          case DENY -> Ink.CRITICAL;
        };
    Msg word =
        switch (decision.answer()) {
          case PASS -> Msg.PASS;
          case WARN -> Msg.WARN;
          case UNKNOWN -> Msg.UNKNOWN;
          case DENY -> Msg.DENY;
        };
    return " " + terminal.paint(ink, terminal.say(word));
  }

  private void reason(Reason reason) {
    Ink ink =
        switch (reason.level()) {
          case DENY -> Ink.CRITICAL;
          case WARN, UNKNOWN -> Ink.MEDIUM;
          case INFO -> Ink.FAINT;
        };
    String head = reason.level().id() + "  " + reason.policy() + "/" + reason.rule();
    out.line(" " + terminal.paint(ink, Cells.clean(head)));
    boolean single = reason.items().size() < 2 || reason.level() == Level.UNKNOWN;
    if (single) {
      out.indented(3, Cells.clean(terminal.say(reason.message())));
    } else {
      int shown = Math.min(SHOWN, reason.items().size());
      for (Item item : reason.items().subList(0, shown)) {
        out.indented(3, Cells.clean(terminal.say(item.message())));
      }
      if (reason.count() > shown) {
        out.line("   " + terminal.say(Msg.MORE_OVER, Sizes.count(reason.count() - shown)));
      }
    }
    reason.remedy().ifPresent(r -> out.faint(3, "→ " + Cells.clean(terminal.say(r))));
  }
}
