package io.breakwater.oci.layers;

import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What each layer of an image does to its files, how well the image uses its bytes, and what it
 * would save. Made by reading every layer once; memory is bounded by the number of paths, whatever
 * they contain.
 */
public final class ImageLayers {
  private static final int MOST_ROWS = 6_000_000;

  private final PathTree tree;
  private final List<LayerSummary> summaries;
  private final List<Rows> changes;
  private final Efficiency efficiency;
  private final List<Saving> savings;
  private final List<NotAnalysed> notAnalysed;

  private ImageLayers(
      PathTree tree,
      List<LayerSummary> summaries,
      List<Rows> changes,
      Pile pile,
      List<NotAnalysed> notAnalysed) {
    this.tree = tree;
    this.summaries = List.copyOf(summaries);
    this.changes = changes;
    this.efficiency = pile.efficiency();
    this.savings = pile.savings().list(tree);
    this.notAnalysed = List.copyOf(notAnalysed);
  }

  /**
   * Reads all layers of an image.
   *
   * @throws io.breakwater.model.ProblemException when a layer is missing, cut or forged
   */
  public static ImageLayers read(Image image) throws IOException {
    var tree = new PathTree();
    var pile = new Pile(tree);
    var summaries = new ArrayList<LayerSummary>();
    var changes = new ArrayList<Rows>();
    var notes = new ArrayList<>(image.notAnalysed());
    int room = MOST_ROWS;
    for (ImageLayer layer : image.layers()) {
      var pass = new LayerPass(tree, layer.diffId(), room, notes);
      layer.read(pass);
      Pile.Outcome outcome = pile.add(summaries.size(), pass);
      room = Math.max(0, room - pass.rows.count);
      changes.add(outcome.changes);
      summaries.add(summary(summaries.size() + 1, layer, pass.bytes, outcome));
    }
    pile.findLeftovers();
    if (pile.exhausted()) {
      String detail = "directories are removed more often than can be followed";
      notes.add(new NotAnalysed("/", java.util.Optional.empty(), NotAnalysed.Reason.LIMIT, detail));
    }
    return new ImageLayers(tree, summaries, changes, pile, notes);
  }

  private static LayerSummary summary(
      int number, ImageLayer layer, long bytes, Pile.Outcome outcome) {
    return new LayerSummary(
        number,
        layer.digest(),
        layer.diffId(),
        layer.size(),
        bytes,
        layer.instruction(),
        outcome.files(Change.ADDED),
        outcome.files(Change.CHANGED),
        outcome.files(Change.REMOVED),
        outcome.bytes(Change.ADDED),
        outcome.bytes(Change.CHANGED),
        outcome.bytes(Change.REMOVED));
  }

  /** The layers from the lowest to the highest. */
  public List<LayerSummary> layers() {
    return summaries;
  }

  /** The bytes of all files of all layers. */
  public long bytes() {
    return summaries.stream().mapToLong(LayerSummary::bytes).sum();
  }

  /** The bytes of all layers but the lowest. */
  public long bytesAboveLowest() {
    return summaries.stream().skip(1).mapToLong(LayerSummary::bytes).sum();
  }

  /**
   * How much of what paths take in all layers the smallest of each would take: 1 is best. The
   * number that Dive calls by this name.
   */
  public double efficiency() {
    return efficiency.score();
  }

  /** The bytes of all paths that more than one layer writes or removes, as Dive counts them. */
  public long wasted() {
    return efficiency.wasted();
  }

  /** {@link #wasted} against {@link #bytesAboveLowest}: 0.05 is 5 percent. */
  public double wastedShare() {
    long above = bytesAboveLowest();
    return above == 0 ? 0 : (double) wasted() / above;
  }

  /** The paths that waste most, the largest first. */
  public List<WastedFile> wastedFiles(int most) {
    return efficiency.worst(most, tree);
  }

  /** What the image need not have, the largest first. */
  public List<Saving> savings() {
    return savings;
  }

  /** What could not be read. */
  public List<NotAnalysed> notAnalysed() {
    return notAnalysed;
  }

  /** Receives what a layer does to paths. */
  @FunctionalInterface
  public interface ChangeSink {
    /**
     * One change.
     *
     * @param path absolute
     * @param size bytes of the file as it is now; of what is removed, as it was, with all below
     */
    void change(String path, Change change, long size);
  }

  /**
   * Tells every change of a layer, directories too, in the order of the archive.
   *
   * @param number of the layer, from 1
   */
  public void changes(int number, ChangeSink sink) {
    Rows rows = changes.get(number - 1);
    for (int i = 0; i < rows.count; i++) {
      sink.change(tree.path(rows.nodes[i]), Pile.Outcome.change(rows.kinds[i]), rows.sizes[i]);
    }
  }
}
