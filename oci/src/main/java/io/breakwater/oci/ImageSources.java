package io.breakwater.oci;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.engine.EngineSockets;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Opens images by the references that people give.
 *
 * <ul>
 *   <li>{@code docker-archive:FILE}: what {@code docker save} or {@code podman save} wrote
 *   <li>{@code oci:DIR|TAR[:TAG|@DIGEST]}: an OCI layout
 *   <li>{@code dir:ROOTFS}: an unpacked root file system
 *   <li>{@code docker:NAME}: what a running engine has, Docker or podman, through its socket
 *   <li>{@code podman:NAME}, {@code containers-storage:[DRIVER@ROOT]NAME}: the store of podman,
 *       buildah and CRI-O
 *   <li>{@code containerd:NAME}, {@code containerd:[ROOT]NAME}: containerd's store
 *   <li>{@code registry:REFERENCE}: a registry
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
          new DirectorySource(),
          new EngineSource("docker", true, EngineSockets.DOCKER),
          new PodmanSource("podman"),
          new PodmanSource("containers-storage"),
          new EngineSource("docker", true, EngineSockets.PODMAN),
          new EngineSource("podman", false, EngineSockets.PODMAN),
          new ContainerdSource(),
          new RegistrySource());

  private ImageSources() {}

  /**
   * Opens an image.
   *
   * @throws ProblemException when there is no such image or it cannot be read
   */
  public static Image open(String reference, OpenOptions options) throws IOException {
    return open(reference, options, SOURCES);
  }

  static Image open(String reference, OpenOptions options, List<ImageSource> sources)
      throws IOException {
    List<ImageSource> named =
        sources.stream().filter(s -> reference.startsWith(s.scheme() + ":")).toList();
    if (named.isEmpty()) return openBare(reference, options, sources);
    for (ImageSource source : named) {
      String rest = reference.substring(source.scheme().length() + 1);
      Optional<Image> image = source.open(rest, options);
      if (image.isPresent()) return image.get();
    }
    throw notFound(reference, named.getFirst().scheme());
  }

  private static Image openBare(String name, OpenOptions options, List<ImageSource> sources)
      throws IOException {
    var looked = new LinkedHashSet<String>();
    ProblemException trouble = null;
    for (ImageSource source : sources) {
      if (!source.takesBareNames()) continue;
      if (!source.scheme().equals("-")) looked.add(source.scheme());
      try {
        Optional<Image> image = source.open(name, options);
        if (image.isPresent()) return image.get();
      } catch (ProblemException problem) {
        if (!mayBeElsewhere(problem)) throw problem;
        if (trouble == null) trouble = problem;
      }
    }
    throw trouble == null ? notFound(name, String.join(", ", looked)) : trouble;
  }

  /** A closed store, or a copy for another platform, is no reason not to look further. */
  private static boolean mayBeElsewhere(ProblemException problem) {
    return switch (problem.problem().code()) {
      case STORE_UNREADABLE, PLATFORM_MISSING -> true;
      default -> false;
    };
  }

  private static ProblemException notFound(String reference, String looked) {
    return ProblemException.of(ProblemCode.IMAGE_NOT_FOUND, reference, looked);
  }
}
