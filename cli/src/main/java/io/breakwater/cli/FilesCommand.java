package io.breakwater.cli;

import io.breakwater.inventory.FileDigests;
import io.breakwater.inventory.Inventories;
import io.breakwater.inventory.Inventory;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.FoundFile;
import io.breakwater.model.Origin;
import io.breakwater.model.json.JsonOut;
import io.breakwater.oci.Capabilities;
import io.breakwater.oci.Image;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code bw files}: the files that can be run or loaded, and whom they belong to. */
final class FilesCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String format = arguments.oneOf(Opt.FORMAT, "table", List.of("table", "json"));
    var cache = Caches.results(arguments, terminal);
    Found found =
        Images.use(
            arguments,
            terminal,
            arguments.positionals().getFirst(),
            image -> {
              Inventory inventory =
                  new Inventories(cache, Runtime.getRuntime().availableProcessors())
                      .take(image, _ -> Origin.UNKNOWN);
              List<FoundFile> files = chosen(inventory, arguments);
              Map<String, Digest> digests =
                  arguments.has(Opt.DIGESTS) ? FileDigests.of(image, files) : Map.of();
              return new Found(image, inventory, files, digests);
            });
    if (format.equals("json")) json(found, terminal);
    else table(found, terminal);
    return Main.OK;
  }

  private record Found(
      Image image, Inventory inventory, List<FoundFile> files, Map<String, Digest> digests) {
    /** What a file belongs to, by the component's id. */
    Map<String, Component> components() {
      var byId = new HashMap<String, Component>();
      for (Component component : inventory.components()) byId.put(component.id(), component);
      return byId;
    }
  }

  private static List<FoundFile> chosen(Inventory inventory, Arguments arguments) {
    boolean unowned = arguments.has(Opt.UNOWNED);
    boolean privileged = arguments.has(Opt.SETUID);
    return inventory.files().list().stream()
        .filter(file -> !unowned || file.owner().isEmpty())
        .filter(file -> !privileged || file.privileged())
        .toList();
  }

  private static void json(Found found, Terminal terminal) throws IOException {
    Map<String, Component> components = found.components();
    try (var json = JsonOut.to(terminal.out())) {
      json.object(
          () -> {
            json.text("schemaVersion", "1.0");
            json.object("image", () -> LayersJson.image(json, found.image()));
            json.array("files", found.files(), file -> file(json, file, found, components));
            LayersJson.notAnalysed(json, found.inventory().notAnalysed());
          });
    }
  }

  private static void file(
      JsonOut json, FoundFile file, Found found, Map<String, Component> components)
      throws IOException {
    json.text("path", file.path());
    json.optional("layer", file.diffId());
    json.text("type", file.type().id());
    json.number("size", file.size());
    json.text("mode", mode(file));
    json.number("uid", file.uid());
    json.number("gid", file.gid());
    json.texts("capabilities", Capabilities.names(file.capabilities()));
    if (file.owner().isPresent()) {
      json.text("component", file.owner().get());
      Component owner = components.get(file.owner().get());
      if (owner != null) json.text("purl", owner.purl().toString());
    }
    Digest digest = found.digests().get(file.path());
    if (digest != null) json.text("digest", digest.toString());
  }

  private static String mode(FoundFile file) {
    String digits = Integer.toOctalString(file.mode());
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  private static void table(Found found, Terminal terminal) {
    Map<String, Component> components = found.components();
    if (found.files().isEmpty()) terminal.line(terminal.say(Msg.NO_FILES));
    for (FoundFile file : found.files()) {
      String owner =
          file.owner()
              .map(components::get)
              .map(component -> component.name() + " " + component.version())
              .orElseGet(() -> terminal.say(Msg.NO_OWNER));
      String row =
          mode(file)
              + Cells.right(file.uid() + ":" + file.gid(), 10)
              + Cells.right(Sizes.format(file.size()), 9)
              + "  "
              + Cells.left(file.type().id(), 9);
      String rights = String.join(",", Capabilities.names(file.capabilities()));
      String place = Cells.clean(file.path()) + (rights.isEmpty() ? "" : "  " + rights);
      int room = Math.max(20, terminal.width() - Cells.width(row) - 28);
      terminal.line(
          row
              + Cells.left(Cells.cut(Cells.clean(owner), 26), 28)
              + (Cells.width(place) <= room ? place : Cells.cut(place, 200)));
      Digest digest = found.digests().get(file.path());
      if (digest != null) terminal.line(" ".repeat(36) + terminal.paint(Ink.FAINT, "" + digest));
    }
    if (found.files().isEmpty()) return;
    long unowned = found.files().stream().filter(file -> file.owner().isEmpty()).count();
    int count = found.files().size();
    String files =
        count == 1 ? terminal.say(Msg.ONE_FILE) : terminal.say(Msg.FILES, Sizes.count(count));
    terminal.line(terminal.say(Msg.COUNTED_FILES, files, Sizes.count(unowned)));
  }
}
