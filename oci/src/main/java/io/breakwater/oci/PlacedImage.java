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
 * An image that came another way than its form tells: an archive out of an engine.
 *
 * @param image the image in that form
 * @param foundIn where it really was
 */
record PlacedImage(Image image, String foundIn) implements Image {
  @Override
  public String name() {
    return image.name();
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
  public List<OtherPlatform> otherPlatforms() {
    return image.otherPlatforms();
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
    return image.settings();
  }

  @Override
  public OptionalInt baseLayers() {
    return image.baseLayers();
  }

  @Override
  public Json.Obj configuration() {
    return image.configuration();
  }

  @Override
  public Map<String, String> labels() {
    return image.labels();
  }

  @Override
  public List<ImageLayer> layers() {
    return image.layers();
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
