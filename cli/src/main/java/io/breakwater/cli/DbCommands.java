package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.DatabaseImport;
import io.breakwater.advisory.ImportListener;
import io.breakwater.advisory.ImportSummary;
import io.breakwater.advisory.KnownHole;
import io.breakwater.advisory.update.FeedStore;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Finding;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** {@code bw db}: make the advisory database and look into it. */
final class DbCommands {
  private DbCommands() {}

  /** {@code bw db import}. */
  static final class Import implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      long began = System.nanoTime();
      Path target =
          arguments
              .value(Opt.DB)
              .map(Path::of)
              .orElseGet(() -> Folders.database(terminal.environment()));
      makeFolderOf(target);
      List<Path> inputs = arguments.positionals().stream().map(Path::of).toList();
      boolean quiet = arguments.has(Opt.QUIET);
      ImportSummary summary =
          DatabaseImport.run(inputs, target, quiet ? ImportListener.NONE : new Listener(terminal));
      if (!quiet) {
        tell(summary, terminal);
        terminal
            .out()
            .println(
                terminal.say(
                    Msg.IMPORTED,
                    Sizes.count(summary.database().records()),
                    summary.database().providers().size(),
                    target,
                    Sizes.format(summary.bytes()),
                    (System.nanoTime() - began) / 1_000_000_000L));
      }
      return Main.OK;
    }

    private static void makeFolderOf(Path target) throws ProblemException {
      Path folder = target.toAbsolutePath().getParent();
      try {
        if (folder != null) Files.createDirectories(folder);
      } catch (IOException failed) {
        throw ProblemException.of(ProblemCode.OUTPUT_FAILED, target.toString(), failed);
      }
    }

    private static void tell(ImportSummary summary, Terminal terminal) {
      for (ImportSummary.Input input : summary.inputs()) {
        for (ImportSummary.Recognised feed : input.feeds()) {
          terminal
              .out()
              .println(
                  terminal.say(
                      Msg.RECOGNISED,
                      Cells.clean(feed.feed()),
                      Sizes.count(feed.records()),
                      Sizes.count(feed.files())));
        }
        for (ImportSummary.Skipped skipped : input.skipped()) {
          terminal
              .err()
              .println(
                  terminal.say(
                      Msg.SKIPPED,
                      Sizes.count(skipped.count()),
                      why(skipped, terminal),
                      Cells.clean(String.join(", ", skipped.examples()))));
        }
      }
    }
  }

  private static String why(ImportSummary.Skipped skipped, Terminal terminal) {
    String reason = terminal.say(skipped.reason().text());
    return skipped.details().isEmpty()
        ? reason
        : reason + " (" + Cells.clean(skipped.details()) + ")";
  }

  /** Tells of a long import, ten seconds apart, on standard error. */
  private static final class Listener implements ImportListener {
    private static final long EVERY = 10_000_000_000L;
    private final Terminal terminal;
    private long next = System.nanoTime() + EVERY;

    Listener(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public void started(String input) {
      say(Msg.IMPORTING, input);
    }

    @Override
    public void progress(String input, long files) {
      if (System.nanoTime() < next) return;
      next = System.nanoTime() + EVERY;
      say(Msg.IMPORT_PROGRESS, input, Sizes.count(files));
    }

    @Override
    public void writing() {
      say(Msg.IMPORT_WRITING);
    }

    private void say(Msg message, Object... details) {
      terminal.err().println(Cells.clean(terminal.say(message, details)));
      terminal.err().flush();
    }
  }

  /** {@code bw db status}. */
  static final class Status implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      Optional<Path> file = Databases.file(arguments, terminal);
      AdvisoryDatabase database = Databases.open(arguments, terminal);
      DatabaseInfo info = database.info();
      var out = terminal.out();
      out.println(file.map(Path::toString).orElseGet(() -> terminal.say(Msg.STATUS_STARTER)));
      out.println(info.digest());
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      info.date(today)
          .ifPresent(
              date ->
                  out.println(
                      terminal.say(
                          Msg.DATABASE_LINE,
                          date,
                          info.providers().size(),
                          Sizes.count(info.records()),
                          ChronoUnit.DAYS.between(date, today))));
      out.println();
      out.println(
          Cells.left(terminal.say(Msg.PROVIDER), 32)
              + Cells.right(terminal.say(Msg.RECORDS), 12)
              + "  "
              + terminal.say(Msg.NEWEST));
      for (DatabaseInfo.Provider provider : info.providers()) {
        out.println(
            (Cells.left(Cells.clean(provider.name()), 32)
                    + Cells.right(Sizes.count(provider.records()), 12)
                    + "  "
                    + provider.date().map(LocalDate::toString).orElse(""))
                .stripTrailing());
      }
      FeedsTable.print(new FeedStore(Databases.feeds(arguments, terminal)), terminal);
      return Main.OK;
    }
  }

  /** {@code bw db show}. */
  static final class Show implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      String id = arguments.positionals().getFirst();
      List<KnownHole> holes = Databases.open(arguments, terminal).show(id);
      if (holes.isEmpty()) {
        terminal.out().println(terminal.say(Msg.NOTHING_KNOWN, Cells.clean(id)));
        return Main.ERROR;
      }
      for (KnownHole hole : holes) {
        facts(hole, terminal);
        for (Advisory record : hole.records()) show(record, terminal);
      }
      return Main.OK;
    }

    private static void facts(KnownHole hole, Terminal terminal) {
      var words = new java.util.ArrayList<String>();
      for (Finding.CvssRating rating : hole.facts().cvss()) {
        words.add("CVSS " + rating.score() + " (" + Cells.clean(rating.source()) + ")");
      }
      if (hole.facts().epss().isPresent()) {
        words.add(terminal.say(Msg.EPSS, Math.round(hole.facts().epss().getAsDouble() * 100)));
      }
      hole.facts()
          .exploited()
          .ifPresent(e -> words.add(terminal.say(e.ransomware() ? Msg.RANSOMWARE : Msg.EXPLOITED)));
      String ids = String.join(", ", hole.aliases());
      terminal
          .out()
          .println(
              terminal.paint(Ink.STRONG, Cells.clean(hole.id()))
                  + (ids.isEmpty() ? "" : "  (" + Cells.clean(ids) + ")"));
      if (!words.isEmpty()) terminal.out().println("  " + String.join(" · ", words));
      terminal.out().println();
    }

    private static void show(Advisory record, Terminal terminal) {
      var out = terminal.out();
      String withdrawn = record.withdrawn().isPresent() ? " · " + terminal.say(Msg.WITHDRAWN) : "";
      out.println(
          terminal.paint(Ink.STRONG, Cells.clean(record.id()))
              + "  "
              + Cells.clean(record.provider())
              + " · "
              + record.severity().id()
              + withdrawn);
      paragraph(record.title(), terminal);
      paragraph(record.description(), terminal);
      if (!record.aliases().isEmpty()) {
        labelled(Msg.ALIASES, String.join(", ", record.aliases()), terminal);
      }
      for (Finding.CvssRating rating : record.cvss()) labelled(null, rating.vector(), terminal);
      for (Advisory.Affected affected : record.affected()) {
        labelled(
            Msg.AFFECTED,
            affected.ecosystem() + " " + affected.name() + "  " + versions(affected),
            terminal);
      }
      for (String url : record.references()) labelled(null, url, terminal);
      out.println();
    }

    private static String versions(Advisory.Affected affected) {
      var words = new java.util.ArrayList<String>();
      for (AffectedRange range : affected.ranges()) {
        String from = range.introduced().isEmpty() ? "*" : range.introduced();
        words.add(
            switch (range.end()) {
              case AffectedRange.End.Fixed(String version) -> from + " … < " + version;
              case AffectedRange.End.LastAffected(String version) -> from + " … ≤ " + version;
              case AffectedRange.End.Limit(String version) -> from + " … < " + version + " (limit)";
              case AffectedRange.End.Open() -> "≥ " + from;
            });
      }
      int listed = affected.versions().size();
      if (listed > 0) {
        words.add(
            "= "
                + String.join(" ", affected.versions().subList(0, Math.min(5, listed)))
                + (listed > 5 ? " … " + listed : ""));
      }
      if (words.isEmpty()) words.add(affected.fixState().id());
      return String.join("; ", words);
    }

    private static void paragraph(String text, Terminal terminal) {
      if (text.isBlank()) return;
      for (String line : Cells.wrap(Cells.clean(text.strip()), terminal.width() - 2)) {
        terminal.out().println("  " + line);
      }
    }

    private static void labelled(
        @org.jspecify.annotations.Nullable Msg label, String text, Terminal terminal) {
      String first = Cells.left("  " + (label == null ? "" : terminal.say(label)), 14);
      for (String line : Cells.wrap(Cells.clean(text), terminal.width() - 14)) {
        terminal.out().println(first + line);
        first = " ".repeat(14);
      }
    }
  }
}
