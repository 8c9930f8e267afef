package io.breakwater.oci.layers;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Platform;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An image whose layers tell what a test says. */
final class FakeImage implements Image {
  private final List<ImageLayer> layers = new ArrayList<>();

  /** What a layer tells. */
  @FunctionalInterface
  interface Tale {
    void tell(LayerVisitor visitor) throws IOException;
  }

  FakeImage layer(String instruction, Tale tale) {
    layers.add(new FakeLayer(instruction, tale));
    return this;
  }

  FakeImage layer(ImageLayer layer) {
    layers.add(layer);
    return this;
  }

  private record FakeLayer(String instruction, Tale tale) implements ImageLayer {
    @Override
    public Optional<Digest> digest() {
      return Optional.empty();
    }

    @Override
    public Optional<Digest> diffId() {
      return Optional.empty();
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public boolean read(LayerVisitor visitor) throws IOException {
      tale.tell(visitor);
      return false;
    }
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public String foundIn() {
    return "test";
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
  public List<ImageLayer> layers() {
    return layers;
  }

  @Override
  public List<NotAnalysed> notAnalysed() {
    return List.of();
  }

  @Override
  public void close() {}
}
