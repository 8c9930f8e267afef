package io.breakwater.cli;

import io.breakwater.model.BaseImage;
import io.breakwater.model.EndOfLife;
import io.breakwater.model.Finding;
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
import java.util.List;
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
  private final Page out;

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
    this.out = new Page(terminal);
  }

  /** The lines of the table, without line feeds. */
  List<String> lines() {
    summary();
    findings();
    counts();
    out.lines(new SuppressedTable(report, suppressed, terminal).lines());
    unknowns();
    verdict();
    return out.lines();
  }

  private void summary() {
    ImageInfo image = report.image();
    String digest =
        image
            .digest()
            .or(image::configDigest)
            .map(d -> "  " + shortDigest(d.toString()))
            .orElse("");
    out.line("");
    out.spread(
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
      out.line(" " + line);
    }
    endOfLife(image);
    out.line("");
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
      out.line(" " + terminal.paint(Ink.MEDIUM, line));
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
      out.line(
          " "
              + (components == 0
                  ? terminal.say(Msg.NO_COMPONENTS)
                  : terminal.say(Msg.NOTHING_FOUND, Sizes.count(components))));
      out.line("");
      return;
    }
    out.spread(
        " " + terminal.paint(Ink.STRONG, terminal.say(Msg.FIX_FIRST)),
        terminal.say(
            Msg.FINDINGS_IN, Sizes.count(report.findings().size()), Sizes.count(components)));
    List<FindingRow> rows = FindingRow.group(report.findings(), report.components());
    int shown = all ? rows.size() : Math.min(FIRST, rows.size());
    var table = new FindingTable(report, out);
    for (FindingRow row : rows.subList(0, shown)) table.row(row);
    if (shown < rows.size()) {
      out.line("   " + terminal.say(Msg.MORE_OVER, Sizes.count(rows.size() - shown)));
    }
    out.line("");
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
    out.line(head.toString());
    for (var entry : table.entrySet()) {
      var line =
          new StringBuilder(Cells.left("   " + terminal.say(Page.originWord(entry.getKey())), 13));
      for (Severity severity : columns) {
        int count = entry.getValue().getOrDefault(severity, 0);
        String number = Cells.right(count == 0 ? "·" : Sizes.count(count), width(severity));
        line.append(count == 0 ? terminal.paint(Ink.FAINT, number) : out.paint(severity, number));
      }
      out.line(line.toString());
    }
    out.line("");
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
        out.labelled(i == 0 ? Msg.NOT_ANALYSED : null, Cells.clean(what.path() + ": " + reason));
      }
      if (shown < unread.size()) {
        out.labelled(null, terminal.say(Msg.MORE_OVER, Sizes.count(unread.size() - shown)));
      }
    }
    var database = report.database();
    if (!database.notCovered().isEmpty()) {
      int count = database.notCovered().stream().mapToInt(n -> n.components()).sum();
      String names =
          database.notCovered().stream()
              .map(n -> n.ecosystem() + " " + n.components())
              .collect(Collectors.joining(", "));
      out.labelled(
          Msg.NOT_COVERED,
          terminal.say(Msg.NOT_COVERED_LINE, Sizes.count(count), Cells.clean(names)));
    }
    int left = report.components().size() - report.judged().of(report.components()).size();
    if (left > 0) {
      out.labelled(Msg.NOT_JUDGED, terminal.say(Msg.NOT_JUDGED_LINE, Sizes.count(left)));
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
    out.labelled(Msg.DATABASE, words);
    out.line("");
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
    out.spread(" " + left, right);
  }

  private String reasons(Msg word, Ink ink, List<Verdict.Reason> reasons) {
    return terminal.paint(ink, terminal.say(word))
        + "  "
        + reasons.stream().map(r -> terminal.say(r.message())).collect(Collectors.joining("; "));
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
