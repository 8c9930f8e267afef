package io.breakwater.inventory;

import io.breakwater.model.Component;
import io.breakwater.model.Digest;
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

  private FoundFile owned(FoundFile file, Map<String, String> byPlace) {
    Optional<String> owner = ownership.ownerOf(OwnedPath.hash(file.path()));
    if (owner.isEmpty()) owner = ownership.ofScript(file.path());
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

  /** Which files of a layer the layers above leave there. Asked in the order of paths. */
  private static final class Survivors {
    private final List<LayerFacts> above;
    private String lastFolder = "/"; // no path of a folder
    private boolean lastFolderIsThere = true;

    Survivors(List<LayerFacts> above) {
      this.above = above;
    }

    boolean has(String absolute) {
      if (above.isEmpty()) return true;
      String path = absolute.substring(1);
      String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      if (!folder.equals(lastFolder)) {
        lastFolder = folder;
        lastFolderIsThere = isThere(folder);
      }
      if (!lastFolderIsThere) return false;
      long hash = PathHash.of(path);
      for (LayerFacts layer : above) if (PathKind.removes(layer.paths(), hash)) return false;
      return true;
    }

    private boolean isThere(String folder) {
      for (int end = 0; ; end = folder.indexOf('/', end + 1)) {
        int to = end < 0 ? folder.length() : end;
        long hash = PathHash.of(folder, to);
        for (LayerFacts layer : above) if (PathKind.empties(layer.paths(), hash)) return false;
        if (end < 0) return true;
      }
    }
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
