package io.breakwater.cli;

import io.breakwater.model.Language;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Origin;
import io.breakwater.model.json.JsonOut;
import io.breakwater.oci.Image;
import io.breakwater.oci.layers.ImageLayers;
import io.breakwater.oci.layers.LayerSummary;
import io.breakwater.oci.layers.Saving;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** What {@code bw layers --format json} writes, as docs/layers.md describes it. */
final class LayersJson {
  private static final int MOST_FILES = 100;

  private LayersJson() {}

  static void write(
      Image image, ImageLayers layers, List<Origin> origins, boolean all, OutputStream out)
      throws IOException {
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("schemaVersion", "1.0");
            json.object("image", () -> image(json, image));
            json.number("efficiency", layers.efficiency());
            json.number("bytes", layers.bytes());
            json.number("bytesAboveLowest", layers.bytesAboveLowest());
            json.number("wastedBytes", layers.wasted());
            json.number("wastedShare", layers.wastedShare());
            json.array(
                "layers",
                layers.layers(),
                layer -> layer(json, layer, origins.get(layer.number() - 1)));
            json.array(
                "wastedFiles",
                layers.wastedFiles(all ? Integer.MAX_VALUE : MOST_FILES),
                file -> {
                  json.text("path", file.path());
                  json.number("layers", file.times());
                  json.number("bytes", file.bytes());
                });
            json.array("savings", layers.savings(), saving -> saving(json, saving));
            notAnalysed(json, layers.notAnalysed());
          });
    }
  }

  static void image(JsonOut json, Image image) throws IOException {
    json.text("name", image.name());
    json.text("foundIn", image.foundIn());
    json.optional("digest", image.digest());
    json.optional("configDigest", image.configDigest());
    json.text("platform", image.platform().toString());
  }

  private static void layer(JsonOut json, LayerSummary layer, Origin origin) throws IOException {
    json.number("number", layer.number());
    json.optional("digest", layer.digest());
    json.optional("diffId", layer.diffId());
    json.number("size", layer.storedSize());
    json.number("bytes", layer.bytes());
    json.text("instruction", layer.instruction());
    json.text("origin", origin.id());
    json.number("added", layer.added());
    json.number("addedBytes", layer.addedBytes());
    json.number("changed", layer.changed());
    json.number("changedBytes", layer.changedBytes());
    json.number("removed", layer.removed());
    json.number("removedBytes", layer.removedBytes());
  }

  private static void saving(JsonOut json, Saving saving) throws IOException {
    json.text("cause", saving.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.number("from", saving.from());
    json.number("to", saving.to());
    json.number("files", saving.files());
    json.number("bytes", saving.bytes());
    json.texts("examples", saving.examples());
    if (!saving.remedy().isEmpty()) json.text("remedy", saving.remedy());
  }

  static void notAnalysed(JsonOut json, List<NotAnalysed> lines) throws IOException {
    json.array(
        "notAnalysed",
        lines,
        line -> {
          json.text("path", line.path());
          json.optional("layer", line.layer());
          String reason = line.reason().text().in(Language.ENGLISH);
          json.text("reason", line.detail().isEmpty() ? reason : reason + ": " + line.detail());
        });
  }
}
