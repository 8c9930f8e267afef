package io.breakwater.oci.internal.containers;

import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of a store: its images, its layers, where their files are. Read once. */
public final class ContainersStore {
  private static final List<String> DRIVERS = List.of("overlay", "vfs", "btrfs");
  private static final int LARGEST_LIST = 256 << 20;
  private static final int MOST_LAYERS = 4096;

  /**
   * An image of the store.
   *
   * @param id the digest of its configuration, in hexadecimal
   * @param names its names, complete
   * @param digests of all its manifests
   * @param topLayer the id of its highest layer; empty when it has none
   */
  public record StoredImageRecord(
      Path folder, String id, List<String> names, List<String> digests, String topLayer) {}

  /**
   * A layer of the store.
   *
   * @param diffId the digest of its archive
   * @param diffSize the size of its archive
   * @param notes the file of tar-split, which may be missing
   * @param files the folder with its files
   * @param overlay whether that folder holds the layer's own files only, with overlay's whiteouts
   */
  public record StoredLayerRecord(
      String parent,
      Optional<Digest> diffId,
      long diffSize,
      Path notes,
      Path files,
      boolean overlay) {}

  private final List<StoredImageRecord> images = new ArrayList<>();
  private final Map<String, StoredLayerRecord> layers = new HashMap<>();

  private ContainersStore() {}

  /**
   * Reads the lists of a store.
   *
   * @return empty when there is no store at this place
   * @throws IOException when there is one and its lists cannot be read
   */
  public static Optional<ContainersStore> open(StoreLocation location) throws IOException {
    var store = new ContainersStore();
    boolean found = store.read(location.root(), location.driver());
    for (Path more : location.more()) store.read(more, Optional.empty());
    return found ? Optional.of(store) : Optional.empty();
  }

  private boolean read(Path root, Optional<String> wanted) throws IOException {
    boolean found = false;
    for (String driver : DRIVERS) {
      if (wanted.isPresent() && !wanted.get().equals(driver)) continue;
      Optional<byte[]> list =
          Surroundings.read(root.resolve(driver + "-images/images.json"), LARGEST_LIST);
      if (list.isEmpty()) continue;
      found = true;
      readImages(root.resolve(driver + "-images"), list.get());
      readLayers(root, driver, "layers.json");
      readLayers(root, driver, "volatile-layers.json");
    }
    return found;
  }

  private void readImages(Path folder, byte[] list) throws IOException {
    for (Json.Obj image : elements(list)) {
      String id = image.text("id");
      if (!isId(id)) continue;
      var digests = new ArrayList<String>();
      digests.add(image.text("digest"));
      image
          .object("big-data-digests")
          .members()
          .forEach(
              (key, value) -> {
                if (key.startsWith("manifest") && value instanceof Json.Str(String digest)) {
                  digests.add(digest);
                }
              });
      images.add(
          new StoredImageRecord(
              folder.resolve(id), id, image.texts("names"), digests, image.text("layer")));
    }
  }

  private void readLayers(Path root, String driver, String listName) throws IOException {
    Path folder = root.resolve(driver + "-layers");
    Optional<byte[]> list = Surroundings.read(folder.resolve(listName), LARGEST_LIST);
    if (list.isEmpty()) return;
    for (Json.Obj layer : elements(list.get())) {
      String id = layer.text("id");
      if (!isId(id)) continue;
      Path files =
          switch (driver) {
            case "overlay" -> root.resolve("overlay").resolve(id).resolve("diff");
            case "btrfs" -> root.resolve("btrfs/subvolumes").resolve(id);
            default -> root.resolve("vfs/dir").resolve(id);
          };
      layers.put(
          id,
          new StoredLayerRecord(
              layer.text("parent"),
              digest(layer.text("diff-digest")),
              layer.number("diff-size").orElse(0),
              folder.resolve(id + ".tar-split.gz"),
              files,
              driver.equals("overlay")));
    }
  }

  private static List<Json.Obj> elements(byte[] list) throws IOException {
    if (!(Json.parse(list) instanceof Json.Arr(List<Json> elements))) return List.of();
    var out = new ArrayList<Json.Obj>();
    for (Json element : elements) if (element instanceof Json.Obj object) out.add(object);
    return out;
  }

  private static Optional<Digest> digest(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Digest.parse(text));
    } catch (InvalidDigestException _) {
      return Optional.empty();
    }
  }

  /** Ids become names of files. */
  private static boolean isId(String id) {
    for (int i = 0; i < id.length(); i++) {
      if ("0123456789abcdef".indexOf(id.charAt(i)) < 0) return false;
    }
    return id.length() == 64;
  }

  /** The images, in the order of the list. */
  public List<StoredImageRecord> images() {
    return Collections.unmodifiableList(images);
  }

  /** The layers of an image from the lowest to the highest; empty when one is missing. */
  public Optional<List<StoredLayerRecord>> layersOf(StoredImageRecord image) {
    var out = new ArrayList<StoredLayerRecord>();
    for (String id = image.topLayer(); !id.isEmpty(); ) {
      StoredLayerRecord layer = layers.get(id);
      if (layer == null || out.size() == MOST_LAYERS) return Optional.empty();
      out.add(layer);
      id = layer.parent();
    }
    Collections.reverse(out);
    return Optional.of(out);
  }

  /**
   * A document that is kept with an image.
   *
   * @param key its name, such as {@code manifest} or the digest of a configuration
   */
  public Optional<byte[]> document(StoredImageRecord image, String key, int limit)
      throws IOException {
    return Surroundings.read(image.folder().resolve(fileName(key)), limit);
  }

  /** Plain names stand for themselves, others are encoded. */
  static String fileName(String key) {
    boolean plain = !key.isEmpty() && !key.startsWith(".");
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      plain &=
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
    }
    if (plain) return key;
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return "=" + Base64.getEncoder().encodeToString(bytes);
  }

  /** Whether the notes of a layer are there, so that its archive can be put together. */
  public static boolean hasNotes(StoredLayerRecord layer) {
    return Files.isRegularFile(layer.notes());
  }
}
