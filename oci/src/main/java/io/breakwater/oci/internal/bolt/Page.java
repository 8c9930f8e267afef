package io.breakwater.oci.internal.bolt;

import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A page of a bbolt tree, or one that is kept in a value. Its elements are read with it, keys and
 * values are not.
 */
final class Page {
  /** The size of a page's head, in bytes. */
  static final int HEAD = 16;

  private static final int ELEMENT = 16;
  private static final int BRANCH = 1;
  private static final int LEAF = 2;
  private static final int MOST_ELEMENTS = 0xffff;

  private final ByteBuffer elements;
  private final long at;
  private final long end;
  private final boolean branch;
  private final int count;

  private Page(ByteBuffer elements, long at, long end, boolean branch, int count) {
    this.elements = elements;
    this.at = at;
    this.end = end;
    this.branch = branch;
    this.count = count;
  }

  /** A key and its value; those of a branch have none. */
  record Element(boolean isBucket, long keyAt, long keySize, long valueAt, long valueSize) {}

  /**
   * Reads a page.
   *
   * @param at where it starts
   * @param end where what may belong to it ends
   */
  static Page read(Content file, long at, long end) throws IOException {
    if (end - at < HEAD) throw new InvalidBoltException("a page is cut short");
    ByteBuffer head = ByteBuffer.wrap(file.read(at, HEAD, HEAD)).order(ByteOrder.LITTLE_ENDIAN);
    int flags = head.getShort(8) & 0xffff;
    int count = head.getShort(10) & 0xffff;
    if (flags != BRANCH && flags != LEAF) throw new InvalidBoltException("a page of no known kind");
    if (flags == BRANCH && count == 0) throw new InvalidBoltException("a branch without elements");
    long size = (long) count * ELEMENT;
    if (size > end - at - HEAD) throw new InvalidBoltException("a page is cut short");
    byte[] bytes = file.read(at + HEAD, size, MOST_ELEMENTS * ELEMENT);
    return new Page(
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN),
        at + HEAD,
        end,
        flags == BRANCH,
        count);
  }

  boolean isBranch() {
    return branch;
  }

  int count() {
    return count;
  }

  /** An element of a leaf. */
  Element leaf(int index) throws InvalidBoltException {
    int from = index * ELEMENT;
    boolean bucket = (elements.getInt(from) & 1) != 0;
    return element(bucket, index, unsigned(from + 4), unsigned(from + 8), unsigned(from + 12));
  }

  /** An element of a branch: the first key of what is below. */
  Element branch(int index) throws InvalidBoltException {
    int from = index * ELEMENT;
    return element(false, index, unsigned(from), unsigned(from + 4), 0);
  }

  /** The page below an element of a branch. */
  long child(int index) {
    return elements.getLong(index * ELEMENT + 8);
  }

  private Element element(boolean bucket, int index, long position, long keySize, long valueSize)
      throws InvalidBoltException {
    long keyAt = at + (long) index * ELEMENT + position;
    long valueAt = keyAt + keySize;
    if (valueAt + valueSize > end) throw new InvalidBoltException("an element leaves its page");
    return new Element(bucket, keyAt, keySize, valueAt, valueSize);
  }

  private long unsigned(int at) {
    return Integer.toUnsignedLong(elements.getInt(at));
  }
}
