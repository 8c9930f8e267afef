package io.breakwater.inventory;

import io.breakwater.model.Component;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import java.util.List;

/**
 * What is inside an image.
 *
 * @param os the distribution
 * @param components in a stable order: by type, name, version
 * @param notAnalysed what could not be read, by path
 * @param cachedLayers how many layers were not read, as their results were in the cache
 * @param files those that can be run or loaded; nothing is done before they are asked for
 */
public record Inventory(
    OperatingSystem os,
    List<Component> components,
    List<NotAnalysed> notAnalysed,
    int cachedLayers,
    InventoryFiles files) {
  /** Copies the lists. */
  public Inventory {
    components = List.copyOf(components);
    notAnalysed = List.copyOf(notAnalysed);
  }

  /** Of something whose files nobody has seen, such as an SBOM. */
  public Inventory(OperatingSystem os, List<Component> components, List<NotAnalysed> notAnalysed) {
    this(os, components, notAnalysed, 0, InventoryFiles.none());
  }
}
