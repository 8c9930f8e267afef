package io.breakwater.cli;

import io.breakwater.model.BaseImage;
import io.breakwater.model.Component;
import io.breakwater.model.EndOfLife;
import io.breakwater.model.Finding;
import io.breakwater.model.FixState;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Origin;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The report as a person reads it in a terminal: what do I do now, then why, then what else. A pure
 * function of the document, its verdict and the terminal.
 */
final class ReportTable {
  /** How many rows stand under FIX FIRST unless all are asked for. */
  static final int FIRST = 12;

  private final ScanReport report;
  private final Optional<Verdict> verdict;
  private final int cachedLayers;
  private final boolean all;
  private final boolean suppressed;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  /**
   * A table to write.
   *
   * @param verdict of the gate, where one was asked
   * @param cachedLayers how many layers were not read again
   * @param all whether to list every finding
   * @param suppressed whether to list what was taken out of the findings
   */
  ReportTable(
      ScanReport report,
      Optional<Verdict> verdict,
      int cachedLayers,
      boolean all,
      boolean suppressed,
      Terminal terminal) {
    this.report = report;
    this.verdict = verdict;
    this.cachedLayers = cachedLayers;
    this.all = all;
    this.suppressed = suppressed;
    this.terminal = terminal;
  }

  /** The lines of the table, without line feeds. */
  List<String> lines() {
    summary();
    findings();
    counts();
    lines.addAll(new SuppressedTable(report, suppressed, terminal).lines());
    unknowns();
    verdict();
    return lines;
  }

  private void summary() {
    ImageInfo image = report.image();
    String digest =
        image
            .digest()
            .or(image::configDigest)
            .map(d -> "  " + shortDigest(d.toString()))
            .orElse("");
    lines.add("");
    spread(
        " "
            + terminal.paint(Ink.STRONG, Cells.clean(image.name()))
            + digest
            + "  "
            + image.platform(),
        terminal.paint(Ink.FAINT, terminal.say(Msg.FOUND_IN, Cells.clean(image.foundIn()))));
    var facts = new ArrayList<String>();
    facts.add(image.os().known() ? Cells.clean(osName(image)) : terminal.say(Msg.UNKNOWN_OS));
    facts.add(layers(image));
    if (!image.layers().isEmpty()) {
      String user = image.settings().user();
      facts.add("USER " + (user.isEmpty() ? "root" : Cells.clean(user)));
      var run = new ArrayList<>(image.settings().entrypoint());
      run.addAll(image.settings().command());
      if (!run.isEmpty()) facts.add(Cells.cut(Cells.clean(String.join(" ", run)), 40));
    }
    String base = image.base().map(BaseImage::name).orElse("");
    if (!base.isEmpty()) facts.add(terminal.say(Msg.BASE_IMAGE, Cells.clean(base)));
    for (String line : Cells.wrap(String.join(" · ", facts), terminal.width() - 1)) {
      lines.add(" " + line);
    }
    endOfLife(image);
    lines.add("");
  }

  private void endOfLife(ImageInfo image) {
    var end = report.endOfLife();
    String name = Cells.clean(osName(image));
    String words =
        switch (end.on(report.day())) {
          case EndOfLife.State.Ended ended -> terminal.say(Msg.OS_ENDED, name, ended.since());
          case EndOfLife.State.Extended extended ->
              image.os().programme().equals(extended.programme())
                  ? ""
                  : terminal.say(
                      Msg.OS_EXTENDED,
                      name,
                      end.standard().orElseThrow(),
                      extended.until(),
                      extended.programme());
          case EndOfLife.State.Supported supported -> "";
          case EndOfLife.State.Unknown unknown -> "";
        };
    if (words.isEmpty()) return;
    for (String line : Cells.wrap(words, terminal.width() - 1)) {
      lines.add(" " + terminal.paint(Ink.MEDIUM, line));
    }
  }

  private static String osName(ImageInfo image) {
    String id = image.os().id();
    String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
    return image.os().version().isEmpty() ? name : name + " " + image.os().version();
  }

