package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.DatabaseStats;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.util.List;

/** {@code bw db stats}. */
final class DatabaseStatsCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    boolean json =
        arguments.oneOf(Opt.DIFF_FORMAT, "table", List.of("table", "json")).equals("json");
    DatabaseStats stats;
    try (AdvisoryDatabase database = Databases.open(arguments, terminal)) {
      stats = DatabaseStats.of(database);
    }
    if (json) {
      json(stats, terminal);
      return Main.OK;
    }
    DatabaseStats.Row total = stats.total();
    terminal.line(
        terminal.say(
            Msg.STATS_TOTAL,
            Sizes.count(stats.holes()),
            Sizes.count(total.records()),
            Sizes.count(total.packages()),
            Sizes.count(total.statements())));
    table(Msg.PROVIDER, stats.providers(), terminal);
    table(Msg.ECOSYSTEM, stats.ecosystems(), terminal);
    return Main.OK;
  }

  private static void table(Msg label, List<DatabaseStats.Row> rows, Terminal terminal) {
    terminal.line("");
    terminal.line(
        line(
            terminal.say(label),
            terminal.say(Msg.RECORDS),
            terminal.say(Msg.PACKAGES),
            terminal.say(Msg.STATEMENTS),
            terminal.say(Msg.EXPLOITS),
            "KEV",
            "EPSS",
            terminal.say(Msg.NO_SEVERITY)));
    for (DatabaseStats.Row row : rows) {
      terminal.line(
          line(
              Cells.cut(Cells.clean(row.name()), 22),
              Sizes.count(row.records()),
              Sizes.count(row.packages()),
              Sizes.count(row.statements()),
              Sizes.count(row.exploits()),
              Sizes.count(row.kev()),
              Sizes.count(row.epss()),
              Sizes.count(row.unrated())));
    }
  }

  private static String line(String name, String... numbers) {
    var out = new StringBuilder(Cells.left(name, 23));
    for (String number : numbers) out.append(Cells.right(number, 11));
    return out.toString();
  }

  private static void json(DatabaseStats stats, Terminal terminal) throws IOException {
    try (JsonOut out = JsonOut.to(terminal.out())) {
      out.object(
          () -> {
            out.number("holes", stats.holes());
            out.object("total", () -> counts(out, stats.total()));
            out.array("providers", stats.providers(), row -> row(out, row));
            out.array("ecosystems", stats.ecosystems(), row -> row(out, row));
          });
    }
  }

  private static void row(JsonOut out, DatabaseStats.Row row) throws IOException {
    out.text("name", row.name());
    counts(out, row);
  }

  private static void counts(JsonOut out, DatabaseStats.Row row) throws IOException {
    out.number("records", row.records());
    out.number("packages", row.packages());
    out.number("statements", row.statements());
    out.number("withExploits", row.exploits());
    out.number("kev", row.kev());
    out.number("epss", row.epss());
    out.number("unrated", row.unrated());
  }
}
