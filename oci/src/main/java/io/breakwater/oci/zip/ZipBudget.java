package io.breakwater.oci.zip;

import io.breakwater.oci.ContentTooLargeException;

/**
 * How much work one file of an image may cause, over all archives nested in it: the guard against
 * archives that are small outside and endless inside. Used by one thread.
 */
public final class ZipBudget {
  /** How many archives may be opened inside one another. */
  public static final int MAX_DEPTH = 8;

  /** Members of all directories together. */
  private static final long MAX_MEMBERS = 3_000_000;

  /** Archives. */
  private static final int MAX_ARCHIVES = 20_000;

  /** Bytes in all that are inflated, or read of directories. */
  private static final long MAX_INFLATED = 2L << 30;

  /** Inflated bytes that are held at one time, by archives inside one another. */
  private static final long MAX_HELD = 128L << 20;

  /** How many times longer than its compressed form something may be, beyond the first MiB. */
  private static final int MAX_RATIO = 250;

  private long members = MAX_MEMBERS;
  private int archives = MAX_ARCHIVES;
  private long inflated = MAX_INFLATED;
  private long held;

  /** Another archive is opened. */
  public void archive() throws ContentTooLargeException {
    if (--archives < 0) throw new ContentTooLargeException(MAX_ARCHIVES + 1L, MAX_ARCHIVES);
  }

  /** Another member is passed. */
  void member() throws ContentTooLargeException {
    if (--members < 0) throw new ContentTooLargeException(MAX_MEMBERS + 1, MAX_MEMBERS);
  }

  /** A directory of so many bytes is read. */
  void directory(long bytes) throws ContentTooLargeException {
    inflated -= Math.max(0, bytes);
    if (inflated < 0) throw new ContentTooLargeException(MAX_INFLATED - inflated, MAX_INFLATED);
  }

  /** So many bytes more were inflated, of a member that gave {@code total} of {@code from}. */
  void inflate(long more, long total, long from) throws ContentTooLargeException {
    inflated -= more;
    if (inflated < 0) throw new ContentTooLargeException(MAX_INFLATED - inflated, MAX_INFLATED);
    long allowed = (1 << 20) + from * MAX_RATIO;
    if (total > allowed) throw new ContentTooLargeException(total, allowed);
  }

  /** How many bytes may be held beside those that are. */
  public int mayHold() {
    return (int) (MAX_HELD - held);
  }

  /** Inflated bytes are kept while what is in them is read. */
  public void hold(long bytes) {
    held += bytes;
  }

  /** They are not kept any longer. */
  public void release(long bytes) {
    held -= bytes;
  }
}
