package io.breakwater.bench;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.Matcher;
import io.breakwater.inventory.Inventories;
import io.breakwater.inventory.Inventory;
import io.breakwater.model.Origin;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.collect.LayerResults;
import java.nio.file.Path;
import java.util.Arrays;

/** Times the opening of an advisory database and the matching of an image's components. */
public final class Matching {
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    long began = System.nanoTime();
    AdvisoryDatabase.open(file);
    System.out.printf("open, first in this JVM: %.1f ms%n", (System.nanoTime() - began) / 1e6);

    Inventory inventory;
    try (Image image = ImageSources.open(arguments[1], OpenOptions.defaults())) {
      inventory = new Inventories(LayerResults.none(), 2).take(image, _ -> Origin.UNKNOWN);
    }
    int components = inventory.components().size();
    int rounds = 40;
    long[] nanos = new long[rounds];
    int findings = 0;
    for (int i = 0; i < rounds; i++) {
      began = System.nanoTime();
      findings =
          new Matcher(AdvisoryDatabase.open(file))
              .match(inventory.os(), inventory.components())
              .findings()
              .size();
      nanos[i] = System.nanoTime() - began;
    }
    double first = nanos[0] / 1e6;
    Arrays.sort(nanos);
    double median = nanos[rounds / 2] / 1e6;
    System.out.printf(
        "match %d components, %d findings: first %.1f ms, median of %d %.1f ms, per 1,000"
            + " components %.1f ms%n",
        components, findings, first, rounds, median, median * 1000 / components);
  }
}
