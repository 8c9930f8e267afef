package io.breakwater.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A file of an image that can be run or loaded, or that runs with more rights than whoever starts
 * it.
 *
 * @param path absolute
 * @param layer the index of the layer that it lies in, from 0
 * @param diffId of that layer; empty for a root file system
 * @param type by its first bytes
 * @param size in bytes
 * @param mode permission bits with setuid, setgid and sticky
 * @param uid owner
 * @param gid group
 * @param capabilities what it grants, one bit for each, as Linux numbers them
 * @param owner the id of the component that it belongs to; empty when it belongs to none
 */
public record FoundFile(
    String path,
    int layer,
    Optional<Digest> diffId,
    Type type,
    long size,
    int mode,
    int uid,
    int gid,
    long capabilities,
    Optional<String> owner) {

  /** What a file is by its first bytes. */
  public enum Type {
    /** An executable or library of Linux. */
    ELF,
    /** Text whose first line names its interpreter. */
    SCRIPT,
    /** A zip file, jar or other archive of code. */
    ARCHIVE,
    /** Anything else that somebody may execute. */
    OTHER;

    /** The name as documents write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same file, of this component. */
  public FoundFile of(String component) {
    return new FoundFile(
        path, layer, diffId, type, size, mode, uid, gid, capabilities, Optional.of(component));
  }

  /** Whether it runs as its owner. */
  public boolean setuid() {
    return (mode & 04000) != 0;
  }

  /** Whether it runs with its group. */
  public boolean setgid() {
    return (mode & 02000) != 0;
  }

  /** Whether it runs with more rights than whoever starts it. */
  public boolean privileged() {
    return setuid() || setgid() || capabilities != 0;
  }
}
