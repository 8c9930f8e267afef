package io.breakwater.inspect;

import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.FoundFile;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image whose inventory was taken. Its lists are made when they are asked for.
 *
 * @see Inspection
 */
public interface Subject {
  /** The image. */
  ImageInfo image();

  /** Its configuration as it stands; empty for a root file system. Values may be secrets. */
  Json.Obj configuration();

  /** The configurations of the same image on other platforms, as far as they can be had. */
  default Map<Platform, Json.Obj> otherPlatforms() {
    return Map.of();
  }

  /** The day of the inspection, in UTC. */
  LocalDate day();

  /** The packages in it. */
  List<Component> components();

  /** The files that can be run or loaded. */
  List<FoundFile> files();

  /** The id of the component that a file belongs to, by its absolute path. */
  Optional<String> owner(String path);

  /**
   * What became of a file in the layers above its own.
   *
   * @param layer by index, from 0
   * @param path absolute
   */
  Finding.Standing standing(int layer, String path);
}
