package io.breakwater.cli;

import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Origin;
import io.breakwater.oci.Image;
import io.breakwater.oci.layers.ImageLayers;
import io.breakwater.oci.layers.LayerSummary;
import io.breakwater.oci.layers.Saving;
import io.breakwater.oci.layers.WastedFile;
import java.util.ArrayList;
import java.util.List;

/** What {@code bw layers} shows: the layers, what is wasted, what to change first. */
final class LayersTable {
  private static final int FIRST = 8;
  private static final String INDENT = " ".repeat(12);

  private final Image image;
  private final ImageLayers layers;
  private final List<Origin> origins;
  private final boolean all;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  LayersTable(
      Image image, ImageLayers layers, List<Origin> origins, boolean all, Terminal terminal) {
    this.image = image;
    this.layers = layers;
    this.origins = origins;
    this.all = all;
    this.terminal = terminal;
  }

  /** The lines of the table, without line feeds. */
  List<String> lines() {
    lines.add("");
    String size = Sizes.format(layers.bytes());
    int count = layers.layers().size();
    lines.add(
        " "
            + terminal.paint(Ink.STRONG, Cells.cut(Cells.clean(image.name()), room(30)))
            + "  "
            + (count == 1
                ? terminal.say(Msg.IN_ONE_LAYER, size)
                : terminal.say(Msg.IN_LAYERS_PLAIN, size, count)));
    lines.add("");
    table();
    waste();
    savings();
    unread();
    return lines;
  }

  private int room(int taken) {
    return Math.max(10, terminal.width() - taken);
  }

  private void table() {
    String head =
        columns(
            terminal.say(Msg.COLUMN_LAYER),
            terminal.say(Msg.COLUMN_SIZE),
            terminal.say(Msg.COLUMN_ADDED),
            terminal.say(Msg.COLUMN_CHANGED),
            terminal.say(Msg.COLUMN_REMOVED));
    lines.add(terminal.paint(Ink.FAINT, head + terminal.say(Msg.COLUMN_INSTRUCTION)));
    for (LayerSummary layer : layers.layers()) {
      String row =
          columns(
              String.valueOf(layer.number()),
              Sizes.format(layer.bytes()),
              count(layer.added()),
              count(layer.changed()),
              count(layer.removed()));
      lines.add(row + Cells.cut(instruction(layer), room(Cells.width(row))));
      String digest = layer.digest().or(layer::diffId).map(Object::toString).orElse("");
      if (all && !digest.isEmpty()) {
        String place = " ".repeat(Cells.width(row));
        for (String line : Cells.wrap(digest, room(place.length()))) {
          lines.add(place + terminal.paint(Ink.FAINT, line));
        }
      }
    }
    lines.add("");
  }

  private static String columns(
      String number, String size, String added, String changed, String removed) {
    return Cells.right(number, 6)
        + Cells.right(size, 10)
        + Cells.right(added, 9)
        + Cells.right(changed, 9)
        + Cells.right(removed, 9)
        + "  ";
  }

  private static String count(int files) {
    return files == 0 ? "·" : Sizes.count(files);
  }

  private static String instruction(LayerSummary layer) {
    if (!layer.instruction().isEmpty()) return Cells.clean(layer.instruction());
    return layer.digest().or(layer::diffId).map(Object::toString).orElse("");
  }

  private void waste() {
    String efficiency = WasteGate.percent(layers.efficiency());
    if (layers.wasted() == 0) {
      lines.add(" " + terminal.say(Msg.NOTHING_WASTED));
      lines.add("");
      return;
    }
    String wasted =
        terminal.say(
            Msg.WASTED, Sizes.format(layers.wasted()), WasteGate.percent(layers.wastedShare()));
    String words = terminal.say(Msg.EFFICIENCY, efficiency) + " · " + wasted;
    for (String line : Cells.wrap(words, terminal.width() - 1)) lines.add(" " + line);
    lines.add("");
    lines.add(" " + terminal.paint(Ink.STRONG, terminal.say(Msg.WASTES_MOST)));
    for (WastedFile file : layers.wastedFiles(all ? 1000 : FIRST)) {
      String row =
          Cells.right(Sizes.format(file.bytes()), 10)
              + Cells.right(terminal.say(Msg.TIMES, file.times()), 11)
              + "  ";
      lines.add(row + Cells.cut(Cells.clean(file.path()), room(Cells.width(row))));
    }
    lines.add("");
  }

  private void savings() {
    List<Saving> savings = layers.savings();
    if (savings.isEmpty()) return;
    lines.add(" " + terminal.paint(Ink.STRONG, terminal.say(Msg.SAVE_FIRST)));
    int shown = all ? savings.size() : Math.min(FIRST, savings.size());
    for (Saving saving : savings.subList(0, shown)) saving(saving);
    if (shown < savings.size()) {
      lines.add("   " + terminal.say(Msg.MORE_WITH_ALL, Sizes.count(savings.size() - shown)));
    }
    lines.add("");
  }

  private void saving(Saving saving) {
    String first = Cells.right(Sizes.format(saving.bytes()), 10) + "  ";
    for (String line : Cells.wrap(advice(saving), room(INDENT.length()))) {
      lines.add(first + line);
      first = INDENT;
    }
    step(saving.from());
    if (saving.to() != saving.from()) step(saving.to());
    for (String example : saving.examples()) {
      lines.add(
          INDENT
              + terminal.paint(Ink.FAINT, Cells.cut(Cells.clean(example), room(INDENT.length()))));
    }
  }

  private void step(int number) {
    LayerSummary layer = layers.layers().get(number - 1);
    boolean ofBase = origins.get(number - 1) == Origin.BASE;
    String base = ofBase ? " (" + terminal.say(Msg.FROM_BASE) + ")" : "";
    String words = terminal.say(Msg.LAYER, number) + base + "  " + instruction(layer);
    lines.add(INDENT + Cells.cut(words, room(INDENT.length())));
  }

  private String advice(Saving saving) {
    String files =
        saving.files() == 1
            ? terminal.say(Msg.ONE_FILE)
            : terminal.say(Msg.FILES, Sizes.count(saving.files()));
    return switch (saving.cause()) {
      case COPIED_UP -> terminal.say(Msg.COPIED_UP, saving.to(), files, saving.from());
      case ADDED_TWICE -> terminal.say(Msg.ADDED_TWICE, saving.to(), files, saving.from());
      case REPLACED -> terminal.say(Msg.REPLACED, saving.to(), files, saving.from());
      case DELETED -> terminal.say(Msg.DELETED, saving.to(), files, saving.from());
      case LEFT_BEHIND -> terminal.say(Msg.LEFT_BEHIND, saving.from(), files, saving.remedy());
    };
  }

  private void unread() {
    for (NotAnalysed what : layers.notAnalysed()) {
      String reason = terminal.say(what.reason().text());
      if (!what.detail().isEmpty()) reason += " (" + what.detail() + ")";
      String words =
          terminal.say(Msg.NOT_ANALYSED) + "  " + Cells.clean(what.path() + ": " + reason);
      for (String line : Cells.wrap(words, terminal.width() - 1)) lines.add(" " + line);
    }
    if (!layers.notAnalysed().isEmpty()) lines.add("");
  }
}
