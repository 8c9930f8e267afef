package io.breakwater.oci.internal.tar;

/**
 * One member of an archive, as its headers tell, names not yet normalised.
 *
 * @param name as written
 * @param type the type flag, one of the constants; unknown ones are told as {@link #FILE}
 * @param size bytes of the file as it unpacks; 0 for what has no content
 * @param mode permission bits with setuid, setgid and sticky
 * @param uid owner; -1 when out of range
 * @param gid group; -1 when out of range
 * @param link target of symbolic and hard links, as written
 * @param device major and minor number of a device, both 0 for an overlay whiteout
 * @param opaque whether an overlay attribute says that the directory hides what is beneath
 * @param capabilities those that the file grants, as a set of bits
 */
public record TarEntry(
    String name,
    byte type,
    long size,
    int mode,
    int uid,
    int gid,
    String link,
    Device device,
    boolean opaque,
    long capabilities) {
  /** A regular file. */
  public static final byte FILE = '0';

  /** Another name of a file before. */
  public static final byte HARD_LINK = '1';

  /** A symbolic link. */
  public static final byte SYMLINK = '2';

  /** A character device. */
  public static final byte CHARACTER_DEVICE = '3';

  /** A block device. */
  public static final byte BLOCK_DEVICE = '4';

  /** A directory. */
  public static final byte DIRECTORY = '5';

  /** A pipe. */
  public static final byte FIFO = '6';

  /** The numbers of a device. */
  public record Device(long major, long minor) {
    /** No device. */
    public static final Device NONE = new Device(0, 0);

    /** Whether it is no device: both numbers are 0. */
    public boolean isNone() {
      return major == 0 && minor == 0;
    }
  }
}
