package io.breakwater.cli;

import io.breakwater.advisory.Coverage;
import io.breakwater.advisory.Coverage.Answer;
import io.breakwater.advisory.CoverageGap;
import io.breakwater.model.Component;
import io.breakwater.model.ImageInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code bw db coverage} shows: who could speak, and about what nobody could. */
final class CoverageTable {
  private static final int EXAMPLES = 3;
  private static final int NAME = 22;
  private static final String INDENT = " ".repeat(14);

  private final ImageInfo image;
  private final boolean starter;
  private final Coverage coverage;
  private final boolean all;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  CoverageTable(
      ImageInfo image, boolean starter, Coverage coverage, boolean all, Terminal terminal) {
    this.image = image;
    this.starter = starter;
    this.coverage = coverage;
    this.all = all;
    this.terminal = terminal;
  }

  /** The lines of the table, without line feeds. */
  List<String> lines() {
    int packages = coverage.answers().size();
    long covered = coverage.covered();
    lines.add("");
    String name = Cells.cut(Cells.clean(image.name()), room(1));
    lines.add(" " + terminal.paint(Ink.STRONG, name));
    String count =
        packages == 0
            ? terminal.say(Msg.COVERAGE_NOTHING)
            : terminal.say(Msg.COVERAGE_COUNT, Sizes.count(covered), Sizes.count(packages));
    lines.add(" " + count);
    if (starter && covered > 0) paragraph(" ", terminal.say(Msg.COVERAGE_STARTER));
    lines.add("");
    if (covered > 0) covered();
    if (covered < packages) gaps(packages - covered);
    return lines;
  }

  private int room(int taken) {
    return Math.max(10, terminal.width() - taken);
  }

  private void paragraph(String indent, String text) {
    for (String line : Cells.wrap(text, room(indent.length()))) lines.add(indent + line);
  }

  private void covered() {
    String head =
        Cells.left("   " + terminal.say(Msg.COVERAGE_ASKED), NAME + 3)
            + Cells.right(terminal.say(Msg.COVERAGE_PACKAGES), 10)
            + "  "
            + terminal.say(Msg.COVERAGE_FEEDS);
    lines.add(terminal.paint(Ink.FAINT, head));
    var frozen = new TreeMap<String, LocalDate>();
    for (List<Answer> group : groups(coverage.answers().stream().filter(a -> spoken(a)).toList())) {
      Answer first = group.getFirst();
      first.frozen().ifPresent(since -> frozen.put(first.ecosystem(), since));
      String indent = " ".repeat(NAME + 15);
      String row =
          "   "
              + Cells.left(Cells.cut(Cells.clean(first.ecosystem()), NAME - 1), NAME)
              + Cells.right(Sizes.count(group.size()), 10)
              + "  ";
      for (String line : Cells.wrap(feeds(group), room(indent.length()))) {
        lines.add(row + line);
        row = indent;
      }
      long owned = group.stream().filter(Answer::owned).count();
      if (owned > 0) {
        lines.add(indent + terminal.say(Msg.COVERAGE_OWNED, Sizes.count(owned)));
      }
    }
    lines.add("");
    frozen.forEach(
        (ecosystem, since) -> {
          paragraph(" ", terminal.say(Msg.COVERAGE_FROZEN, Cells.clean(ecosystem), since));
          lines.add("");
        });
  }

  private static boolean spoken(Answer answer) {
    return answer.gap().isEmpty();
  }

  /** Every feed that speaks about one of the group, with its records. */
  private static String feeds(List<Answer> group) {
    var all = new TreeMap<String, Integer>();
    for (Answer answer : group) {
      for (Coverage.FeedOf feed : answer.feeds()) {
        boolean other = !feed.ecosystem().equals(answer.ecosystem());
        String place = other ? " (" + feed.ecosystem() + ")" : "";
        all.put(feed.provider() + place, feed.records());
      }
    }
    var words = new ArrayList<String>();
    all.forEach((name, records) -> words.add(Cells.clean(name) + " " + Sizes.count(records)));
    return String.join(", ", words);
  }

  private void gaps(long count) {
    String title = terminal.say(Msg.COVERAGE_GAPS, Sizes.count(count));
    lines.add(" " + terminal.paint(Ink.STRONG, title));
    for (List<Answer> group :
        groups(coverage.answers().stream().filter(a -> !spoken(a)).toList())) {
      Answer first = group.getFirst();
      String ecosystem = Cells.clean(first.ecosystem());
      lines.add("");
      lines.add(Cells.right(Sizes.count(group.size()), 12) + "  " + ecosystem);
      first.gap().ifPresent(gap -> paragraph(INDENT, why(gap, ecosystem)));
      examples(group);
    }
    lines.add("");
  }

  private void examples(List<Answer> group) {
    var names = new TreeSet<String>();
    for (Answer answer : group) names.add(name(answer.component()));
    int shown = all ? names.size() : Math.min(EXAMPLES, names.size());
    var words = new ArrayList<>(names.stream().limit(shown).toList());
    if (shown < names.size()) words.add("…");
    for (String line : Cells.wrap(String.join(", ", words), room(INDENT.length()))) {
      lines.add(INDENT + terminal.paint(Ink.FAINT, line));
    }
  }

  private static String name(Component component) {
    return Cells.clean((component.name() + " " + component.version()).strip());
  }

  private String why(CoverageGap gap, String ecosystem) {
    Msg words =
        switch (gap) {
          case ECOSYSTEM_NOT_IMPORTED -> Msg.COVERAGE_GAP_ECOSYSTEM;
          case RELEASE_NOT_IMPORTED -> Msg.COVERAGE_GAP_RELEASE;
          case DISTRIBUTION_UNKNOWN -> Msg.COVERAGE_GAP_DISTRIBUTION;
          case CPE_NOT_IMPORTED -> Msg.COVERAGE_GAP_CPE;
          case WITHOUT_CPE -> Msg.COVERAGE_GAP_NAMELESS;
          case NO_FEED_EXISTS -> Msg.COVERAGE_GAP_TYPE;
        };
    return terminal.say(words, ecosystem);
  }

  /** By whom was asked and why nobody answered, the largest first. */
  private static Collection<List<Answer>> groups(List<Answer> answers) {
    Map<String, List<Answer>> groups = new TreeMap<>();
    for (Answer answer : answers) {
      String key = answer.ecosystem() + '\n' + answer.gap().map(CoverageGap::id).orElse("");
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(answer);
    }
    var sorted = new ArrayList<>(groups.values());
    sorted.sort(Comparator.comparingInt((List<Answer> group) -> group.size()).reversed());
    return sorted;
  }
}