  private String layers(ImageInfo image) {
    int count = image.layers().size();
    if (image.foundIn().equals("sbom")) return terminal.say(Msg.AN_SBOM);
    if (count == 0) return terminal.say(Msg.ROOT_FILE_SYSTEM);
    String size = Sizes.format(image.size());
    long base = image.layers().stream().filter(l -> l.origin() == Origin.BASE).count();
    if (base > 0) return terminal.say(Msg.IN_LAYERS, size, count, base);
    return count == 1
        ? terminal.say(Msg.IN_ONE_LAYER, size)
        : terminal.say(Msg.IN_LAYERS_PLAIN, size, count);
  }

  private void findings() {
    int components = report.components().size();
    if (report.findings().isEmpty()) {
      lines.add(
          " "
              + (components == 0
                  ? terminal.say(Msg.NO_COMPONENTS)
                  : terminal.say(Msg.NOTHING_FOUND, Sizes.count(components))));
      lines.add("");
      return;
    }
    spread(
        " " + terminal.paint(Ink.STRONG, terminal.say(Msg.FIX_FIRST)),
        terminal.say(
            Msg.FINDINGS_IN, Sizes.count(report.findings().size()), Sizes.count(components)));
    Map<String, Component> byId =
        report.components().stream().collect(Collectors.toMap(Component::id, c -> c));
    List<FindingRow> rows = FindingRow.group(report.findings(), byId);
    int shown = all ? rows.size() : Math.min(FIRST, rows.size());
    var layerNumbers = new HashMap<String, Integer>();
    for (int i = report.image().layers().size() - 1; i >= 0; i--) {
      layerNumbers.put(report.image().layers().get(i).diffId().toString(), i + 1);
    }
    for (FindingRow row : rows.subList(0, shown)) row(row, layerNumbers);
    if (shown < rows.size()) {
      lines.add("   " + terminal.say(Msg.MORE_OVER, Sizes.count(rows.size() - shown)));
    }
    lines.add("");
  }

  private void row(FindingRow row, Map<String, Integer> layerNumbers) {
    Finding finding = row.first();
    Component component = row.component();
    String head =
        Cells.right(String.valueOf(finding.priority().score()), 5)
            + " "
            + severityMark(finding.severity())
            + " "
            + Cells.left(Cells.clean(finding.id()), 16)
            + " ";
    String origin = terminal.say(originWord(finding.origin()));
    int hanging = plainWidth(head);
    int room = Math.max(20, terminal.width() - hanging - Cells.width(origin) - 2);
    String what = Cells.clean(row.shortName() + " " + component.version() + remedy(finding));
    List<String> words = Cells.wrap(what, room);
    spread(head + words.getFirst(), origin);
    for (String more : words.subList(1, words.size())) lines.add(" ".repeat(hanging) + more);
    String indent = " ".repeat(11);
    for (String line : Cells.wrap(why(row), terminal.width() - indent.length())) {
      lines.add(indent + line);
    }
    String place = Cells.clean(finding.location().path());
    Optional<Component.Introduction> introduced = component.introducedIn();
    if (introduced.isPresent()) {
      Integer number = layerNumbers.get(introduced.get().layer().toString());
      if (number != null) place += "   " + terminal.say(Msg.LAYER, number);
      String instruction = Cells.clean(introduced.get().instruction());
      if (!instruction.isEmpty()) {
        place += "  " + Cells.cut(instruction, Math.max(30, terminal.width() / 2));
      }
    }
    for (String line : Cells.wrap(place, terminal.width() - indent.length())) {
      lines.add(indent + terminal.paint(Ink.FAINT, line));
    }
  }

