package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.config.Descriptor;
import io.breakwater.oci.internal.config.ImageConfig;
import io.breakwater.oci.internal.config.ImageResolver.Resolved;
import io.breakwater.oci.internal.config.MediaTypes;
import io.breakwater.oci.internal.layer.Blob;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.internal.layer.StoredLayer;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * An image whose configuration is known and whose layers know how to read themselves.
 *
 * @param name as the user gave it
 * @param foundIn the kind of place
 * @param digest of the manifest
 * @param configDigest of the configuration
 * @param others gives what the name stands for on other platforms
 * @param resource what is closed with the image
 */
record StoredImage(
    String name,
    String foundIn,
    Optional<Digest> digest,
    Optional<Digest> configDigest,
    Platform platform,
    Optional<Instant> created,
    ImageInfo.Settings settings,
    OptionalInt baseLayers,
    Map<String, String> labels,
    Json.Obj configuration,
    Supplier<List<OtherPlatform>> others,
    List<ImageLayer> layers,
    List<NotAnalysed> notAnalysed,
    Closeable resource)
    implements Image {

  StoredImage {
    labels = Map.copyOf(labels);
    layers = List.copyOf(layers);
    notAnalysed = List.copyOf(notAnalysed);
  }

  /** Where the blobs of an image are. */
  @FunctionalInterface
  interface Blobs {
    /**
     * A way to the bytes of a layer; empty when they are not there and need not be, as with foreign
     * layers.
     *
     * @throws io.breakwater.model.ProblemException when they are not there and should be
     */
    Optional<Blob> blob(Descriptor layer) throws IOException;
  }

  /** The image that a manifest describes. */
  static StoredImage of(
      String name,
      String foundIn,
      Resolved resolved,
      Blobs blobs,
      OpenOptions options,
      Closeable resource)
      throws IOException {
    ImageConfig config = resolved.config();
    List<Descriptor> stored = resolved.manifest().layers();
    var layers = new ArrayList<ImageLayer>();
    var missing = new ArrayList<NotAnalysed>();
    for (int i = 0; i < stored.size(); i++) {
      Descriptor layer = stored.get(i);
      Optional<Digest> diffId = Optional.of(config.diffIds().get(i));
      var facts =
          new LayerFacts(
              name,
              i + 1,
              stored.size(),
              layer.mediaType(),
              Optional.of(layer.digest()),
              diffId,
              layer.size(),
              config.instructions().get(i));
      Optional<Blob> blob = blobs.blob(layer);
      if (blob.isPresent()) {
        layers.add(new StoredLayer(facts, blob.get(), options));
      } else {
        layers.add(new AbsentLayer(facts));
        missing.add(foreign(facts, layer));
      }
    }
    return new StoredImage(
        name,
        foundIn,
        Optional.of(resolved.digest()),
        Optional.of(resolved.manifest().config().digest()),
        config.platform(),
        config.created(),
        config.settings(),
        config.baseLayers(),
        resolved.labels(),
        config.document(),
        resolved.others(),
        layers,
        missing,
        resource);
  }

  private static NotAnalysed foreign(LayerFacts facts, Descriptor layer) {
    String where = layer.urls().isEmpty() ? "a place that is not told" : layer.urls().getFirst();
    String kind = MediaTypes.isForeign(layer.mediaType()) ? "a foreign layer" : "a layer";
    return new NotAnalysed(
        "/",
        facts.diffId(),
        NotAnalysed.Reason.FOREIGN,
        facts.shortName() + ": " + kind + ", stored at " + where);
  }

  @Override
  public List<OtherPlatform> otherPlatforms() {
    return others.get();
  }

  @Override
  public void close() throws IOException {
    resource.close();
  }

  /** A layer that is stored elsewhere. {@link Image#notAnalysed} tells of it. */
  private record AbsentLayer(LayerFacts facts) implements ImageLayer {
    @Override
    public Optional<Digest> digest() {
      return facts.digest();
    }

    @Override
    public Optional<Digest> diffId() {
      return facts.diffId();
    }

    @Override
    public long size() {
      return facts.size();
    }

    @Override
    public String instruction() {
      return facts.instruction();
    }

    @Override
    public boolean read(LayerVisitor visitor) {
      return false;
    }
  }
}
