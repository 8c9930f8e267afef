package io.breakwater.oci.internal.containerd;

import io.breakwater.oci.internal.bolt.BoltFile;
import io.breakwater.oci.internal.bolt.BoltFile.Bucket;
import io.breakwater.oci.internal.bolt.InvalidBoltException;
import io.breakwater.oci.internal.layer.FileRegion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The names of images in containerd's database. */
public final class ContainerdNames {
  private static final List<String> FIRST = List.of("default", "k8s.io", "moby");
  private static final int MOST_IMAGES = 1_000_000;

  /** A writer may use a page again while it is read; more than once in a row is no accident. */
  private static final int ATTEMPTS = 3;

  private ContainerdNames() {}

  /**
   * An image.
   *
   * @param name its name, complete
   * @param target the digest of its manifest or index
   */
  public record NamedImage(String name, String target) {}

  /**
   * The images of each namespace.
   *
   * @param database the file
   * @param own the namespace that comes first; empty text for none
   */
  public static List<List<NamedImage>> read(Path database, String own) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return read(BoltFile.of(FileRegion.map(database)), own);
      } catch (InvalidBoltException changed) {
        if (attempt == ATTEMPTS) throw changed;
      }
    }
  }

  static List<List<NamedImage>> read(BoltFile file, String own) throws IOException {
    Optional<Bucket> top = file.root().bucket("v1");
    if (top.isEmpty()) return List.of();
    List<String> there = top.get().names();
    var order = new LinkedHashSet<String>();
    order.add(own);
    order.addAll(FIRST);
    order.retainAll(there);
    order.addAll(there);
    var out = new ArrayList<List<NamedImage>>();
    for (String namespace : order) {
      Optional<Bucket> bucket = top.get().bucket(namespace);
      Optional<Bucket> images = bucket.isEmpty() ? bucket : bucket.get().bucket("images");
      if (images.isPresent()) out.add(images(images.get()));
    }
    return out;
  }

  private static List<NamedImage> images(Bucket bucket) throws IOException {
    var out = new ArrayList<NamedImage>();
    for (String name : bucket.names()) {
      if (out.size() == MOST_IMAGES) break;
      Optional<Bucket> image = bucket.bucket(name);
      Optional<Bucket> target = image.isEmpty() ? Optional.empty() : image.get().bucket("target");
      if (target.isEmpty()) continue;
      Optional<byte[]> digest = target.get().value("digest");
      if (digest.isEmpty()) continue;
      out.add(new NamedImage(name, new String(digest.get(), StandardCharsets.UTF_8)));
    }
    return out;
  }
}
