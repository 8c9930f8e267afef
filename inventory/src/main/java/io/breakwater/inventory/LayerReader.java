package io.breakwater.inventory;

import io.breakwater.model.Digest;
import io.breakwater.oci.ImageLayer;
import java.io.IOException;
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

/** Gets the facts of layers: from the cache where they are known, else by reading the layer. */
final class LayerReader {
  private final List<Analyser> analysers;
  private final LayerResults cache;
  private final int threads;
  private final String version;

  LayerReader(List<Analyser> analysers, LayerResults cache, int threads) {
    if (threads < 1) throw new IllegalArgumentException("at least one thread reads: " + threads);
    this.analysers = analysers;
    this.cache = cache;
    this.threads = threads;
    this.version = version(analysers);
  }

  /**
   * @param layers the facts of each layer, from the lowest
   * @param cached how many of them were not read
   */
  record Result(List<LayerFacts> layers, int cached) {}

  /** The facts of these layers. */
  Result read(List<ImageLayer> layers) throws IOException {
    var facts = new ArrayList<@Nullable LayerFacts>();
    for (ImageLayer layer : layers) facts.add(known(layer));
    int cached = (int) facts.stream().filter(known -> known != null).count();
    return complete(layers, facts, cached);
  }

  /** The facts of these layers, all read anew. */
  Result readAfresh(List<ImageLayer> layers) throws IOException {
    var facts = new ArrayList<@Nullable LayerFacts>();
    for (int i = 0; i < layers.size(); i++) facts.add(null);
    return complete(layers, facts, 0);
  }

  private Result complete(List<ImageLayer> layers, List<@Nullable LayerFacts> facts, int cached)
      throws IOException {
    var candidates = new Candidates(analysers);
    // The largest first, so that the last one to finish is not the one that started last.
    List<Integer> missing =
        IntStream.range(0, layers.size())
            .filter(i -> facts.get(i) == null)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> layers.get(i).size()).reversed())
            .toList();
    if (missing.size() == 1 || threads == 1) {
      for (int i : missing) facts.set(i, analyse(layers.get(i), candidates));
    } else if (!missing.isEmpty()) {
      inParallel(layers, facts, missing, candidates);
    }
    var whole = new ArrayList<LayerFacts>();
    for (LayerFacts one : facts) {
      if (one != null) whole.add(one);
    }
    return new Result(whole, cached);
  }

  private void inParallel(
      List<ImageLayer> layers,
      List<@Nullable LayerFacts> facts,
      List<Integer> missing,
      Candidates candidates)
      throws IOException {
    var factory = Thread.ofPlatform().daemon().name("layer-", 0).factory();
    ExecutorService executor =
        Executors.newFixedThreadPool(Math.min(threads, missing.size()), factory);
    try {
      var futures = new ArrayList<Future<LayerFacts>>();
      for (int i : missing) futures.add(executor.submit(() -> analyse(layers.get(i), candidates)));
      for (int i = 0; i < futures.size(); i++) facts.set(missing.get(i), result(futures.get(i)));
    } finally {
      executor.shutdownNow();
      executor.close(); // waits: nobody reads once this method is left
    }
  }

  private static LayerFacts result(Future<LayerFacts> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted while layers were read");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IOException(e);
      }
    }
  }

  private @Nullable LayerFacts known(ImageLayer layer) {
    return key(layer).flatMap(cache::get).flatMap(LayerFacts::open).orElse(null);
  }

  private LayerFacts analyse(ImageLayer layer, Candidates candidates) throws IOException {
    var analysis = new LayerAnalysis(candidates);
    boolean proved = layer.read(analysis);
    Optional<JournalPass> journals = analysis.journalPass();
    if (journals.isPresent()) layer.read(journals.get());
    byte[] bytes = analysis.facts();
    if (proved) key(layer).ifPresent(key -> cache.put(key, bytes));
    return LayerFacts.open(bytes).orElseThrow();
  }

  private Optional<String> key(ImageLayer layer) {
    return layer.diffId().map(Digest::toString).map(diffId -> diffId + version);
  }

  /**
   * The part of the key that changes whenever a layer would be analysed differently. It meets no
   * adversary, and a cryptographic hash would take longer to load than all layers take to open.
   */
  private static String version(List<Analyser> analysers) {
    long hash = LayerFacts.VERSION;
    for (Analyser analyser : analysers) {
      hash = PathHash.chain(hash, analyser.name() + ":" + analyser.version());
    }
    return "/inventory-" + Long.toHexString(hash);
  }
}
