package io.breakwater.oci.internal.layer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A stream that another thread reads a few pieces ahead, so that unpacking and looking use two
 * cores. A failure of the stream reaches the reader once, after the bytes before it.
 */
final class ReadAhead extends InputStream {
  private static final int PIECES = 6;
  private static final int SIZE = 256 << 10;

  private final InputStream in;
  private final Closeable source;
  private final ArrayBlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES);
  private final ArrayBlockingQueue<Piece> empty = new ArrayBlockingQueue<>(PIECES);
  private final Background<Boolean> reader;
  private Piece current = new Piece(0);
  private int at;

  private static final class Piece {
    private final byte[] bytes;
    private int length;
    private boolean last;
    private @Nullable IOException failure;

    Piece(int size) {
      bytes = new byte[size];
    }
  }

  /**
   * Starts reading.
   *
   * @param source what {@code in} reads from in the end: closing it wakes a reader that waits
   */
  ReadAhead(InputStream in, Closeable source) {
    this.in = in;
    this.source = source;
    this.reader = Background.start("breakwater-unpack", this::readOn);
  }

  private Boolean readOn() throws InterruptedException {
    for (int made = 0; ; ) {
      Piece piece = empty.poll();
      if (piece == null) piece = made++ < PIECES ? new Piece(SIZE) : empty.take();
      fill(piece);
      full.put(piece);
      if (piece.last) return true;
    }
  }

  private void fill(Piece piece) {
    piece.length = 0;
    try {
      while (piece.length < SIZE) {
        int n = in.read(piece.bytes, piece.length, SIZE - piece.length);
        if (n < 0) {
          piece.last = true;
          return;
        }
        piece.length += n;
      }
    } catch (IOException failure) {
      piece.failure = failure;
      piece.last = true;
    } catch (RuntimeException | Error defect) {
      piece.failure = new IOException(defect);
      piece.last = true;
    }
  }

  /** Whether there is at least one more byte in the current piece, which may be a new one. */
  private boolean more() throws IOException {
    while (at == current.length) {
      if (current.last) {
        IOException failure = current.failure;
        current.failure = null;
        if (failure != null) throw failure;
        return false;
      }
      try {
        if (current.bytes.length > 0) empty.put(current);
        current = full.take();
        at = 0;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (!more()) return -1;
    int n = Math.min(length, current.length - at);
    System.arraycopy(current.bytes, at, into, offset, n);
    at += n;
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    if (n <= 0 || !more()) return 0;
    int skipped = (int) Math.min(n, current.length - at);
    at += skipped;
    return skipped;
  }

  /** Ends the other thread and closes both streams. */
  @Override
  public void close() throws IOException {
    reader.interrupt();
    try {
      source.close();
    } finally {
      reader.join();
      in.close();
    }
  }
}
