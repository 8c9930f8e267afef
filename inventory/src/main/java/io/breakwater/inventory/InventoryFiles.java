package io.breakwater.inventory;

import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.Finding;
import io.breakwater.model.FoundFile;
import io.breakwater.model.Location;
import io.breakwater.oci.ImageLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of an image that can be run or loaded, and whom they belong to. Nothing is unpacked
 * before somebody asks. Safe for use by several threads; equal when the files are.
 */
public final class InventoryFiles {
  private static final String INNER = "!/";

  private final Merge merge;
  private final Ownership ownership;
  private final List<Optional<Digest>> diffIds;
  private final List<Component> components;
  private @Nullable List<FoundFile> files;

  InventoryFiles(
      Merge merge, Ownership ownership, List<ImageLayer> layers, List<Component> components) {
    this.merge = merge;
    this.ownership = ownership;
    this.diffIds = layers.stream().map(ImageLayer::diffId).toList();
    this.components = components;
  }

  static InventoryFiles none() {
    var nothing = new Merge();
    return new InventoryFiles(nothing, new Ownership(nothing), List.of(), List.of());
  }

  /**
   * All that are still there in the image, by path. A file belongs to the package of the
   * distribution that owns it, else to the component that was found in it, such as a jar.
   */
  public synchronized List<FoundFile> list() {
    List<FoundFile> known = files;
    if (known != null) return known;
    var found = new ArrayList<FoundFile>();
    Map<String, String> byPlace = byPlace();
    List<LayerFacts> layers = merge.layers();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<LayerFacts> above = layers.subList(layer + 1, layers.size());
      var survivors = new Survivors(above);
      for (FoundFile file : layers.get(layer).executables(layer, diffIds.get(layer))) {
        if (survivors.has(file.path())) found.add(owned(file, byPlace));
      }
    }
    found.sort(Comparator.comparing(FoundFile::path));
    files = List.copyOf(found);
    return files;
  }

  /**
   * What programs and libraries that are still there need to run, and the links that lead to them.
   */
  public RunFacts.Known links() {
    var facts = new ArrayList<RunFacts>();
    boolean complete = true;
    List<LayerFacts> layers = merge.layers();
    for (int layer = 0; layer < layers.size(); layer++) {
      var survivors = new Survivors(layers.subList(layer + 1, layers.size()));
      LinkFacts.Unpacked unpacked = layers.get(layer).links();
      complete &= unpacked.complete();
      for (RunFacts fact : unpacked.facts()) if (survivors.has(fact.path())) facts.add(fact);
    }
    return new RunFacts.Known(facts, complete);
  }

  /** Whether something that is no directory has this absolute path, links not followed. */
  public boolean exists(String path) {
    long hash = PathHash.of(path.substring(1));
    List<LayerFacts> layers = merge.layers();
    for (int layer = layers.size() - 1; layer >= 0; layer--) {
      HashIndex paths = layers.get(layer).paths();
      int at = paths.first(hash);
      if (at < 0 || paths.tag(at) != PathKind.NON_DIRECTORY.tag) continue;
      return new Survivors(layers.subList(layer + 1, layers.size())).has(path);
    }
    return false;
  }

  /**
   * What became of a file of a layer in the layers above it.
   *
   * @param layer by index, from 0
   * @param path absolute, of a file that the layer has
   */
  public Finding.Standing standing(int layer, String path) {
    List<LayerFacts> layers = merge.layers();
    List<LayerFacts> above = layers.subList(layer + 1, layers.size());
    if (new Survivors(above).has(path)) return Finding.Standing.PRESENT;
    return exists(path) ? Finding.Standing.OVERWRITTEN : Finding.Standing.DELETED;
  }

  /** The id of the component that a file belongs to, by its absolute path. */
  public Optional<String> owner(String path) {
    return ownership.ownerOf(OwnedPath.hash(path)).or(() -> ownership.ofScript(path));
  }

  private FoundFile owned(FoundFile file, Map<String, String> byPlace) {
    Optional<String> owner = owner(file.path());
    if (owner.isEmpty()) owner = Optional.ofNullable(byPlace.get(file.path()));
    return owner.isEmpty() ? file : file.of(owner.get());
  }

  /** The components that are files themselves, or archives with components in them. */
  private Map<String, String> byPlace() {
    var byPlace = new HashMap<String, String>();
    for (Component component : components) {
      for (Location location : component.locations()) {
        int inner = location.path().indexOf(INNER);
        String path = inner < 0 ? location.path() : location.path().substring(0, inner);
        if (inner < 0) byPlace.put(path, component.id());
        else byPlace.putIfAbsent(path, component.id());
      }
    }
    return byPlace;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InventoryFiles files && files.list().equals(list());
  }

  @Override
  public int hashCode() {
    return list().hashCode();
  }

  @Override
  public String toString() {
    return list().toString();
  }
}
