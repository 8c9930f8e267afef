package io.breakwater.inventory;

import io.breakwater.inventory.LayerFacts.Note;
import io.breakwater.inventory.Merge.PresentFile;
import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Takes the inventory of images. Layers are read in parallel, each once; what was found in a layer
 * is kept under its diffID and the versions of all analysers. Safe for use by several threads.
 */
public final class Inventories {
  private static final Comparator<NotAnalysed> BY_PATH =
      Comparator.comparing(NotAnalysed::path)
          .thenComparing(line -> line.layer().map(Digest::toString).orElse(""))
          .thenComparing(NotAnalysed::reason)
          .thenComparing(NotAnalysed::detail);

  private final LayerReader reader;

  /**
   * With every analyser there is.
   *
   * @param cache where the results of layers are kept
   * @param threads how many layers are read at once, at least 1
   */
  public Inventories(LayerResults cache, int threads) {
    this(Analysers.all(), cache, threads);
  }

  Inventories(List<Analyser> analysers, LayerResults cache, int threads) {
    this.reader = new LayerReader(List.copyOf(analysers), cache, threads);
  }

  /**
   * Reads the layers of an image that are not known yet, and merges what is in all of them.
   *
   * @param originOf who brought a layer, by its index from the lowest
   * @return the inventory, with what the image itself says cannot be read among its not-analysed
   *     lines. Equal for equal images, however the threads ran
   * @throws io.breakwater.model.ProblemException when a layer is missing, cut or forged
   * @throws IOException when a layer cannot be read
   */
  public Inventory take(Image image, IntFunction<Origin> originOf) throws IOException {
    LayerReader.Result read = reader.read(image.layers());
    try {
      return merged(image, originOf, read);
    } catch (CorruptFactsException e) {
      // A kept result that is whole but says what cannot be: as good as none.
      return merged(image, originOf, reader.readAfresh(image.layers()));
    }
  }

  private static Inventory merged(
      Image image, IntFunction<Origin> originOf, LayerReader.Result read) {
    var merge = new Merge();
    read.layers().forEach(merge::add);
    List<PresentFile> files = merge.files();
    OperatingSystem os = Systems.of(files);
    var ownership = new Ownership(merge);
    var components = new Components(os, image.layers(), originOf).of(merge, ownership, files);
    return new Inventory(
        os,
        components,
        notAnalysed(image, read, files),
        read.cached(),
        new InventoryFiles(merge, ownership, image.layers(), components));
  }

  private static List<NotAnalysed> notAnalysed(
      Image image, LayerReader.Result read, List<PresentFile> files) {
    var lines = new ArrayList<>(image.notAnalysed());
    List<ImageLayer> layers = image.layers();
    for (int i = 0; i < layers.size(); i++) {
      for (Note note : read.layers().get(i).layerNotes()) {
        lines.add(line(layers.get(i).diffId(), note.where(), note));
      }
    }
    for (PresentFile file : files) {
      Optional<Digest> layer = layers.get(file.layer()).diffId();
      for (Note note : file.facts().notes(file.file())) {
        lines.add(line(layer, "/" + file.facts().path(file.file()) + note.where(), note));
      }
    }
    lines.sort(BY_PATH);
    return lines;
  }

  private static NotAnalysed line(Optional<Digest> layer, String path, Note note) {
    return new NotAnalysed(path, layer, note.reason(), note.detail());
  }
}
