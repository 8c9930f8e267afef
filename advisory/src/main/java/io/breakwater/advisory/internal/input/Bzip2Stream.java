package io.breakwater.advisory.internal.input;

import java.io.IOException;
import java.io.InputStream;

/**
 * Unpacks bzip2: several streams one after the other as well. Every block's checksum is checked.
 * Memory is bounded by the format: four bytes for each of the at most 900,000 of a block.
 */
final class Bzip2Stream extends InputStream {
  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;
  private static final int[] CRC = crcTable();

  private final InputStream in;
  private long bits;
  private int bitCount;
  private int limit;
  private Bzip2Block block = Bzip2Block.EMPTY;
  private int expected;
  private int crc;
  private boolean open;
  private boolean done;
  private int repeated;
  private int last = -1;
  private int run;

  /** A stream over packed bytes. */
  Bzip2Stream(InputStream in) {
    this.in = in;
  }

  /** Whether bytes begin as bzip2 does. */
  static boolean recognises(byte[] head) {
    return head.length > 10
        && head[0] == 'B'
        && head[1] == 'Z'
        && head[2] == 'h'
        && head[3] >= '1'
        && head[3] <= '9'
        && (head[4] == 0x31 || head[4] == 0x17);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = read();
      if (next < 0) return count == 0 ? -1 : count;
      target[from + count++] = (byte) next;
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    // Four equal bytes are followed by how many more there are.
    if (repeated > 0) {
      repeated--;
      return check(last);
    }
    int next = nextOfBlocks();
    if (next < 0) return -1;
    if (next == last) {
      run++;
    } else {
      last = next;
      run = 1;
    }
    if (run == 4) {
      repeated = block.next();
      if (repeated < 0) throw new IOException("a run in bzip2 has no length");
      run = 0;
      int four = last;
      if (repeated == 0) last = -1;
      return check(four);
    }
    return check(next);
  }

  private int check(int value) {
    crc = (crc << 8) ^ CRC[(crc >>> 24) ^ value];
    if (repeated == 0 && run == 0) last = -1;
    return value;
  }

  private int nextOfBlocks() throws IOException {
    while (!done) {
      int next = block.next();
      if (next >= 0) return next;
      if (block != Bzip2Block.EMPTY && ~crc != expected) {
        throw new IOException("a block of bzip2 has another checksum");
      }
      nextBlock();
    }
    return -1;
  }

  private void nextBlock() throws IOException {
    block = Bzip2Block.EMPTY;
    if (!open) {
      open();
      if (done) return;
    }
    long magic = ((long) take(24) << 24) | take(24);
    if (magic == END) {
      take(16);
      take(16);
      open = false;
      bitCount -= bitCount % 8;
      return;
    }
    if (magic != BLOCK) throw new IOException("no block of bzip2 where one was expected");
    expected = (take(16) << 16) | take(16);
    crc = -1;
    last = -1;
    run = 0;
    block = Bzip2Block.read(this, limit);
  }

  private void open() throws IOException {
    int first = bitCount >= 8 ? take(8) : in.read();
    if (first < 0) {
      done = true;
      return;
    }
    boolean fits = first == 'B' && take(8) == 'Z' && take(8) == 'h';
    int level = fits ? take(8) - '0' : 0;
    if (level < 1 || level > 9) throw new IOException("no bzip2");
    limit = level * 100_000;
    open = true;
  }

  /** The next bits, at most 24. */
  int take(int count) throws IOException {
    while (bitCount < count) {
      int next = in.read();
      if (next < 0) throw new IOException("bzip2 ends too early");
      bits = (bits << 8) | next;
      bitCount += 8;
    }
    bitCount -= count;
    return (int) (bits >>> bitCount) & ((1 << count) - 1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static int[] crcTable() {
    var table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
      }
      table[i] = value;
    }
    return table;
  }
}
