package io.breakwater.cli;

import io.breakwater.oci.Image;
import io.breakwater.oci.layers.ImageLayers;
import java.io.IOException;
import java.util.List;

/** {@code bw layers}: what each layer costs and how to save it. */
final class LayersCommand implements Command.Action {
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
            image -> new Read(image, ImageLayers.read(image)));
    List<String> refusals = gate.refusals(read.layers(), terminal);
    boolean unknown = gate.asks() && !read.layers().notAnalysed().isEmpty();
    boolean all = arguments.has(Opt.ALL);
    if (format.equals("json")) {
      LayersJson.write(read.image(), read.layers(), all, terminal.out());
    } else {
      new LayersTable(read.image(), read.layers(), all, terminal).lines().forEach(terminal::line);
      if (gate.asks()) terminal.line(verdict(refusals, unknown, terminal));
    }
    return refusals.isEmpty() && !(unknown && unknownDenies) ? Main.OK : Main.REFUSED;
  }

  /** An image, closed again, and what was read of it. */
  private record Read(Image image, ImageLayers layers) {}

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
