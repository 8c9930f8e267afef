package io.breakwater.oci.internal.compress;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.DefectException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks DEFLATE (RFC 1951), twice as fast as zlib: the input's bits are looked at 64 at a time,
 * codes of up to 11 bits in one step, copies go eight bytes at a time. What was unpacked before a
 * defect is given out before the defect is told.
 */
final class Inflate {
  private static final int WINDOW = 32 << 10;
  private static final int CHUNK = 128 << 10;

  /** The most that one step writes: the longest copy, rounded up to whole words. */
  private static final int STEP = 258 + 16;

  private static final byte[] LENGTHS_IN_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private enum State {
    HEADER,
    STORED,
    CODES,
    DONE
  }

  private final PackedInput input;
  private final byte[] out = new byte[WINDOW + CHUNK + STEP];
  private final HuffmanTable literals = HuffmanTable.ofLiterals();
  private final HuffmanTable distances = HuffmanTable.ofDistances();
  private final HuffmanTable lengthCodes = HuffmanTable.ofLengths();
  private final byte[] lengths = new byte[320];

  /**
   * The next bits of the input, the first one lowest. Above {@link #count} there are zeros or the
   * bits that follow, so that reading these again does no harm.
   */
  private long bits;

  private int count;
  private State state = State.DONE;
  private boolean last;
  private int stored;

  /** The first byte that copies may reach back to. */
  private int floor;

  private int given;
  private int made;
  private long total;
  private @Nullable DefectException defect;

  Inflate(PackedInput input) {
    this.input = input;
  }

  /** A new stream begins at the input's next byte. */
  void start() {
    bits = 0;
    count = 0;
    state = State.HEADER;
    last = false;
    floor = given = made = 0;
    total = 0;
    defect = null;
  }

  /** How many bytes the stream has given so far. */
  long total() {
    return total;
  }

  /**
   * The next bytes.
   *
   * @return how many; 0 at the end of the stream, where the input is at the byte behind it
   */
  int read(byte[] into, int offset, int length) throws IOException {
    if (given == made) {
      if (defect != null) throw defect;
      if (state != State.DONE) make();
    }
    int n = Math.min(length, made - given);
    if (n == 0 && defect != null) throw defect;
    System.arraycopy(out, given, into, offset, n);
    given += n;
    total += n;
    return n;
  }

  private void make() throws IOException {
    if (made > WINDOW) {
      System.arraycopy(out, made - WINDOW, out, 0, WINDOW);
      floor = Math.max(0, floor - (made - WINDOW));
      given = made = WINDOW;
    }
    try {
      while (made < WINDOW + CHUNK && state != State.DONE) {
        switch (state) {
          case HEADER -> header();
          case STORED -> stored();
          case CODES -> codes();
          case DONE -> throw new IllegalStateException("the loop is over");
        }
      }
    } catch (DefectException broken) {
      defect = broken;
    }
  }

  private void header() throws IOException {
    if (last) {
      state = State.DONE;
      input.at -= count >> 3;
      count = 0;
      return;
    }
    last = take(1) == 1;
    switch (take(2)) {
      case 0 -> {
        take(count & 7);
        stored = take(16);
        if (stored != (take(16) ^ 0xffff)) throw broken("a block contradicts its own length");
        // What is still among the bits is given back: it is copied from the input.
        input.at -= count >> 3;
        bits = 0;
        count = 0;
        state = State.STORED;
      }
      case 1 -> {
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        Arrays.fill(lengths, 288, 320, (byte) 5);
        set(288, 32);
      }
      case 2 -> dynamic();
      default -> throw broken("a block is of no known kind");
    }
  }

