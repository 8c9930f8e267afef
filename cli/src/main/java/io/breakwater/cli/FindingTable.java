package io.breakwater.cli;

import io.breakwater.model.Component;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import io.breakwater.model.FixState;
import io.breakwater.model.Location;
import io.breakwater.model.ScanReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of findings: what it is, why it matters, where it lies, what to do. */
final class FindingTable {
  private static final int INDENT = 11;

  private final Page page;
  private final Terminal terminal;
  private final Map<String, Integer> layerNumbers = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final ScanReport report;

  FindingTable(ScanReport report, Page page) {
    this.page = page;
    this.terminal = page.terminal();
    this.report = report;
    for (int i = report.image().layers().size() - 1; i >= 0; i--) {
      layerNumbers.put(report.image().layers().get(i).diffId().toString(), i + 1);
    }
  }

  /** Writes a row. */
  void row(FindingRow row) {
    switch (row.first()) {
      case Finding.AboutPackage about -> ofPackage(row, about);
      case Finding.OfCheck found -> ofCheck(row, found);
    }
  }

  private void ofPackage(FindingRow row, Finding.AboutPackage finding) {
    Component component = row.component().orElseThrow();
    head(finding, row.shortName() + " " + component.version() + remedy(finding));
    page.indented(INDENT, why(row, finding));
    String place = finding.location().path();
    Optional<Component.Introduction> introduced = component.introducedIn();
    if (introduced.isPresent()) {
      place += layer(introduced.get().layer().toString(), introduced.get().instruction());
    }
    page.faint(INDENT, Cells.clean(place));
  }

  private void ofCheck(FindingRow row, Finding.OfCheck found) {
    head(found, found.check().title().in(terminal.language()));
    var words = new ArrayList<String>();
    if (!found.evidence().isEmpty()) words.add(Cells.cut(found.evidence(), 160));
    unsure(found.confidence()).ifPresent(word -> words.add(terminal.say(word)));
    if (found.standing() != Finding.Standing.PRESENT) words.add(terminal.say(standing(found)));
    if (row.others().size() > 0) words.add(others(row));
    if (!words.isEmpty()) page.indented(INDENT, Cells.clean(String.join("; ", words)));
    String remedy = found.check().remedy().in(terminal.language());
    page.indented(INDENT, told.add(remedy) ? "→ " + remedy : terminal.say(Msg.REMEDY_ABOVE));
    String place = place(found.location(), found.part());
    if (!place.isEmpty()) page.faint(INDENT, Cells.clean(place));
  }

  /** How sure a finding is, where it is not. */
  static Optional<Msg> unsure(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> Optional.empty();
      case MEDIUM -> Optional.of(Msg.CONFIDENCE_MEDIUM);
      case LOW -> Optional.of(Msg.CONFIDENCE_LOW);
    };
  }

  static Msg standing(Finding.OfCheck found) {
    return found.standing() == Finding.Standing.DELETED ? Msg.DELETED_LATER : Msg.REPLACED_LATER;
  }

  private String place(Location at, String part) {
    boolean isFile = !at.path().equals("/");
    String place = isFile ? at.path() : "";
    if (at.line() > 0) place += ":" + at.line();
    if (!part.isEmpty()) place += (place.isEmpty() ? "" : "  ") + part;
    return at.layer().isEmpty() ? place : place + layer(at.layer().get().toString(), "");
  }

  private String layer(String diffId, String told) {
    Integer number = layerNumbers.get(diffId);
    String instruction = told;
    String words = "";
    if (number != null) {
      words = "   " + terminal.say(Msg.LAYER, number);
      if (told.isEmpty()) instruction = report.image().layers().get(number - 1).instruction();
    }
    if (instruction.isEmpty()) return words;
    return words + "  " + Cells.cut(Cells.clean(instruction), Math.max(30, terminal.width() / 2));
  }

  private void head(Finding finding, String what) {
    String head =
        Cells.right(String.valueOf(finding.priority().score()), 5)
            + " "
            + page.severityMark(finding.severity())
            + " "
            + Cells.left(Cells.clean(finding.id()), 16)
            + " ";
    String origin = terminal.say(Page.originWord(finding.origin()));
    int hanging = Page.plainWidth(head);
    int room = Math.max(20, terminal.width() - hanging - Cells.width(origin) - 2);
    List<String> words = Cells.wrap(Cells.clean(what), room);
    page.spread(head + words.getFirst(), origin);
    for (String more : words.subList(1, words.size())) page.line(" ".repeat(hanging) + more);
  }

  /** What to do about it: the version to have, or that there is none. */
  private String remedy(Finding.AboutPackage finding) {
    return switch (finding) {
      case Finding.Vulnerability hole ->
          hole.fixedVersion()
              .map(v -> " → " + v)
              .orElseGet(() -> " · " + terminal.say(noFix(hole.fixState())));
      case Finding.MaliciousPackage malicious -> " · " + terminal.say(Msg.REMOVE);
    };
  }

  private static Msg noFix(FixState state) {
    return switch (state) {
      case WONT_FIX, END_OF_LIFE -> Msg.WONT_FIX;
      case FIXED, NOT_FIXED, UNDER_INVESTIGATION, NOT_AFFECTED, UNKNOWN -> Msg.NO_FIX;
    };
  }

  private String why(FindingRow row, Finding.AboutPackage finding) {
    var words = new ArrayList<String>();
    if (!finding.title().isEmpty()) words.add(Cells.cut(Cells.clean(finding.title()), 120));
    switch (finding) {
      case Finding.Vulnerability hole -> likelihood(hole, words);
      case Finding.MaliciousPackage malicious -> words.add(terminal.say(Msg.MALICIOUS_PACKAGE));
    }
    if (words.isEmpty()) words.add(terminal.say(SeverityWords.of(finding.severity())));
    if (!row.others().isEmpty()) words.add(others(row));
    return String.join("; ", words);
  }

  private void likelihood(Finding.Vulnerability hole, List<String> words) {
    hole.exploited()
        .ifPresent(e -> words.add(terminal.say(e.ransomware() ? Msg.RANSOMWARE : Msg.EXPLOITED)));
    if (hole.epss().isPresent() && hole.epss().getAsDouble() >= 0.01) {
      words.add(terminal.say(Msg.EPSS, Math.round(hole.epss().getAsDouble() * 100)));
    }
  }

  private String others(FindingRow row) {
    List<String> others = row.others();
    String names = Cells.clean(String.join(", ", others.subList(0, Math.min(4, others.size()))));
    if (others.size() > 4) names = terminal.say(Msg.AND_MORE, names, others.size() - 4);
    return terminal.say(Msg.ALSO_IN, names);
  }
}
