package io.breakwater.cli;

import io.breakwater.cli.Difference.Changed;
import io.breakwater.cli.Difference.Versions;
import io.breakwater.cli.Snapshot.Hole;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** What {@code bw diff} shows: findings first, as they decide; then what is behind them. */
final class DiffTable {
  private static final int FIRST = 10;

  private final Snapshot a;
  private final Snapshot b;
  private final Difference difference;
  private final Severity threshold;
  private final int most;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  DiffTable(
      Snapshot a,
      Snapshot b,
      Difference difference,
      Severity threshold,
      boolean all,
      Terminal terminal) {
    this.a = a;
    this.b = b;
    this.difference = difference;
    this.threshold = threshold;
    this.most = all ? Integer.MAX_VALUE : FIRST;
    this.terminal = terminal;
  }

  /** The lines of the table, without line feeds. */
  List<String> lines() {
    lines.add("");
    lines.add("   " + terminal.paint(Ink.STRONG, Cells.clean(a.name())));
    lines.add(" → " + terminal.paint(Ink.STRONG, Cells.clean(b.name())));
    lines.add("");
    int start = lines.size();
    findings();
    components();
    executables();
    settings();
    if (lines.size() == start) {
      lines.add(" " + terminal.say(Msg.NO_DIFFERENCE));
      lines.add("");
    }
    long worse = difference.worse(threshold);
    lines.add(
        worse == 0
            ? " " + terminal.paint(Ink.GOOD, terminal.say(Msg.NOT_WORSE))
            : " "
                + terminal.paint(Ink.CRITICAL, terminal.say(Msg.WORSE))
                + "  "
                + terminal.say(Msg.WORSE_REASON, worse, terminal.say(SeverityWords.of(threshold))));
    return lines;
  }

  private void heading(Msg title, String counts) {
    lines.add(" " + terminal.paint(Ink.STRONG, terminal.say(title)) + "  " + counts);
  }

  private void findings() {
    if (difference.opened().isEmpty() && difference.closed().isEmpty()) return;
    heading(
        Msg.FINDINGS,
        terminal.say(
            Msg.NEW_FIXED,
            Sizes.count(difference.opened().size()),
            Sizes.count(difference.closed().size())));
    rows("+", Ink.HIGH, difference.opened().stream().map(this::hole).toList());
    rows("-", Ink.GOOD, difference.closed().stream().map(this::hole).toList());
    lines.add("");
  }

  private String hole(Hole hole) {
    return Cells.left(terminal.say(SeverityWords.of(hole.severity())), 11)
        + Cells.left(Cells.clean(hole.id()), 20)
        + " "
        + Cells.clean(hole.component().name() + " " + hole.version())
        + (hole.fixed().isEmpty() ? "" : " → " + Cells.clean(hole.fixed()));
  }

  private void components() {
    int changes = difference.came().size() + difference.went().size() + difference.changed().size();
    if (changes == 0) return;
    heading(
        Msg.COMPONENTS,
        terminal.say(
            Msg.CAME_WENT_CHANGED,
            Sizes.count(difference.came().size()),
            Sizes.count(difference.went().size()),
            Sizes.count(difference.changed().size())));
    rows("+", Ink.LOW, difference.came().stream().map(DiffTable::row).toList());
    rows("-", Ink.LOW, difference.went().stream().map(DiffTable::row).toList());
    rows("~", Ink.MEDIUM, difference.changed().stream().map(DiffTable::row).toList());
    lines.add("");
  }

  private static String row(Versions one) {
    return row(one.component()) + String.join(", ", one.versions());
  }

  private static String row(Changed one) {
    return row(one.component())
        + String.join(", ", one.before())
        + " → "
        + String.join(", ", one.after());
  }

  private static String row(Snapshot.Name name) {
    return Cells.left(Cells.clean(name.type()), 9) + " " + Cells.clean(name.name()) + "  ";
  }

  private void executables() {
    Difference.Paths paths =
        difference.executables().orElse(new Difference.Paths(List.of(), List.of()));
    if (paths.came().isEmpty() && paths.went().isEmpty()) return;
    heading(
        Msg.EXECUTABLES,
        terminal.say(
            Msg.CAME_WENT, Sizes.count(paths.came().size()), Sizes.count(paths.went().size())));
    rows("+", Ink.LOW, paths.came());
    rows("-", Ink.LOW, paths.went());
    lines.add("");
  }

  private void settings() {
    if (difference.settings().isEmpty()) return;
    lines.add(" " + terminal.paint(Ink.STRONG, terminal.say(Msg.CONFIGURATION)));
    var rows = new ArrayList<String>();
    for (Difference.Setting setting : difference.settings()) {
      rows.add(
          Cells.left(setting.name(), 18) + said(setting.before()) + " → " + said(setting.after()));
    }
    rows("~", Ink.MEDIUM, rows);
    lines.add("");
  }

  private String said(String value) {
    return value.isBlank() ? terminal.say(Msg.NOTHING_SET) : value;
  }

  private void rows(String mark, Ink ink, List<String> rows) {
    int shown = Math.min(most, rows.size());
    for (String row : rows.subList(0, shown)) {
      String first = "   " + terminal.paint(ink, mark) + " ";
      for (String line : Cells.wrap(Cells.clean(row), Math.max(20, terminal.width() - 5))) {
        lines.add(first + line);
        first = "     ";
      }
    }
    if (shown < rows.size()) {
      lines.add("     " + terminal.say(Msg.MORE_WITH_ALL, Sizes.count(rows.size() - shown)));
    }
  }
}
