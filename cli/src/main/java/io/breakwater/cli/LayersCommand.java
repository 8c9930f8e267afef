package io.breakwater.cli;

import io.breakwater.model.Origin;
import io.breakwater.oci.Image;
import io.breakwater.oci.layers.ImageLayers;
import java.io.IOException;
import java.util.List;

/** {@code bw layers}: what each layer costs and how to save it. */
final class LayersCommand implements Command.Action {
  /** How often the size of the terminal is asked for, in times that no key came. */
  private static final int SIZE_EVERY = 3;

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String format = arguments.oneOf(Opt.FORMAT, "table", List.of("table", "json"));
    WasteGate gate = WasteGate.of(arguments);
    boolean unknownDenies =
        arguments.oneOf(Opt.UNKNOWN, "warn", List.of("warn", "deny")).equals("deny");
    Read read =
        Images.use(
            arguments,
            terminal,
            arguments.positionals().getFirst(),
            image -> read(image, arguments, terminal));
    if (arguments.has(Opt.EXPLORE)) return explore(read, arguments, terminal);
    List<String> refusals = gate.refusals(read.layers(), terminal);
    boolean unknown = gate.asks() && !read.layers().notAnalysed().isEmpty();
    boolean all = arguments.has(Opt.ALL);
    if (format.equals("json")) {
      LayersJson.write(read.image(), read.layers(), read.origins(), all, terminal.out());
    } else {
      new LayersTable(read.image(), read.layers(), read.origins(), all, terminal)
          .lines()
          .forEach(terminal::line);
      if (gate.asks()) terminal.line(verdict(refusals, unknown, terminal));
    }
    return refusals.isEmpty() && !(unknown && unknownDenies) ? Main.OK : Main.REFUSED;
  }

  /** An image, closed again, what was read of it, and who brought each layer. */
  private record Read(Image image, ImageLayers layers, List<Origin> origins) {}

  private static Read read(Image image, Arguments arguments, Terminal terminal) throws IOException {
    var cache = Caches.results(arguments, terminal);
    var base = Bases.of(image, cache, arguments, terminal);
    return new Read(image, ImageLayers.read(image), Bases.origins(image, base));
  }

  private static int explore(Read read, Arguments arguments, Terminal terminal) throws IOException {
    var explorer = new Explorer(read.image().name(), read.layers(), terminal);
    try (Screen screen = open(arguments)) {
      Screen.Size size = screen.size();
      boolean more = true;
      while (more) {
        screen.draw(explorer.draw(size));
        Press press = screen.key();
        for (int idle = 1; press.key() == Keys.NONE; idle++) {
          if (idle % SIZE_EVERY == 0 && !screen.size().equals(size)) break;
          press = screen.key();
        }
        more = explorer.press(press);
        size = screen.size();
      }
    }
    return Main.OK;
  }

  private static Screen open(Arguments arguments) throws IOException {
    try {
      return Screen.open();
    } catch (IOException noTerminal) {
      throw new UsageException(arguments.path(), Msg.NEEDS_TERMINAL, Opt.EXPLORE.flag());
    }
  }

  private static String verdict(List<String> refusals, boolean unknown, Terminal terminal) {
    if (!refusals.isEmpty()) {
      String deny = terminal.paint(Ink.CRITICAL, terminal.say(Msg.DENY));
      return " " + deny + "  " + String.join("; ", refusals);
    }
    return " "
        + (unknown
            ? terminal.paint(Ink.MEDIUM, terminal.say(Msg.UNKNOWN))
            : terminal.paint(Ink.GOOD, terminal.say(Msg.PASS)));
  }
}
