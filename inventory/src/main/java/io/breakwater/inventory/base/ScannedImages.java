package io.breakwater.inventory.base;

import io.breakwater.model.Digest;
import io.breakwater.oci.collect.LayerResults;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The images that were scanned before, each kept in the cache under the chain of its layers: to ask
 * whether the lowest three layers are an image is one look-up, however many images are known. The
 * cache bounds how many there are and keeps processes apart; two that note names of the same layers
 * at once may lose one name.
 */
public final class ScannedImages {
  private static final int MOST_NAMES = 8;
  private static final int MOST_LAYERS = 1_000;

  private final LayerResults cache;

  /** What a cache knows. */
  public ScannedImages(LayerResults cache) {
    this.cache = cache;
  }

  /** Notes an image. */
  public void remember(KnownImage image) {
    if (image.diffIds().isEmpty() || image.diffIds().size() > MOST_LAYERS) return;
    String key = keys(image.diffIds()).getLast();
    List<KnownImage> known = read(key, image.diffIds());
    if (known.contains(image)) return;
    var lines = new StringBuilder(image.line()).append('\n');
    int names = 1;
    for (KnownImage other : known) {
      if (other.name().equals(image.name()) || names++ >= MOST_NAMES) continue;
      lines.append(other.line()).append('\n');
    }
    cache.put(key, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The images whose layers are the lowest of these, and not all of them; longest first. */
  List<KnownImage> below(List<Digest> diffIds) {
    var found = new ArrayList<KnownImage>();
    List<String> keys = keys(diffIds.subList(0, Math.min(MOST_LAYERS, diffIds.size())));
    for (int count = Math.min(keys.size(), diffIds.size() - 1); count > 0; count--) {
      found.addAll(read(keys.get(count - 1), diffIds.subList(0, count)));
    }
    return found;
  }

  private List<KnownImage> read(String key, List<Digest> diffIds) {
    Optional<byte[]> value = cache.get(key);
    var images = new ArrayList<KnownImage>();
    if (value.isEmpty()) return images;
    for (String line : new String(value.get(), StandardCharsets.UTF_8).split("\n", -1)) {
      KnownImage.parse(line).filter(i -> i.diffIds().equals(diffIds)).ifPresent(images::add);
    }
    return images;
  }

  /** The key of the lowest layer, of the lowest two, and so on: chains of digests as OCI's. */
  private static List<String> keys(List<Digest> diffIds) {
    var keys = new ArrayList<String>();
    String chain = "";
    for (Digest diffId : diffIds) {
      chain = hash(chain + " " + diffId);
      keys.add("image/" + chain);
    }
    return keys;
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