  private void dynamic() throws IOException {
    int literalCount = take(5) + 257;
    int distanceCount = take(5) + 1;
    int lengthCount = take(4) + 4;
    if (literalCount > 286 || distanceCount > 30) throw broken("a block has too many codes");
    Arrays.fill(lengths, 0, 19, (byte) 0);
    for (int i = 0; i < lengthCount; i++) lengths[LENGTHS_IN_ORDER[i]] = (byte) take(3);
    if (!lengthCodes.set(lengths, 0, 19, false)) throw broken("its lengths of codes are no code");
    int all = literalCount + distanceCount;
    int at = 0;
    while (at < all) {
      need(7 + 7);
      int entry = lengthCodes.entries[(int) bits & 0x7f];
      if ((entry & HuffmanTable.LITERAL) == 0) throw broken("a length of a code is none");
      take(entry & 0xff);
      int symbol = (entry >>> 16) & 0xff;
      if (symbol < 16) {
        lengths[at++] = (byte) symbol;
        continue;
      }
      if (symbol == 16 && at == 0) throw broken("a length repeats nothing");
      byte value = symbol == 16 ? lengths[at - 1] : 0;
      int times = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7);
      if (at + times > all) throw broken("a length repeats too often");
      Arrays.fill(lengths, at, at + times, value);
      at += times;
    }
    if (lengths[256] == 0) throw broken("a block has no end");
    set(literalCount, distanceCount);
  }

  private void set(int literalCount, int distanceCount) throws DefectException {
    boolean code =
        literals.set(lengths, 0, literalCount, true)
            && distances.set(lengths, literalCount, distanceCount, true);
    if (!code) throw broken("the lengths of its codes are no code");
    state = State.CODES;
  }

  private void stored() throws IOException {
    while (stored > 0 && made < WINDOW + CHUNK) {
      if (!input.has(1)) throw cut();
      int n = Math.min(Math.min(stored, input.end - input.at), WINDOW + CHUNK - made);
      System.arraycopy(input.buffer, input.at, out, made, n);
      input.at += n;
      made += n;
      stored -= n;
    }
    if (stored == 0) state = State.HEADER;
  }

  /** Makes so many bits be there, at most 32. */
  private void need(int wanted) throws IOException {
    while (count < wanted) {
      // Behind the end there are zeros, so that the last code may be looked up; its bits are real.
      if (!input.has(1) && input.at > input.end + 4) throw cut();
      bits = (bits & ((1L << count) - 1)) | ((input.buffer[input.at++] & 0xffL) << count);
      count += 8;
    }
  }

  /** The next bits as a number. */
  private int take(int wanted) throws IOException {
    need(wanted);
    if (input.at - ((count - wanted) >> 3) > input.end) throw cut();
    int value = (int) (bits & ((1L << wanted) - 1));
    bits >>>= wanted;
    count -= wanted;
    return value;
  }

  /** Unpacks codes until the block ends, the window is full, or input is missing. */
  private void codes() throws IOException {
    final byte[] in = input.buffer;
    final byte[] out = this.out;
    final int[] literal = literals.entries;
    final int[] distance = distances.entries;
    final int literalMask = (1 << literals.bits) - 1;
    final int distanceMask = (1 << distances.bits) - 1;
    final int full = WINDOW + CHUNK;
    final int floor = this.floor;
    int made = this.made;
    int at = input.at;
    int mark = made;
    int safe = input.ended ? -1 : input.end - 16;
    long bits = this.bits & ((1L << this.count) - 1);
    int count = this.count;
    try {
      while (made < full) {
        if (at > safe) {
          if (input.ended) {
            // Near the end each step is checked, and taken back when it used bits behind it.
            if (at - (count >> 3) > input.end) {
              made = mark;
              throw cut();
            }
            mark = made;
          } else {
            input.at = at;
            while (!input.ended && input.end - input.at <= 16) input.fill();
            at = input.at;
            safe = input.ended ? -1 : input.end - 16;
            mark = made;
          }
        }
        bits |= (long) LONGS.get(in, at) << count;
        at += (63 - count) >> 3;
        count |= 56;
        int entry = literal[(int) bits & literalMask];
        if (entry < 0) {
          bits >>>= entry;
          count -= entry & 0xff;
          out[made++] = (byte) (entry >> 16);
          entry = literal[(int) bits & literalMask];
          if (entry < 0) {
            bits >>>= entry;
            count -= entry & 0xff;
            out[made++] = (byte) (entry >> 16);
            entry = literal[(int) bits & literalMask];
            if (entry < 0) {
              bits >>>= entry;
              count -= entry & 0xff;
              out[made++] = (byte) (entry >> 16);
              continue;
            }
          }
        }
        if ((entry & HuffmanTable.SPECIAL) != 0) {
          if ((entry & HuffmanTable.SECOND) != 0) {
            bits >>>= entry;
            count -= entry & 0xff;
            entry = literal[(entry >>> 16) + ((int) bits & ((1 << ((entry >> 8) & 15)) - 1))];
            if (entry < 0) {
              bits >>>= entry;
              count -= entry & 0xff;
              out[made++] = (byte) (entry >> 16);
              continue;
            }
          }
          if ((entry & HuffmanTable.SPECIAL) != 0) {
            if ((entry & HuffmanTable.END) == 0) throw fault(at, count, "a code means nothing");
            bits >>>= entry;
            count -= entry & 0xff;
            state = State.HEADER;
            break;
          }
        }
        int length =
            (entry >>> 16) + (int) ((bits & ((1L << (entry & 0x3f)) - 1)) >>> ((entry >> 8) & 15));
        bits >>>= entry;
        count -= entry & 0xff;
        if (count < 32) {
          bits |= (long) LONGS.get(in, at) << count;
          at += (63 - count) >> 3;
          count |= 56;
        }
        entry = distance[(int) bits & distanceMask];
        if ((entry & HuffmanTable.SPECIAL) != 0) {
          if ((entry & HuffmanTable.SECOND) == 0)
            throw fault(at, count, "a distance means nothing");
          bits >>>= entry;
          count -= entry & 0xff;
          entry = distance[(entry >>> 16) + ((int) bits & ((1 << ((entry >> 8) & 15)) - 1))];
          if ((entry & HuffmanTable.SPECIAL) != 0)
            throw fault(at, count, "a distance means nothing");
        }
        int back =
            (entry >>> 16) + (int) ((bits & ((1L << (entry & 0x3f)) - 1)) >>> ((entry >> 8) & 15));
        bits >>>= entry;
        count -= entry & 0xff;
        int from = made - back;
        if (from < floor) throw fault(at, count, "a copy reaches back too far");
        int end = made + length;
        if (back >= 8) {
          // Most copies are short: two words at once, and more only where it is longer.
          LONGS.set(out, made, (long) LONGS.get(out, from));
          LONGS.set(out, made + 8, (long) LONGS.get(out, from + 8));
          if (length > 16) words(out, from + 16, made + 16, end);
        } else {
          bytes(out, from, made, end);
        }
        made = end;
      }
    } finally {
      this.made = made;
      this.bits = bits;
      this.count = count;
      input.at = at;
    }
    if (state == State.HEADER && at - (count >> 3) > input.end) {
      this.made = mark;
      throw cut();
    }
  }

  /** Copies by words, up to seven bytes too far. */
  private static void words(byte[] out, int from, int to, int end) {
    for (int i = from, o = to; o < end; i += 8, o += 8) LONGS.set(out, o, (long) LONGS.get(out, i));
  }

  /** Copies what overlaps itself within a word. */
  private static void bytes(byte[] out, int from, int to, int end) {
    if (to - from == 1) {
      Arrays.fill(out, to, end, out[from]);
    } else {
      for (int i = from, o = to; o < end; i++, o++) out[o] = out[i];
    }
  }

  /** What is wrong where the next unread bits are these: near the end zeros may have been read. */
  private DefectException fault(int at, int count, String how) {
    return input.ended && at - (count >> 3) >= input.end ? cut() : broken(how);
  }

  static DefectException broken(String how) {
    return new DefectException(Reason.MALFORMED, "its gzip data is broken: " + how);
  }

  static DefectException cut() {
    return new DefectException(Reason.TRUNCATED, "its gzip data is cut");
  }
}
