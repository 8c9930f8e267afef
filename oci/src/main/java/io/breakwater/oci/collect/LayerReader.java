package io.breakwater.oci.collect;

import io.breakwater.model.Digest;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gets the evidence of layers: from where it is kept, else by reading the layer, once for all
 * collectors that lack theirs. Layers are read in parallel. Safe for use by several threads.
 */
public final class LayerReader {
  private final LayerResults results;
  private final int threads;

  /**
   * A reader.
   *
   * @param results where evidence is kept, under the layer's diffID and the collector's version
   * @param threads how many layers are read at once, at least 1
   */
  public LayerReader(LayerResults results, int threads) {
    if (threads < 1) throw new IllegalArgumentException("at least one thread reads: " + threads);
    this.results = results;
    this.threads = threads;
  }

  /**
   * What a collector has of an image.
   *
   * @param layers the evidence of each layer, from the lowest
   * @param kept how many of them had not to be read
   */
  public record Collected(List<byte[]> layers, int kept) {
    /** Copies the list. */
    public Collected {
      layers = List.copyOf(layers);
    }
  }

  /**
   * The evidence of these layers.
   *
   * @return one for each collector, in their order
   * @throws io.breakwater.model.ProblemException when a layer is missing, cut or forged
   * @throws IOException when a layer cannot be read
   */
  public List<Collected> read(List<ImageLayer> layers, List<LayerCollector> collectors)
      throws IOException {
    return read(layers, collectors, true);
  }

  /** The evidence of these layers, all read anew: for who cannot use what was kept. */
  public List<Collected> readAfresh(List<ImageLayer> layers, List<LayerCollector> collectors)
      throws IOException {
    return read(layers, collectors, false);
  }

  private List<Collected> read(
      List<ImageLayer> layers, List<LayerCollector> collectors, boolean useKept)
      throws IOException {
    var work = new ArrayList<LayerWork>();
    for (ImageLayer layer : layers) {
      var known = new ArrayList<byte @Nullable []>();
      for (LayerCollector collector : collectors) {
        known.add(useKept ? kept(layer, collector) : null);
      }
      work.add(new LayerWork(layer, collectors, known));
    }
    var collected = new ArrayList<Collected>();
    int[] kept = new int[collectors.size()];
    for (int c = 0; c < kept.length; c++) {
      for (LayerWork one : work) if (one.evidence.get(c) != null) kept[c]++;
    }
    complete(work);
    for (int c = 0; c < kept.length; c++) {
      var evidence = new ArrayList<byte[]>();
      for (LayerWork one : work) {
        byte @Nullable [] bytes = one.evidence.get(c);
        if (bytes != null) evidence.add(bytes);
      }
      collected.add(new Collected(evidence, kept[c]));
    }
    return collected;
  }

  /** A layer, and the evidence of it as far as it is there: one place for each collector. */
  private record LayerWork(
      ImageLayer layer, List<LayerCollector> collectors, List<byte @Nullable []> evidence) {
    boolean isOpen() {
      return evidence.contains(null);
    }
  }

  private void complete(List<LayerWork> work) throws IOException {
    // The largest first, so that the last one to finish is not the one that started last.
    List<LayerWork> open =
        work.stream()
            .filter(LayerWork::isOpen)
            .sorted(Comparator.comparingLong((LayerWork w) -> w.layer().size()).reversed())
            .toList();
    if (open.size() > 1 && threads > 1) {
      inParallel(open);
    } else {
      for (LayerWork one : open) collect(one);
    }
  }

  private void inParallel(List<LayerWork> open) throws IOException {
    var factory = Thread.ofPlatform().daemon().name("layer-", 0).factory();
    ExecutorService executor =
        Executors.newFixedThreadPool(Math.min(threads, open.size()), factory);
    try {
      var futures = new ArrayList<Future<Boolean>>();
      for (LayerWork one : open) futures.add(executor.submit(() -> collect(one)));
      for (Future<Boolean> future : futures) await(future);
    } finally {
      executor.shutdownNow();
      executor.close(); // waits: nobody reads once this method is left
    }
  }

  private static void await(Future<Boolean> future) throws IOException {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while layers were read");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IOException(e);
      }
    }
  }

  /** Reads a layer for those who lack evidence of it. */
  private boolean collect(LayerWork work) throws IOException {
    List<Integer> open =
        IntStream.range(0, work.evidence().size())
            .filter(i -> work.evidence().get(i) == null)
            .boxed()
            .toList();
    var readings = new ArrayList<LayerCollector.Reading>();
    for (int i : open) readings.add(work.collectors().get(i).begin());
    boolean proved = work.layer().read(shared(readings));
    var again = new ArrayList<LayerVisitor>();
    for (LayerCollector.Reading reading : readings) reading.again().ifPresent(again::add);
    if (!again.isEmpty()) work.layer().read(shared(again));
    for (int i = 0; i < readings.size(); i++) {
      byte[] evidence = readings.get(i).evidence();
      LayerCollector collector = work.collectors().get(open.get(i));
      work.evidence().set(open.get(i), evidence);
      boolean keeps = proved && readings.get(i).lasts();
      if (keeps) key(work.layer(), collector).ifPresent(key -> results.put(key, evidence));
    }
    return proved;
  }

  private static LayerVisitor shared(List<? extends LayerVisitor> visitors) {
    return visitors.size() == 1 ? visitors.getFirst() : new SharedReading(visitors);
  }

  private byte @Nullable [] kept(ImageLayer layer, LayerCollector collector) {
    return key(layer, collector).flatMap(results::get).orElse(null);
  }

  private static Optional<String> key(ImageLayer layer, LayerCollector collector) {
    return layer.diffId().map(Digest::toString).map(id -> id + "/" + collector.version());
  }
}
