package io.breakwater.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The image that a report is about.
 *
 * @param name as the user gave it, or the name that the image bears
 * @param foundIn where it was found: {@code registry}, {@code podman}, {@code docker-archive} …
 * @param digest of the manifest; empty where there is none, as in docker archives of old
 * @param configDigest of the configuration; empty for a root file system
 * @param platform what it runs on
 * @param os the distribution in it
 * @param size of all stored layers, in bytes
 * @param created when it was made, where it tells
 * @param settings what it runs
 * @param layers from the lowest to the highest; empty for a root file system
 * @param base the image that it was built from, as far as that is known
 */
public record ImageInfo(
    String name,
    String foundIn,
    Optional<Digest> digest,
    Optional<Digest> configDigest,
    Platform platform,
    OperatingSystem os,
    long size,
    Optional<Instant> created,
    Settings settings,
    List<Layer> layers,
    Optional<BaseImage> base) {
  /** Copies the list. */
  public ImageInfo {
    layers = List.copyOf(layers);
  }

  /** An image of which no base is known. */
  public ImageInfo(
      String name,
      String foundIn,
      Optional<Digest> digest,
      Optional<Digest> configDigest,
      Platform platform,
      OperatingSystem os,
      long size,
      Optional<Instant> created,
      Settings settings,
      List<Layer> layers) {
    this(
        name,
        foundIn,
        digest,
        configDigest,
        platform,
        os,
        size,
        created,
        settings,
        layers,
        Optional.empty());
  }

  /** A file that is in no image, told as if it were one. */
  public static ImageInfo ofFile(String name, long size) {
    return new ImageInfo(
        name,
        "file",
        Optional.empty(),
        Optional.empty(),
        Platform.of("linux", "amd64", ""),
        OperatingSystem.UNKNOWN,
        size,
        Optional.empty(),
        Settings.NONE,
        List.of());
  }

  /**
   * The part of an image's configuration that says what runs in it. Of the environment only the
   * names are told, as its values may be secrets.
   *
   * @param user as USER says it; empty means root
   * @param entrypoint ENTRYPOINT
   * @param command CMD
   * @param workingDirectory WORKDIR; may be empty
   * @param variables names of environment variables, in order
   * @param ports EXPOSE, such as 8080/tcp, in order
   * @param volumes VOLUME, in order
   */
  public record Settings(
      String user,
      List<String> entrypoint,
      List<String> command,
      String workingDirectory,
      List<String> variables,
      List<String> ports,
      List<String> volumes) {
    /** What an image says that says nothing. */
    public static final Settings NONE = new Settings("", List.of(), List.of(), "");

    /** Copies the lists. */
    public Settings {
      entrypoint = List.copyOf(entrypoint);
      command = List.copyOf(command);
      variables = List.copyOf(variables);
      ports = List.copyOf(ports);
      volumes = List.copyOf(volumes);
    }

    /** Settings without environment, ports and volumes. */
    public Settings(
        String user, List<String> entrypoint, List<String> command, String workingDirectory) {
      this(user, entrypoint, command, workingDirectory, List.of(), List.of(), List.of());
    }
  }
}
