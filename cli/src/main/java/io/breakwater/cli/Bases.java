package io.breakwater.cli;

import io.breakwater.inventory.base.BaseDetection;
import io.breakwater.inventory.base.DeclaredBases;
import io.breakwater.inventory.base.ScannedImages;
import io.breakwater.model.BaseImage;
import io.breakwater.model.Origin;
import io.breakwater.oci.Image;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The base images that a command knows of. */
final class Bases {
  private Bases() {}

  /** The declared ones: at the default place, unless {@code --bases} names another. */
  static DeclaredBases declared(Arguments arguments, Terminal terminal) {
    return new DeclaredBases(
        arguments
            .value(Opt.BASES)
            .map(Path::of)
            .orElseGet(() -> Folders.bases(terminal.environment())));
  }

  /** Every image that may be the base of an image, the likeliest first. */
  static List<BaseImage> candidates(
      Image image, LayerResults cache, Arguments arguments, Terminal terminal) throws IOException {
    var declared = declared(arguments, terminal).list();
    return new BaseDetection(declared, new ScannedImages(cache)).candidates(image);
  }

  /** The likeliest of them. */
  static Optional<BaseImage> of(
      Image image, LayerResults cache, Arguments arguments, Terminal terminal) throws IOException {
    return candidates(image, cache, arguments, terminal).stream().findFirst();
  }

  /** Who brought each layer. */
  static List<Origin> origins(Image image, Optional<BaseImage> base) {
    int lowest = base.map(BaseImage::layers).orElse(0);
    var origins = new ArrayList<Origin>();
    for (int i = 0; i < image.layers().size(); i++) {
      origins.add(lowest == 0 ? Origin.UNKNOWN : i < lowest ? Origin.BASE : Origin.OWN);
    }
    return origins;
  }
}
