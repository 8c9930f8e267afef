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
    List<Layer> layers) {
  /** Copies the list. */
  public ImageInfo {
    layers = List.copyOf(layers);
  }

  /**
   * The part of an image's configuration that says what runs in it. The environment is left out, as
   * it may hold secrets.
   *
   * @param user as USER says it; empty means root
   * @param entrypoint ENTRYPOINT
   * @param command CMD
   * @param workingDirectory WORKDIR; may be empty
   */
  public record Settings(
      String user, List<String> entrypoint, List<String> command, String workingDirectory) {
    /** What an image says that says nothing. */
    public static final Settings NONE = new Settings("", List.of(), List.of(), "");

    /** Copies the lists. */
    public Settings {
      entrypoint = List.copyOf(entrypoint);
      command = List.copyOf(command);
    }
  }
}
