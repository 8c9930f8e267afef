package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.MalformedFileException;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the file {@code Packages.db} of rpm's own database, ndb, little-endian on every machine.
 * Pages of slots come first; a slot says in which blocks of 16 bytes a package's record lies. A
 * record is framed by a head and a tail that repeat what the slot says.
 */
final class NdbFile {
  private static final int MAGIC = magic("RpmP");
  private static final int SLOT_MAGIC = magic("Slot");
  private static final int BLOB_START_MAGIC = magic("BlbS");
  private static final int BLOB_END_MAGIC = magic("BlbE");

  private static final int PAGE_SIZE = 4096;
  private static final int SLOT_SIZE = 16;
  private static final int BLOCK_SIZE = 16;
  private static final int BLOB_HEAD = 16;
  private static final int BLOB_TAIL = 12;

  /** The first two slots of the first page are the file's head. */
  private static final int FIRST_SLOT = 32;

  private static final int HEAD_VERSION = 4;
  private static final int HEAD_SLOT_PAGES = 12;

  private final Content content;
  private final HeaderReceiver headers;

  private NdbFile(Content content, HeaderReceiver headers) {
    this.content = content;
    this.headers = headers;
  }

  /** Whether a file with these first bytes is one. */
  static boolean isOne(byte[] start) {
    return start.length >= FIRST_SLOT && little(start).getInt(0) == MAGIC;
  }

  /**
   * Gives every header.
   *
   * @throws MalformedFileException when the slots are not what they should be
   */
  static void read(Content content, HeaderReceiver headers) throws IOException {
    var head = little(content.read(0, FIRST_SLOT, FIRST_SLOT));
    int version = head.getInt(HEAD_VERSION);
    if (version != 0) {
      headers.lost(NotAnalysed.Reason.UNSUPPORTED, "an ndb of version " + version);
      return;
    }
    long slotPages = head.getInt(HEAD_SLOT_PAGES) & 0xffffffffL;
    new NdbFile(content, headers).slots(slotPages);
  }

  private void slots(long pages) throws IOException {
    for (long page = 0; page < pages; page++) {
      long start = page * PAGE_SIZE;
      if (start + PAGE_SIZE > content.size()) throw new EOFException("the slots are cut short");
      var slots = little(content.read(start, PAGE_SIZE, PAGE_SIZE));
      for (int at = page == 0 ? FIRST_SLOT : 0; at < PAGE_SIZE; at += SLOT_SIZE) {
        slot(slots, at);
      }
    }
  }

  private void slot(ByteBuffer slots, int at) throws MalformedFileException {
    if (slots.getInt(at) != SLOT_MAGIC) {
      headers.lost(NotAnalysed.Reason.MALFORMED, "a slot without its mark");
      return;
    }
    int number = slots.getInt(at + 4);
    long block = slots.getInt(at + 8) & 0xffffffffL;
    long blocks = slots.getInt(at + 12) & 0xffffffffL;
    if (number == 0 || block == 0) return; // free
    String which = "package " + (number & 0xffffffffL);
    headers.header(which, blocks * BLOCK_SIZE, () -> blob(number, block, blocks));
  }

  private byte[] blob(int number, long block, long blocks) throws IOException {
    long length = blocks * BLOCK_SIZE;
    if (length < BLOB_HEAD + BLOB_TAIL) throw new MalformedFileException("a record of no length");
    var record = little(content.read(block * BLOCK_SIZE, length, (int) Math.min(length, 1 << 30)));
    int size = record.getInt(12);
    boolean sound =
        record.getInt(0) == BLOB_START_MAGIC
            && record.getInt(4) == number
            && size >= 0
            && size <= length - BLOB_HEAD - BLOB_TAIL
            && record.getInt((int) length - 4) == BLOB_END_MAGIC
            && record.getInt((int) length - 8) == size;
    if (!sound) throw new MalformedFileException("a record that is not framed as it should be");
    byte[] header = new byte[size];
    record.get(BLOB_HEAD, header);
    return header;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int magic(String letters) {
    return letters.charAt(0)
        | letters.charAt(1) << 8
        | letters.charAt(2) << 16
        | letters.charAt(3) << 24;
  }
}
