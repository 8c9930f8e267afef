package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.DatabaseDiff;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code bw db diff}. */
final class DatabaseDiffCommand implements Command.Action {
  private static final int SHOWN = 20;

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    boolean json =
        arguments.oneOf(Opt.DIFF_FORMAT, "table", List.of("table", "json")).equals("json");
    List<String> sides = arguments.positionals();
    DatabaseDiff diff;
    try (AdvisoryDatabase first = AdvisoryDatabase.open(Path.of(sides.get(0)));
        AdvisoryDatabase second = AdvisoryDatabase.open(Path.of(sides.get(1)))) {
      diff = DatabaseDiff.of(first, second);
    }
    if (json) json(diff, terminal);
    else table(diff, terminal);
    return Main.OK;
  }

  private static void table(DatabaseDiff diff, Terminal terminal) {
    terminal.line(
        Cells.left(terminal.say(Msg.PROVIDER), 24)
            + Cells.right(terminal.say(Msg.CAME), 10)
            + Cells.right(terminal.say(Msg.WENT), 10)
            + Cells.right(terminal.say(Msg.CHANGED), 10)
            + Cells.right(terminal.say(Msg.SAME), 12));
    for (DatabaseDiff.Provider one : diff.providers()) {
      terminal.line(
          Cells.left(Cells.clean(one.name()), 24)
              + Cells.right(Sizes.count(one.came().size()), 10)
              + Cells.right(Sizes.count(one.went().size()), 10)
              + Cells.right(Sizes.count(one.changed().size()), 10)
              + Cells.right(Sizes.count(one.same()), 12));
    }
    for (DatabaseDiff.Provider one : diff.providers()) {
      ids("+", one.came(), terminal);
      ids("-", one.went(), terminal);
      ids("~", one.changed(), terminal);
    }
    terminal.line("");
    terminal.line(
        terminal.say(
            Msg.FACTS_CHANGED, Sizes.count(diff.exploited().size()), Sizes.count(diff.scores())));
    ids("+", diff.exploited(), terminal);
  }

  private static void ids(String sign, List<String> ids, Terminal terminal) {
    for (String id : ids.subList(0, Math.min(SHOWN, ids.size()))) {
      terminal.line("  " + sign + " " + Cells.clean(id));
    }
    if (ids.size() > SHOWN) {
      terminal.line("  " + sign + " … " + Sizes.count(ids.size() - SHOWN));
    }
  }

  private static void json(DatabaseDiff diff, Terminal terminal) throws IOException {
    try (JsonOut out = JsonOut.to(terminal.out())) {
      out.object(
          () -> {
            out.array(
                "providers",
                diff.providers(),
                one -> {
                  out.text("name", one.name());
                  out.texts("came", one.came());
                  out.texts("went", one.went());
                  out.texts("changed", one.changed());
                  out.number("same", one.same());
                });
            out.texts("newlyExploited", diff.exploited());
            out.number("otherEpss", diff.scores());
          });
    }
  }
}
