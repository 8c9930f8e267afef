package io.breakwater.inventory;

import io.breakwater.oci.collect.LayerCollector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the packages of layers, and what tells who owns and runs what. */
final class PackageCollector implements LayerCollector {
  private final List<Analyser> analysers;
  private final String version;
  private @Nullable Candidates candidates;

  PackageCollector(List<Analyser> analysers) {
    this.analysers = List.copyOf(analysers);
    this.version = version(this.analysers);
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Reading begin() {
    return new LayerAnalysis(candidates());
  }

  /** Made for the first layer that has to be read: most scans of known images read none. */
  private synchronized Candidates candidates() {
    Candidates made = candidates;
    if (made == null) {
      made = new Candidates(analysers);
      candidates = made;
    }
    return made;
  }

  /**
   * Changes whenever a layer would be analysed differently. It meets no adversary, and a
   * cryptographic hash would take longer to load than all layers take to open.
   */
  private static String version(List<Analyser> analysers) {
    long hash = LayerFacts.VERSION;
    for (Analyser analyser : analysers) {
      hash = PathHash.chain(hash, analyser.name() + ":" + analyser.version());
    }
    return "inventory-" + Long.toHexString(hash);
  }
}
