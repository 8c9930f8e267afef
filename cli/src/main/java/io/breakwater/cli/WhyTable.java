package io.breakwater.cli;

import io.breakwater.advisory.Explanation;
import io.breakwater.advisory.Explanation.Saying;
import io.breakwater.advisory.Explanation.Step;
import io.breakwater.cli.WhyCommand.Reason;
import io.breakwater.cli.WhyCommand.Told;
import io.breakwater.model.Advisory;
import io.breakwater.model.Component;
import io.breakwater.model.Evidence;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Priority;
import io.breakwater.model.Suppressions.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a hole is, or is not, found: as a person reads it. */
final class WhyTable {
  private static final int COLUMN = 14;
  private static final int MOST_SAYINGS = 12;
  private static final int MOST_NAMES = 10;
  private static final int MOST_EVIDENCE = 4;

  private final String id;
  private final ImageInfo image;
  private final List<Told> told;
  private final List<Component> components;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  WhyTable(
      String id, ImageInfo image, List<Told> told, List<Component> components, Terminal terminal) {
    this.id = id;
    this.image = image;
    this.told = told;
    this.components = components;
    this.terminal = terminal;
  }

  /**
   * The lines.
   *
   * @param reported whether the findings are explained, or what is no finding
   */
  List<String> lines(boolean reported) {
    for (Told each : told) {
      hole(each.explanation());
      for (Reason reason : each.reasons()) reason(reason);
      if (each.reasons().isEmpty()) {
        boolean named = !each.explanation().answers().isEmpty();
        Msg words = reported ? Msg.WHY_NONE : named ? Msg.WHY_NOT_NONE : Msg.WHY_NOT_NAMED;
        lines.add(terminal.say(words, Cells.clean(id)));
        lines.add("");
      }
      if (!reported) absent(each.explanation());
    }
    while (!lines.isEmpty() && lines.getLast().isEmpty()) lines.removeLast();
    return lines;
  }

  private void hole(Explanation explanation) {
    var hole = explanation.hole();
    String others = hole.aliases().isEmpty() ? "" : "  " + String.join(", ", hole.aliases());
    lines.add(
        terminal.paint(Ink.STRONG, Cells.clean(hole.id()))
            + Cells.clean(Cells.cut(others, Math.max(20, terminal.width() - 20))));
    lines.add(terminal.say(Msg.WHY_RECORDS, hole.records().size(), Cells.clean(image.name())));
    for (Advisory record : hole.records()) {
      if (record.withdrawn().isEmpty()) continue;
      labelled(Msg.WITHDRAWN, record.provider() + " " + record.id());
    }
    lines.add("");
  }

  private void reason(Reason reason) {
    Component component = reason.answer().component();
    lines.add(
        terminal.paint(Ink.STRONG, Cells.clean(component.name() + " " + component.version())));
    labelled(Msg.WHY_RESULT, result(reason));
    reason.suppressed().ifPresent(this::suppressed);
    labelled(Msg.WHY_PACKAGE, component.purl().toString());
    place(component);
    int shown = Math.min(MOST_EVIDENCE, component.evidence().size());
    Msg label = Msg.WHY_EVIDENCE;
    for (Evidence each : component.evidence().subList(0, shown)) {
      labelled(label, each.source() + ": " + each.statement());
      label = null;
    }
    sayings(reason.answer().sayings());
    reason.answer().finding().ifPresent(this::finding);
    lines.add("");
  }

  private void place(Component component) {
    String place = component.locations().getFirst().path();
    Optional<Component.Introduction> introduced = component.introducedIn();
    if (introduced.isPresent()) {
      for (int i = 0; i < image.layers().size(); i++) {
        if (!image.layers().get(i).diffId().equals(introduced.get().layer())) continue;
        place += " · " + terminal.say(Msg.LAYER, i + 1);
        break;
      }
      if (!introduced.get().instruction().isEmpty()) {
        place += " · " + Cells.cut(introduced.get().instruction(), 100);
      }
    }
    labelled(Msg.WHY_PLACE, place);
  }

  private String result(Reason reason) {
    Component component = reason.answer().component();
    if (!reason.judged()) return terminal.say(Msg.WHY_NOT_JUDGED);
    if (reason.suppressed().isPresent()) {
      return switch (reason.suppressed().get().by()) {
        case VEX -> terminal.say(Msg.WHY_BY_VEX);
        case IGNORE -> terminal.say(Msg.WHY_BY_RULE);
      };
    }
    return switch (reason.answer().outcome()) {
      case AFFECTED -> terminal.say(Msg.WHY_AFFECTED);
      case OVERRULED -> terminal.say(Msg.WHY_OVERRULED);
      case NOT_AFFECTED -> terminal.say(Msg.WHY_NOT_AFFECTED);
      case FIXED -> terminal.say(Msg.WHY_FIXED);
      case OUTSIDE -> terminal.say(Msg.WHY_OUTSIDE);
      case OTHER_STREAM -> terminal.say(Msg.WHY_OTHER_STREAM);
      case UNMET -> terminal.say(Msg.WHY_UNMET);
      case UNDECIDED -> terminal.say(Msg.WHY_UNDECIDED);
      case OWNED -> terminal.say(Msg.WHY_OWNED, owner(component));
      case NOT_COVERED -> terminal.say(Msg.WHY_NOT_COVERED);
      case OTHER_ECOSYSTEM ->
          terminal.say(Msg.WHY_OTHER_ECOSYSTEM, names(List.copyOf(reason.answer().elsewhere())));
    };
  }

