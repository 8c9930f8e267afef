package io.breakwater.inventory;

import io.breakwater.inventory.LayerFacts.Note;
import io.breakwater.inventory.Merge.PresentFile;
import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.collect.LayerCollector;
import io.breakwater.oci.collect.LayerReader;
import io.breakwater.oci.collect.LayerResults;
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

  private final LayerCollector collector;
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
    this.collector = new PackageCollector(analysers);
    this.reader = new LayerReader(cache, threads);
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
    return take(image, originOf, List.of()).inventory();
  }

  /**
   * What was made of an image.
   *
   * @param inventory its inventory
   * @param evidence what each companion collected
   */
  public record Taken(Inventory inventory, List<LayerReader.Collected> evidence) {
    /** Copies the list. */
    public Taken {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * As {@link #take(Image, IntFunction)}, with companions that read the layers at the same time.
   *
   * @param companions collectors of other evidence
   */
  public Taken take(Image image, IntFunction<Origin> originOf, List<LayerCollector> companions)
      throws IOException {
    var collectors = new ArrayList<LayerCollector>();
    collectors.add(collector);
    collectors.addAll(companions);
    List<LayerReader.Collected> read = reader.read(image.layers(), collectors);
    Inventory inventory = inventory(image, originOf, read.getFirst());
    return new Taken(inventory, read.subList(1, read.size()));
  }

  private Inventory inventory(
      Image image, IntFunction<Origin> originOf, LayerReader.Collected collected)
      throws IOException {
    try {
      return merged(image, originOf, collected);
    } catch (CorruptFactsException e) {
      // A kept result that is whole but says what cannot be: as good as none.
      return merged(
          image, originOf, reader.readAfresh(image.layers(), List.of(collector)).getFirst());
    }
  }

  private static Inventory merged(
      Image image, IntFunction<Origin> originOf, LayerReader.Collected collected) {
    List<LayerFacts> layers = collected.layers().stream().map(Inventories::opened).toList();
    var merge = new Merge();
    layers.forEach(merge::add);
    List<PresentFile> files = merge.files();
    OperatingSystem os = Systems.of(files);
    var ownership = new Ownership(merge);
    var components = new Components(os, image.layers(), originOf).of(merge, ownership, files);
    return new Inventory(
        os,
        components,
        notAnalysed(image, layers, files),
        collected.kept(),
        new InventoryFiles(merge, ownership, image.layers(), components));
  }

  private static LayerFacts opened(byte[] evidence) {
    return LayerFacts.open(evidence)
        .orElseThrow(() -> new CorruptFactsException(new IllegalArgumentException("no facts")));
  }

  private static List<NotAnalysed> notAnalysed(
      Image image, List<LayerFacts> facts, List<PresentFile> files) {
    var lines = new ArrayList<>(image.notAnalysed());
    List<ImageLayer> layers = image.layers();
    for (int i = 0; i < layers.size(); i++) {
      for (Note note : facts.get(i).layerNotes()) {
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
