package io.breakwater.inventory.sbom;

import io.breakwater.model.Component;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.OperatingSystem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An SBOM, whatever format it was or will be written in.
 *
 * @param format what it was read from, such as {@code CycloneDX 1.6 (JSON)}; of an image where it
 *     was found
 * @param subject what it is about; its name may be empty
 * @param created when it was made, or what it is about, where it tells
 * @param os the distribution in it
 * @param components what it lists, in document order; no two have the same ref
 * @param defects what in it could not be used, in English, without full stops
 */
public record Sbom(
    String format,
    SbomComponent subject,
    Optional<Instant> created,
    OperatingSystem os,
    List<SbomComponent> components,
    List<String> defects) {

  /** Copies the lists. */
  public Sbom {
    components = List.copyOf(components);
    defects = List.copyOf(defects);
  }

  /** The SBOM of an image and what was found in it. Equal for equal images. */
  public static Sbom of(ImageInfo image, List<Component> components) {
    return ImageSbom.of(image, components);
  }
}
