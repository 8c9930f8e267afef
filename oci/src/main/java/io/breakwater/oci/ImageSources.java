package io.breakwater.oci;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens images by the references that people give.
 *
 * <ul>
 *   <li>{@code docker-archive:FILE}: what {@code docker save} or {@code podman save} wrote
 *   <li>{@code oci:DIR|TAR[:TAG|@DIGEST]}: an OCI layout
 *   <li>{@code dir:ROOTFS}: an unpacked root file system
 *   <li>{@code registry:REFERENCE}, {@code podman:}, {@code docker:}, {@code containerd:}: that
 *       place only
 *   <li>{@code -}: an archive on standard input
 *   <li>a bare name: an archive or layout of this path, then local stores, then the registry
 * </ul>
 */
public final class ImageSources {
  /** Every kind of place, in the order in which a bare name is looked up. */
  private static final List<ImageSource> SOURCES =
      List.of(
          new StandardInputSource(() -> System.in),
          new FileSource(),
          new DockerArchiveSource(),
          new OciLayoutSource(),
          new DirectorySource());

  private ImageSources() {}

  /**
   * Opens an image.
   *
   * @throws ProblemException when there is no such image or it cannot be read
   */
  public static Image open(String reference, OpenOptions options) throws IOException {
    for (ImageSource source : SOURCES) {
      String prefix = source.scheme() + ":";
      if (!reference.startsWith(prefix)) continue;
      return source
          .open(reference.substring(prefix.length()), options)
          .orElseThrow(() -> notFound(reference, source.scheme()));
    }
    var looked = new ArrayList<String>();
    for (ImageSource source : SOURCES) {
      if (!source.takesBareNames()) continue;
      looked.add(source.scheme());
      Optional<Image> image = source.open(reference, options);
      if (image.isPresent()) return image.get();
    }
    throw notFound(reference, String.join(", ", looked));
  }

  private static ProblemException notFound(String reference, String looked) {
    return ProblemException.of(ProblemCode.IMAGE_NOT_FOUND, reference, looked);
  }
}