  private String owner(Component component) {
    String id = component.ownedBy().orElse("");
    for (Component each : components) if (each.id().equals(id)) return each.name();
    return id;
  }

  private void suppressed(Suppressed one) {
    String words = one.status();
    if (!one.justification().isEmpty()) words += ", " + one.justification();
    if (!one.reason().isEmpty()) words += ": " + one.reason();
    labelled(null, words);
    String source = one.source().document();
    if (!one.source().author().isEmpty()) source += " · " + one.source().author();
    labelled(null, source);
  }

  private void sayings(List<Saying> sayings) {
    Msg label = Msg.WHY_RECORD;
    for (Saying saying : sayings.subList(0, Math.min(MOST_SAYINGS, sayings.size()))) {
      labelled(
          label,
          saying.source().provider()
              + " "
              + saying.source().record()
              + " · "
              + saying.ecosystem()
              + " "
              + saying.name()
              + " · "
              + terminal.say(verdict(saying.verdict())));
      label = null;
      if (saying.steps().isEmpty()) labelled(null, "  " + saying.fixState().id());
      for (Step step : saying.steps()) labelled(null, "  " + step(saying, step));
    }
    if (sayings.size() > MOST_SAYINGS) {
      labelled(null, terminal.say(Msg.WHY_MORE, sayings.size() - MOST_SAYINGS));
    }
  }

  private String step(Saying saying, Step step) {
    Msg word =
        switch (step.boundary()) {
          case INTRODUCED -> Msg.STEP_INTRODUCED;
          case FIXED -> Msg.STEP_FIXED;
          case LAST_AFFECTED -> Msg.STEP_LAST_AFFECTED;
          case LIMIT -> Msg.STEP_LIMIT;
          case LISTED -> Msg.STEP_LISTED;
          case OPEN -> Msg.STEP_OPEN;
        };
    if (step.boundary() == Explanation.Boundary.OPEN) return terminal.say(word);
    String sign =
        step.order().isEmpty()
            ? "?"
            : step.order().getAsInt() < 0 ? "<" : step.order().getAsInt() == 0 ? "=" : ">";
    String scheme = saying.scheme().isEmpty() ? "" : " (" + saying.scheme() + ")";
    return saying.version()
        + " "
        + sign
        + " "
        + step.version()
        + "  "
        + terminal.say(word)
        + scheme;
  }

  private static Msg verdict(Explanation.Verdict verdict) {
    return switch (verdict) {
      case AFFECTED -> Msg.SAYS_AFFECTED;
      case SAFE -> Msg.SAYS_SAFE;
      case SILENT -> Msg.SAYS_NOTHING;
      case UNDECIDED -> Msg.SAYS_UNDECIDED;
      case UNMET -> Msg.SAYS_UNMET;
      case OTHER_STREAM -> Msg.SAYS_OTHER_STREAM;
    };
  }

  private void finding(Finding.AboutPackage finding) {
    if (finding instanceof Finding.Vulnerability hole) {
      labelled(Msg.WHY_FIX, hole.fixedVersion().orElseGet(() -> hole.fixState().id()));
      labelled(Msg.WHY_SEVERITY, terminal.say(SeverityWords.of(hole.severity())));
      for (Finding.Opinion one : hole.opinions()) {
        labelled(
            null,
            one.source().provider()
                + " "
                + one.source().record()
                + ": "
                + terminal.say(SeverityWords.of(one.severity())));
      }
      for (Finding.CvssRating rating : hole.cvss()) {
        labelled(null, rating.source() + ": CVSS " + rating.score() + " " + rating.vector());
      }
      labelled(null, terminal.say(Msg.WHY_SEVERITY_RULE));
    }
    var terms = new ArrayList<String>();
    for (Priority.Term term : finding.priority().terms()) {
      terms.add(
          term.name() + " " + term.value() + " " + (term.points() < 0 ? "" : "+") + term.points());
    }
    labelled(Msg.WHY_PRIORITY, finding.priority().score() + " = " + String.join(", ", terms));
  }

  private void absent(Explanation explanation) {
    if (explanation.absent().isEmpty()) return;
    labelled(
        Msg.WHY_ABSENT,
        names(explanation.absent().stream().map(n -> n.ecosystem() + " " + n.name()).toList()));
    lines.add("");
  }

  private String names(List<String> all) {
    String shown = String.join(", ", all.subList(0, Math.min(MOST_NAMES, all.size())));
    return all.size() <= MOST_NAMES
        ? shown
        : terminal.say(Msg.AND_MORE, shown, all.size() - MOST_NAMES);
  }

  private void labelled(@org.jspecify.annotations.Nullable Msg label, String words) {
    String first = Cells.left("  " + (label == null ? "" : terminal.say(label)), COLUMN);
    int inner = 0;
    while (inner < words.length() && words.charAt(inner) == ' ') inner++;
    for (String line : Cells.wrap(Cells.clean(words), terminal.width() - COLUMN)) {
      lines.add(first + line);
      first = " ".repeat(COLUMN + inner);
    }
  }
}
