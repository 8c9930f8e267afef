package io.breakwater.inventory;

import io.breakwater.inventory.internal.java.ArchiveHashes;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.FoundFile;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.Image;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hashes the Java archives of an image, by reading again the layers that they lie in: for those who
 * know archives by their hashes. A scan has no use for that otherwise.
 */
public final class HashedArchives {
  private static final String INNER = "!/";

  /** Which component the archive at a place is; of those shaded into one the first. */
  private final Map<String, Component> byPlace = new HashMap<>();

  /** What is wanted of each file. */
  private final Map<String, NavigableSet<String>> wanted = new HashMap<>();

  /** The hashes of each component, by its id. */
  private final Map<String, Set<Digest>> hashes = new HashMap<>();

  private HashedArchives() {}

  /**
   * An inventory in which installed Java archives that no package of the distribution owns, nested
   * ones too, have their SHA-1 and SHA-256. What cannot be read has none.
   *
   * @param image that the inventory was taken of
   * @throws IOException when a layer cannot be read
   */
  public static Inventory of(Image image, Inventory inventory) throws IOException {
    var all = new HashedArchives();
    for (Component component : inventory.components()) all.add(component);
    if (all.wanted.isEmpty()) return inventory;
    var layers = new HashSet<Integer>();
    var files = new HashMap<String, Integer>();
    for (FoundFile file : inventory.files().list()) {
      if (!all.wanted.containsKey(file.path())) continue;
      layers.add(file.layer());
      files.put(file.path(), file.layer());
    }
    for (int layer : layers) image.layers().get(layer).read(all.new Pass(layer, files));
    return new Inventory(
        inventory.os(),
        inventory.components().stream().map(all::hashed).toList(),
        inventory.notAnalysed(),
        inventory.cachedLayers(),
        inventory.files());
  }

  private void add(Component component) {
    if (!component.type().equals("maven") || component.ownedBy().isPresent()) return;
    for (Location location : component.locations()) {
      if (byPlace.putIfAbsent(location.path(), component) != null) continue;
      int inner = location.path().indexOf(INNER);
      String file = inner < 0 ? location.path() : location.path().substring(0, inner);
      wanted.computeIfAbsent(file, _ -> new TreeSet<>()).add(location.path());
    }
  }

  private Component hashed(Component component) {
    Set<Digest> own = hashes.get(component.id());
    if (own == null) return component;
    own.addAll(component.traits().hashes());
    return component.with(component.traits().hashed(new ArrayList<>(own)));
  }

  private void found(String place, List<Digest> digests) {
    Component component = byPlace.get(place);
    if (component == null) return;
    hashes.computeIfAbsent(component.id(), _ -> new LinkedHashSet<>()).addAll(digests);
  }

  private final class Pass implements LayerVisitor {
    private final int layer;
    private final Map<String, Integer> files;
    private final ArchiveHashes archives = new ArchiveHashes(HashedArchives.this::found);

    Pass(int layer, Map<String, Integer> files) {
      this.layer = layer;
      this.files = files;
    }

    @Override
    public boolean entry(FileEntry entry, Head head) {
      return switch (entry.type()) {
        case FILE, HARD_LINK -> files.getOrDefault(entry.absolutePath(), -1) == layer;
        case DIRECTORY, SYMLINK, WHITEOUT, OPAQUE, SPECIAL -> false;
      };
    }

    @Override
    public void content(FileEntry entry, Content content) {
      NavigableSet<String> places = wanted.get(entry.absolutePath());
      if (places == null) return;
      try {
        archives.file(content, entry.absolutePath(), places);
      } catch (IOException unreadable) {
        // Told when the inventory was taken.
      }
    }

    @Override
    public void notAnalysed(String path, NotAnalysed.Reason reason, String detail) {
      // As above.
    }
  }
}
