package io.breakwater.cli;

import io.breakwater.inspect.SecretMask;
import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An image whose history and start command are told with secrets masked, whoever prints them. Its
 * configuration is as it stands, for inspections.
 */
final class MaskedImage implements Image {
  private final Image image;
  private final ImageInfo.Settings settings;
  private final List<ImageLayer> layers = new ArrayList<>();

  MaskedImage(Image image) {
    this.image = image;
    ImageInfo.Settings told = image.settings();
    this.settings =
        new ImageInfo.Settings(
            told.user(),
            SecretMask.masked(told.entrypoint()),
            SecretMask.masked(told.command()),
            told.workingDirectory(),
            told.variables(),
            told.ports(),
            told.volumes());
    for (ImageLayer layer : image.layers()) {
      String instruction = SecretMask.masked(layer.instruction());
      boolean same = instruction.equals(layer.instruction());
      layers.add(same ? layer : new MaskedLayer(layer, instruction));
    }
  }

  /** A layer under another instruction. */
  private record MaskedLayer(ImageLayer layer, String instruction) implements ImageLayer {
    @Override
    public Optional<Digest> digest() {
      return layer.digest();
    }

    @Override
    public Optional<Digest> diffId() {
      return layer.diffId();
    }

    @Override
    public long size() {
      return layer.size();
    }

    @Override
    public boolean read(LayerVisitor visitor) throws IOException {
      return layer.read(visitor);
    }
  }

  @Override
  public String name() {
    return image.name();
  }

  @Override
  public String foundIn() {
    return image.foundIn();
  }

  @Override
  public Optional<Digest> digest() {
    return image.digest();
  }

  @Override
  public Optional<Digest> configDigest() {
    return image.configDigest();
  }

  @Override
  public Platform platform() {
    return image.platform();
  }

  @Override
  public Optional<Instant> created() {
    return image.created();
  }

  @Override
  public ImageInfo.Settings settings() {
    return settings;
  }

  @Override
  public OptionalInt baseLayers() {
    return image.baseLayers();
  }

  @Override
  public Map<String, String> labels() {
    return image.labels();
  }

  @Override
  public Json.Obj configuration() {
    return image.configuration();
  }

  @Override
  public List<ImageLayer> layers() {
    return layers;
  }

  @Override
  public List<NotAnalysed> notAnalysed() {
    return image.notAnalysed();
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
