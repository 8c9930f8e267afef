package io.breakwater.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays layers over each other, from the lowest up, and keeps what is still there and who brought
 * it.
 *
 * <p>A file goes when a layer above deletes it, empties a directory over it, or puts anything in
 * its place or, unless that is a directory, in the place of a directory over it. A package that a
 * layer takes away and brings again, as a package manager does when it writes its database anew or
 * {@code chown} when it copies a file up, is the same package: it keeps the layer that first
 * brought it. One that comes back later is brought anew.
 */
final class Merge {
  private final List<Stratum> strata = new ArrayList<>();

  /** One layer in the pile. */
  private static final class Stratum {
    final LayerFacts facts;
    final boolean[] goneDirectories;
    final boolean[] goneFiles;

    /** For each package the layer that first brought it, and the one that it lies in since. */
    final int[] introducedIn;

    final int[] lyingSince;

    Stratum(LayerFacts facts, int layer) {
      this.facts = facts;
      goneDirectories = new boolean[facts.directories()];
      goneFiles = new boolean[facts.files()];
      introducedIn = new int[facts.packages()];
      lyingSince = new int[facts.packages()];
      java.util.Arrays.fill(introducedIn, layer);
      java.util.Arrays.fill(lyingSince, layer);
    }
  }

  /**
   * A package that is still there.
   *
   * @param facts where it is told of
   * @param file by index
   * @param pkg by index
   * @param layer the layer that the facts are of
   * @param introducedIn the layer that first brought it, by index
   * @param lyingSince the layer since which it lies in this file
   */
  record Present(
      LayerFacts facts, int layer, int file, int pkg, int introducedIn, int lyingSince) {}

  /** A file with facts that is still there. */
  record PresentFile(LayerFacts facts, int layer, int file) {}

  /** Receives the packages that a layer takes away. */
  private record Removed(Map<Long, Integer> introducedIn, Map<Long, Integer> lyingSince) {}

  /** Lays one more layer on top. */
  void add(LayerFacts facts) {
    int layer = strata.size();
    var removed = new Removed(new HashMap<>(), new HashMap<>());
    for (Stratum lower : strata) remove(lower, facts.paths(), removed);
    var top = new Stratum(facts, layer);
    if (!removed.introducedIn.isEmpty()) inherit(top, removed);
    strata.add(top);
  }

  private static void remove(Stratum lower, HashIndex paths, Removed removed) {
    LayerFacts facts = lower.facts;
    boolean[] gone = lower.goneDirectories;
    boolean any = false;
    for (int d = 0; d < gone.length; d++) {
      gone[d] = gone[facts.parent(d)] || PathKind.empties(paths, facts.directoryHash(d));
      any |= gone[d];
    }
    for (int f = 0; f < lower.goneFiles.length; f++) {
      if (lower.goneFiles[f]) continue;
      boolean goes =
          (any && gone[facts.directory(f)]) || PathKind.removes(paths, facts.pathHash(f));
      if (!goes) continue;
      lower.goneFiles[f] = true;
      for (int p = facts.firstPackage(f); p < facts.endPackage(f); p++) {
        long identity = facts.identity(p);
        removed.introducedIn.merge(identity, lower.introducedIn[p], Math::min);
        removed.lyingSince.merge(identity ^ facts.pathHash(f), lower.lyingSince[p], Math::min);
      }
    }
  }

  private static void inherit(Stratum top, Removed removed) {
    LayerFacts facts = top.facts;
    for (int f = 0; f < facts.files(); f++) {
      for (int p = facts.firstPackage(f); p < facts.endPackage(f); p++) {
        long identity = facts.identity(p);
        Integer introduced = removed.introducedIn.get(identity);
        if (introduced == null) continue;
        top.introducedIn[p] = introduced;
        Integer lying = removed.lyingSince.get(identity ^ facts.pathHash(f));
        if (lying != null) top.lyingSince[p] = lying;
      }
    }
  }

  /** The files that are still there, from the lowest layer to the highest. */
  List<PresentFile> files() {
    var present = new ArrayList<PresentFile>();
    for (int layer = 0; layer < strata.size(); layer++) {
      Stratum stratum = strata.get(layer);
      for (int f = 0; f < stratum.goneFiles.length; f++) {
        if (!stratum.goneFiles[f]) present.add(new PresentFile(stratum.facts, layer, f));
      }
    }
    return present;
  }

  /** The packages of a file. */
  List<Present> packages(PresentFile file) {
    Stratum stratum = strata.get(file.layer());
    LayerFacts facts = file.facts();
    var present = new ArrayList<Present>();
    for (int p = facts.firstPackage(file.file()); p < facts.endPackage(file.file()); p++) {
      present.add(
          new Present(
              facts, file.layer(), file.file(), p, stratum.introducedIn[p], stratum.lyingSince[p]));
    }
    return present;
  }

  /** Whether a file with facts is still there. */
  boolean isPresent(int layer, int file) {
    return !strata.get(layer).goneFiles[file];
  }

  /** The layers, from the lowest to the highest. */
  List<LayerFacts> layers() {
    return strata.stream().map(stratum -> stratum.facts).toList();
  }
}
