package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An opened image: its configuration is read, its layers are not. Close it to give back files,
 * connections and temporary space.
 */
public interface Image extends AutoCloseable {
  /** The name that the image was asked for by. */
  String name();

  /** Where it was found, such as {@code docker-archive}, {@code registry} or {@code podman}. */
  String foundIn();

  /** The digest of its manifest, where it has one. */
  Optional<Digest> digest();

  /** The digest of its configuration; empty for a root file system. */
  Optional<Digest> configDigest();

  /** What it runs on. */
  Platform platform();

  /** When it was made, where it tells. */
  Optional<Instant> created();

  /** What it runs. */
  ImageInfo.Settings settings();

  /**
   * How many of the lowest layers its base image brought, as far as its history tells; a good guess
   * and no proof. Empty when it tells nothing.
   */
  default OptionalInt baseLayers() {
    return OptionalInt.empty();
  }

  /**
   * What it says of itself by names such as {@code org.opencontainers.image.source}: annotations of
   * its manifest, and the labels of its configuration that no annotation takes the place of.
   */
  default Map<String, String> labels() {
    return Map.of();
  }

  /**
   * Its configuration as it stands, by the OCI image specification; empty for a root file system.
   * Values of its environment, labels and history may be secrets: never print them.
   */
  default Json.Obj configuration() {
    return Json.Obj.EMPTY;
  }

  /**
   * What the same name stands for on other platforms, where it is an index; read when it is asked
   * for. Those that cannot be had are left out: copies of an index are often without them.
   */
  default List<OtherPlatform> otherPlatforms() {
    return List.of();
  }

  /** Its layers from the lowest to the highest; a root file system is one layer without digests. */
  List<ImageLayer> layers();

  /** What is known to be unreadable before any layer is read, such as foreign layers. */
  List<NotAnalysed> notAnalysed();

  @Override
  void close() throws IOException;
}
