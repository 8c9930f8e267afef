package io.breakwater.inventory;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Origin;
import io.breakwater.model.Platform;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An image of layers that are in memory. */
record TestImage(List<ImageLayer> layers) implements Image {

  static TestImage of(ImageLayer... layers) {
    return new TestImage(Arrays.asList(layers));
  }

  /** What every analyser finds in it, with nothing cached. */
  Inventory inventory() throws IOException {
    return inventory(LayerResults.none());
  }

  /** What every analyser finds in it. */
  Inventory inventory(LayerResults cache) throws IOException {
    return new Inventories(cache, 2).take(this, _ -> Origin.UNKNOWN);
  }

  /** What these analysers find in it. */
  Inventory inventory(Analyser... analysers) throws IOException {
    return new Inventories(List.of(analysers), LayerResults.none(), 2)
        .take(this, _ -> Origin.UNKNOWN);
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public String foundIn() {
    return "memory";
  }

  @Override
  public Optional<Digest> digest() {
    return Optional.empty();
  }

  @Override
  public Optional<Digest> configDigest() {
    return Optional.empty();
  }

  @Override
  public Platform platform() {
    return Platform.parse("linux/amd64");
  }

  @Override
  public Optional<Instant> created() {
    return Optional.empty();
  }

  @Override
  public ImageInfo.Settings settings() {
    return ImageInfo.Settings.NONE;
  }

  @Override
  public List<NotAnalysed> notAnalysed() {
    return List.of();
  }

  @Override
  public void close() {}
}