  /** What to do about it: the version to have, or that there is none. */
  private String remedy(Finding finding) {
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

  private String why(FindingRow row) {
    Finding finding = row.first();
    var words = new ArrayList<String>();
    if (!finding.title().isEmpty()) words.add(Cells.cut(Cells.clean(finding.title()), 120));
    switch (finding) {
      case Finding.Vulnerability hole -> likelihood(hole, words);
      case Finding.MaliciousPackage malicious -> words.add(terminal.say(Msg.MALICIOUS_PACKAGE));
    }
    if (words.isEmpty()) words.add(terminal.say(SeverityWords.of(finding.severity())));
    if (!row.others().isEmpty()) {
      List<String> others = row.others();
      String names = Cells.clean(String.join(", ", others.subList(0, Math.min(4, others.size()))));
      if (others.size() > 4) names = terminal.say(Msg.AND_MORE, names, others.size() - 4);
      words.add(terminal.say(Msg.ALSO_IN, names));
    }
    return String.join("; ", words);
  }

  private void likelihood(Finding.Vulnerability hole, List<String> words) {
    hole.exploited()
        .ifPresent(e -> words.add(terminal.say(e.ransomware() ? Msg.RANSOMWARE : Msg.EXPLOITED)));
    if (hole.epss().isPresent() && hole.epss().getAsDouble() >= 0.01) {
      words.add(terminal.say(Msg.EPSS, Math.round(hole.epss().getAsDouble() * 100)));
    }
  }

  private void counts() {
    if (report.findings().isEmpty()) return;
    var table = new EnumMap<Origin, EnumMap<Severity, Integer>>(Origin.class);
    for (Finding finding : report.findings()) {
      table
          .computeIfAbsent(finding.origin(), o -> new EnumMap<>(Severity.class))
          .merge(finding.severity(), 1, Integer::sum);
    }
    List<Severity> columns =
        EnumSet.allOf(Severity.class).stream()
            .filter(s -> table.values().stream().anyMatch(row -> row.containsKey(s)))
            .sorted(Comparator.reverseOrder())
            .toList();
    var head = new StringBuilder(" ".repeat(13));
    for (Severity severity : columns)
      head.append(Cells.right(columnName(severity), width(severity)));
    lines.add(head.toString());
    for (var entry : table.entrySet()) {
      var line =
          new StringBuilder(Cells.left("   " + terminal.say(originWord(entry.getKey())), 13));
      for (Severity severity : columns) {
        int count = entry.getValue().getOrDefault(severity, 0);
        String number = Cells.right(count == 0 ? "·" : Sizes.count(count), width(severity));
        line.append(count == 0 ? terminal.paint(Ink.FAINT, number) : paint(severity, number));
      }
      lines.add(line.toString());
    }
    lines.add("");
  }

  private String columnName(Severity severity) {
    return terminal.say(SeverityWords.of(severity));
  }

  private int width(Severity severity) {
    return Math.max(6, Cells.width(columnName(severity))) + 2;
  }

  private void unknowns() {
    List<NotAnalysed> unread = report.notAnalysed();
    if (!unread.isEmpty()) {
      int shown = all ? unread.size() : Math.min(3, unread.size());
      for (int i = 0; i < shown; i++) {
        NotAnalysed what = unread.get(i);
        String reason = terminal.say(what.reason().text());
        if (!what.detail().isEmpty()) reason += " (" + what.detail() + ")";
        labelled(i == 0 ? Msg.NOT_ANALYSED : null, Cells.clean(what.path() + ": " + reason));
      }
      if (shown < unread.size()) {
        labelled(null, terminal.say(Msg.MORE_OVER, Sizes.count(unread.size() - shown)));
      }
    }
    var database = report.database();
    if (!database.notCovered().isEmpty()) {
      int count = database.notCovered().stream().mapToInt(n -> n.components()).sum();
      String names =
          database.notCovered().stream()
              .map(n -> n.ecosystem() + " " + n.components())
              .collect(Collectors.joining(", "));
      labelled(
          Msg.NOT_COVERED,
          terminal.say(Msg.NOT_COVERED_LINE, Sizes.count(count), Cells.clean(names)));
    }
    int left = report.components().size() - report.judged().of(report.components()).size();
    if (left > 0) {
      labelled(Msg.NOT_JUDGED, terminal.say(Msg.NOT_JUDGED_LINE, Sizes.count(left)));
    }
    LocalDate today = report.day();
    Optional<LocalDate> newest = database.date(today);
    long days = newest.map(date -> ChronoUnit.DAYS.between(date, today)).orElse(0L);
    String records = Sizes.count(database.records());
    int providers = database.providers().size();
    String words =
        database.starter()
            ? terminal.say(Msg.DATABASE_STARTER, records, days)
            : newest
                .map(date -> terminal.say(Msg.DATABASE_LINE, date, providers, records, days))
                .orElseGet(() -> terminal.say(Msg.DATABASE_UNDATED, providers, records));
    labelled(Msg.DATABASE, words);
    lines.add("");
  }

  private void verdict() {
    var facts = new ArrayList<String>();
    facts.add(terminal.say(Msg.SECONDS, seconds(report.duration().toMillis())));
    int layers = report.image().layers().size();
    if (cachedLayers > 0) facts.add(terminal.say(Msg.FROM_CACHE, cachedLayers, layers));
    String right = terminal.paint(Ink.FAINT, String.join(", ", facts));
    String left =
        verdict
            .map(
                v ->
                    switch (v) {
                      case Verdict.Pass pass -> terminal.paint(Ink.GOOD, terminal.say(Msg.PASS));
                      case Verdict.Warn warn -> reasons(Msg.WARN, Ink.MEDIUM, warn.reasons());
                      case Verdict.Deny deny -> reasons(Msg.DENY, Ink.CRITICAL, deny.reasons());
                      case Verdict.Unknown unknown ->
                          terminal.paint(Ink.MEDIUM, terminal.say(Msg.UNKNOWN))
                              + "  "
                              + terminal.say(
                                  Msg.GATE_UNKNOWN,
                                  Cells.clean(Cells.cut(String.join(", ", unknown.missing()), 60)));
                    })
            .orElse("");
    spread(" " + left, right);
  }

  private String reasons(Msg word, Ink ink, List<Verdict.Reason> reasons) {
    return terminal.paint(ink, terminal.say(word))
        + "  "
        + reasons.stream().map(r -> terminal.say(r.message())).collect(Collectors.joining("; "));
  }

  /** Writes two texts at both ends of a line, or on two lines where they do not fit. */
  private void spread(String left, String right) {
    int room = terminal.width() - plainWidth(left) - plainWidth(right);
    if (room >= 2) {
      lines.add(left + " ".repeat(room) + right);
      return;
    }
    for (String line :
        plainWidth(left) == Cells.width(left)
            ? Cells.wrap(left.strip(), terminal.width() - 1)
            : List.of(left.stripLeading())) {
      lines.add(" " + line);
    }
    lines.add(" ".repeat(Math.max(1, terminal.width() - plainWidth(right))) + right);
  }

  private void labelled(@org.jspecify.annotations.Nullable Msg label, String words) {
    int column = 16;
    String first = Cells.left(" " + (label == null ? "" : terminal.say(label)), column);
    for (String line : Cells.wrap(words, terminal.width() - column)) {
      lines.add(first + line);
      first = " ".repeat(column);
    }
  }

  /** The width without the escape sequences of our own colours. */
  private static int plainWidth(String painted) {
    int width = 0;
    int from = 0;
    for (int at; (at = painted.indexOf('\u001b', from)) >= 0; ) {
      width += Cells.width(painted.substring(from, at));
      from = painted.indexOf('m', at) + 1;
    }
    return width + Cells.width(painted.substring(from));
  }

  private String severityMark(Severity severity) {
    String dots =
        switch (severity) {
          case CRITICAL -> "●●●●";
          case HIGH -> "●●● ";
          case MEDIUM -> "●●  ";
          case LOW -> "●   ";
          case NEGLIGIBLE -> "○   ";
          case UNKNOWN -> "?   ";
        };
    return paint(severity, dots);
  }

  private String paint(Severity severity, String words) {
    return switch (severity) {
      case CRITICAL -> terminal.paint(Ink.CRITICAL, words);
      case HIGH -> terminal.paint(Ink.HIGH, words);
      case MEDIUM -> terminal.paint(Ink.MEDIUM, words);
      case LOW -> terminal.paint(Ink.LOW, words);
      case NEGLIGIBLE, UNKNOWN -> words;
    };
  }

  private static Msg originWord(Origin origin) {
    return switch (origin) {
      case BASE -> Msg.FROM_BASE;
      case OWN -> Msg.FROM_OWN;
      case UNKNOWN -> Msg.FROM_UNKNOWN;
    };
  }

  private static String shortDigest(String digest) {
    int colon = digest.indexOf(':');
    return digest.substring(0, Math.min(digest.length(), colon + 7)) + "…";
  }

  private static String seconds(long millis) {
    return millis < 9_950
        ? String.format(java.util.Locale.ROOT, "%.1f", millis / 1000.0)
        : String.valueOf(Math.round(millis / 1000.0));
  }
}
