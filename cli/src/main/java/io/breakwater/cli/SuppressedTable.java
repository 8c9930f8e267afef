package io.breakwater.cli;

import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Suppressions;
import io.breakwater.model.Suppressions.By;
import io.breakwater.model.Suppressions.RuleNote;
import io.breakwater.model.Suppressions.Suppressed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the report's table about what was taken out of the findings. */
final class SuppressedTable {
  private static final int COLUMN = 16;

  private final Suppressions suppressions;
  private final boolean all;
  private final Terminal terminal;
  private final Map<String, Component> components = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * A table to write.
   *
   * @param all whether to list every finding that was taken out
   */
  SuppressedTable(ScanReport report, boolean all, Terminal terminal) {
    this.suppressions = report.suppressions();
    this.all = all;
    this.terminal = terminal;
    if (!suppressions.findings().isEmpty()) {
      for (Component each : report.components()) components.put(each.id(), each);
    }
  }

  /** The lines; none when nothing was taken out and no rule wants a look. */
  List<String> lines() {
    if (!suppressions.findings().isEmpty()) summary();
    if (all) for (Suppressed one : suppressions.findings()) suppressed(one);
    for (RuleNote note : suppressions.rules()) note(note);
    if (!lines.isEmpty()) lines.add("");
    return lines;
  }

  private void summary() {
    var words = new ArrayList<String>();
    int byVex = suppressions.count(By.VEX);
    int byRule = suppressions.count(By.IGNORE);
    if (byVex > 0) words.add(terminal.say(Msg.BY_VEX, Sizes.count(byVex)));
    if (byRule > 0) words.add(terminal.say(Msg.BY_RULES, Sizes.count(byRule)));
    String line = String.join(terminal.say(Msg.COMMA), words);
    labelled(Msg.SUPPRESSED, all ? line : terminal.say(Msg.SHOW_THEM, line));
  }

  private void suppressed(Suppressed one) {
    Finding finding = one.finding();
    Optional<Component> component =
        finding instanceof Finding.AboutPackage about
            ? Optional.ofNullable(components.get(about.component()))
            : Optional.empty();
    String name = component.map(c -> " " + c.name() + " " + c.version()).orElse("");
    String status = one.by() == By.VEX ? "VEX " + one.status() : one.status();
    if (!one.justification().isEmpty()) status += ", " + one.justification();
    labelled(null, Cells.clean(finding.id() + name + " · " + status));
    if (!one.reason().isEmpty()) faint(one.reason());
    var source = new StringBuilder(one.source().document());
    if (!one.source().author().isEmpty()) source.append(" · ").append(one.source().author());
    one.owner().ifPresent(owner -> source.append(" · ").append(owner));
    one.expires()
        .ifPresent(date -> source.append(" · ").append(terminal.say(Msg.UNTIL, date.toString())));
    faint(source.toString());
  }

  private void note(RuleNote note) {
    String state =
        switch (note.state()) {
          case EXPIRED ->
              terminal.say(Msg.RULE_EXPIRED, note.expires().map(Object::toString).orElse(""));
          case UNUSED -> terminal.say(Msg.RULE_UNUSED);
          case TOO_BROAD -> terminal.say(Msg.RULE_TOO_BROAD, Sizes.count(note.matched()));
        };
    String owner = note.owner().map(o -> " · " + o).orElse("");
    labelled(
        Msg.IGNORE_RULE,
        Cells.clean(note.file() + ":" + note.line() + " " + note.rule() + " · " + state + owner));
  }

  private void faint(String words) {
    int indent = COLUMN + 2;
    for (String line : Cells.wrap(Cells.clean(words), terminal.width() - indent)) {
      lines.add(" ".repeat(indent) + terminal.paint(Ink.FAINT, line));
    }
  }

  private void labelled(@org.jspecify.annotations.Nullable Msg label, String words) {
    String first = Cells.left(" " + (label == null ? "" : terminal.say(label)), COLUMN);
    for (String line : Cells.wrap(words, terminal.width() - COLUMN)) {
      lines.add(first + line);
      first = " ".repeat(COLUMN);
    }
  }
}
