package io.breakwater.cli;

import io.breakwater.inspect.licence.ComponentLicence;
import io.breakwater.inspect.licence.LicenceClass;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.inspect.licence.LicencePolicy.Answer;
import io.breakwater.inspect.licence.Obligation;
import io.breakwater.model.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code bw licences} shows: the strictest class first, in it the commonest licence. */
final class LicencesTable {
  private static final int MOST_LICENCE = 44;

  private static final List<LicenceClass> ORDER =
      List.of(
          LicenceClass.PROPRIETARY,
          LicenceClass.NETWORK,
          LicenceClass.STRONG,
          LicenceClass.UNKNOWN,
          LicenceClass.WEAK,
          LicenceClass.PERMISSIVE);

  private final LicencesCommand.Found found;
  private final boolean all;
  private final Terminal terminal;

  LicencesTable(LicencesCommand.Found found, boolean all, Terminal terminal) {
    this.found = found;
    this.all = all;
    this.terminal = terminal;
  }

  void write() {
    int count = found.rows().size();
    terminal.line(
        terminal.paint(Ink.STRONG, Cells.clean(found.image()))
            + "  "
            + terminal.say(Msg.LICENCES_COUNT, Sizes.count(count)));
    for (LicenceClass family : ORDER) family(family);
    policy();
  }

  private void family(LicenceClass family) {
    var byLicence = new TreeMap<String, List<Component>>();
    for (LicencesCommand.Found.Row row : found.rows()) {
      ComponentLicence of = row.of();
      if (of.licence().isEmpty() && family == LicenceClass.UNKNOWN) {
        byLicence
            .computeIfAbsent(terminal.say(Msg.LICENCE_NOT_STATED), _ -> new ArrayList<>())
            .add(of.component());
      }
      for (LicenceExpression leaf : of.binding()) {
        if (LicenceClass.of(leaf) != family) continue;
        byLicence.computeIfAbsent(leaf.text(), _ -> new ArrayList<>()).add(of.component());
      }
    }
    if (byLicence.isEmpty()) return;
    terminal.line("");
    terminal.line(terminal.paint(ink(family), terminal.say(family.title())));
    List<Map.Entry<String, List<Component>>> rows = new ArrayList<>(byLicence.entrySet());
    rows.sort(Comparator.comparingInt(row -> -row.getValue().size()));
    int widest =
        rows.stream().mapToInt(row -> Cells.width(Cells.clean(row.getKey()))).max().orElse(0);
    for (Map.Entry<String, List<Component>> row : rows) {
      row(row.getKey(), row.getValue(), Math.min(widest, MOST_LICENCE));
    }
    if (family != LicenceClass.PERMISSIVE && family != LicenceClass.UNKNOWN) duties(family);
  }

  private void row(String licence, List<Component> components, int width) {
    String start =
        "  "
            + Cells.left(Cells.cut(Cells.clean(licence), width), width)
            + Cells.right(Sizes.count(components.size()), 7)
            + "  ";
    if (all) {
      terminal.line(start.stripTrailing());
      for (Component each : components) terminal.line("      " + named(each));
      return;
    }
    var names = new StringBuilder();
    for (Component each : components) {
      if (names.length() > terminal.width()) break;
      if (!names.isEmpty()) names.append(", ");
      names.append(Cells.clean(each.name()));
    }
    int room = Math.max(10, terminal.width() - Cells.width(start));
    terminal.line(start + terminal.paint(Ink.FAINT, Cells.cut(names.toString(), room)));
  }

  private static String named(Component each) {
    return Cells.clean(each.type() + "  " + each.name() + "  " + each.version());
  }

  /** What the licences of a class ask for beyond keeping notices. */
  private void duties(LicenceClass family) {
    var duties = new TreeMap<Obligation, Boolean>();
    for (LicencesCommand.Found.Row row : found.rows()) {
      for (LicenceExpression leaf : row.of().binding()) {
        if (LicenceClass.of(leaf) != family) continue;
        for (Obligation each : Obligation.of(leaf)) duties.put(each, true);
      }
    }
    duties.remove(Obligation.NOTICE);
    duties.remove(Obligation.CHANGES);
    duties.remove(Obligation.NO_ENDORSEMENT);
    for (Obligation each : duties.keySet()) {
      terminal.line("  " + terminal.paint(Ink.FAINT, "· " + terminal.say(each.words())));
    }
  }

  private void policy() {
    boolean judged = found.rows().stream().anyMatch(row -> row.decision().isPresent());
    if (!judged) return;
    terminal.line("");
    for (LicencesCommand.Found.Row row : found.rows()) {
      if (row.is(Answer.ALLOW)) continue;
      boolean denied = row.is(Answer.DENY);
      String word = terminal.say(denied ? Msg.LICENCE_DENIED : Msg.LICENCE_WARNED);
      terminal.line(
          terminal.paint(denied ? Ink.CRITICAL : Ink.MEDIUM, word)
              + "  "
              + named(row.of().component())
              + "  "
              + Cells.cut(Cells.clean(row.of().text()), 80)
              + "  ("
              + Cells.clean(row.decision().orElseThrow().because())
              + ")");
    }
    terminal.line(
        terminal.say(
            Msg.LICENCES_JUDGED,
            Sizes.count(found.count(Answer.DENY)),
            Sizes.count(found.count(Answer.WARN)),
            Sizes.count(found.count(Answer.ALLOW))));
  }

  private static Ink ink(LicenceClass family) {
    return switch (family) {
      case PROPRIETARY, NETWORK -> Ink.HIGH;
      case STRONG, UNKNOWN -> Ink.MEDIUM;
      case WEAK -> Ink.LOW;
      case PERMISSIVE -> Ink.GOOD;
    };
  }
}
