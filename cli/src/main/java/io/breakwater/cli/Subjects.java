package io.breakwater.cli;

import io.breakwater.inventory.Inventories;
import io.breakwater.inventory.Inventory;
import io.breakwater.inventory.LayerResults;
import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Layer;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.Platform;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What commands look at: an image wherever it is, or the SBOM of one. */
final class Subjects {
  private Subjects() {}

  /**
   * Something whose inventory was taken.
   *
   * @param image what it is; of an SBOM as far as it tells
   * @param inventory what is in it
   */
  record Subject(ImageInfo image, Inventory inventory) {
    /** Its SBOM. */
    Sbom sbom() {
      return Sbom.of(image, inventory.components());
    }
  }

  /** Takes the inventory of what a reference names; shows how far it is. */
  static Subject take(Arguments arguments, Terminal terminal, String reference) throws IOException {
    if (SbomFiles.isNamed(reference)) return SbomFiles.subject(reference, arguments, terminal);
    LayerResults cache = Caches.results(arguments, terminal);
    try (var progress = arguments.has(Opt.QUIET) ? null : new ProgressPrinter(terminal);
        Image image =
            ImageSources.open(
                reference,
                options(
                    arguments, terminal, progress == null ? ProgressListener.NONE : progress))) {
      List<Origin> origins = origins(image);
      Inventory inventory =
          new Inventories(cache, Runtime.getRuntime().availableProcessors())
              .take(image, origins::get);
      return new Subject(describe(image, origins, inventory.os()), inventory);
    }
  }

  private static List<Origin> origins(Image image) {
    int base = image.baseLayers().orElse(-1);
    var origins = new ArrayList<Origin>();
    for (int i = 0; i < image.layers().size(); i++) {
      origins.add(base < 0 ? Origin.UNKNOWN : i < base ? Origin.BASE : Origin.OWN);
    }
    return origins;
  }

  private static ImageInfo describe(Image image, List<Origin> origins, OperatingSystem os) {
    var layers = new ArrayList<Layer>();
    long size = 0;
    int number = 0;
    for (ImageLayer layer : image.layers()) {
      Origin origin = origins.get(number++);
      size += layer.size();
      if (layer.digest().isEmpty() || layer.diffId().isEmpty()) continue;
      layers.add(
          new Layer(
              layer.digest().get(),
              layer.diffId().get(),
              layer.size(),
              layer.instruction(),
              origin));
    }
    return new ImageInfo(
        image.name(),
        image.foundIn(),
        image.digest(),
        image.configDigest(),
        image.platform(),
        os,
        size,
        image.created(),
        image.settings(),
        layers);
  }

  /** How the user wants images to be opened. */
  static OpenOptions options(Arguments arguments, Terminal terminal, ProgressListener progress) {
    return new OpenOptions(
        arguments.value(Opt.PLATFORM).map(p -> platform(arguments, p)),
        arguments.has(Opt.OFFLINE),
        arguments.has(Opt.INSECURE),
        arguments.value(Opt.CA_FILE).map(Path::of),
        terminal.environment(),
        Path.of(System.getProperty("java.io.tmpdir")),
        progress);
  }

  private static Platform platform(Arguments arguments, String text) {
    try {
      return Platform.parse(text);
    } catch (IllegalArgumentException notAPlatform) {
      throw arguments.bad(Opt.PLATFORM, text, Msg.A_PLATFORM);
    }
  }
}
