package io.breakwater.oci;

/**
 * The facts of one entry of a layer.
 *
 * @param path relative to the root, without leading slash, {@code .}, {@code ..} or empty parts;
 *     for a {@link EntryType#WHITEOUT} the path that is gone, for an {@link EntryType#OPAQUE} the
 *     directory; empty for the root itself
 * @param type what it is
 * @param size bytes of content; 0 for all but files
 * @param mode permission bits with setuid, setgid and sticky
 * @param uid owner
 * @param gid group
 * @param linkTarget for a {@link EntryType#SYMLINK} as written, for a {@link EntryType#HARD_LINK}
 *     the normalised path of the file; else empty
 * @param capabilities what a process gets that runs it, by {@link Capabilities}; 0 for none
 */
public record FileEntry(
    String path,
    EntryType type,
    long size,
    int mode,
    int uid,
    int gid,
    String linkTarget,
    long capabilities) {

  /** A file without capabilities. */
  public FileEntry(
      String path, EntryType type, long size, int mode, int uid, int gid, String linkTarget) {
    this(path, type, size, mode, uid, gid, linkTarget, 0);
  }

  /** The last part of the path. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path as reports write it. */
  public String absolutePath() {
    return "/" + path;
  }

  /** Whether it is a file that somebody may execute. */
  public boolean executable() {
    return type == EntryType.FILE && (mode & 0111) != 0;
  }
}
