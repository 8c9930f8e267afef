package io.breakwater.oci.internal.layer;

import io.breakwater.model.Digest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * The digest of bytes that come in pieces, computed on another thread when there are enough of
 * them. Used by one thread; {@link #close} ends the other.
 */
final class PieceHash implements AutoCloseable {
  private static final int PIECES = 4;
  private static final Piece LAST = new Piece(0);

  private final String algorithm;
  private final MessageDigest hash;
  private final ArrayBlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES + 1);
  private final ArrayBlockingQueue<Piece> empty = new ArrayBlockingQueue<>(PIECES);
  private Piece current = new Piece(Hashing.PIECE);
  private int made = 1;
  private @org.jspecify.annotations.Nullable Background<Digest> worker;

  PieceHash(String algorithm) {
    this.algorithm = algorithm;
    this.hash = Hashing.start(algorithm);
  }

  void update(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int n = Math.min(length - done, Hashing.PIECE - current.length);
      System.arraycopy(bytes, offset + done, current.bytes, current.length, n);
      current.length += n;
      done += n;
      if (current.length == Hashing.PIECE) handOver();
    }
  }

  private void handOver() throws IOException {
    if (worker == null) worker = Background.start("breakwater-hash", this::work);
    try {
      full.put(current);
      Piece next = empty.poll();
      if (next == null && made < PIECES) {
        next = new Piece(Hashing.PIECE);
        made++;
      }
      current = next != null ? next : empty.take();
      current.length = 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private Digest work() throws InterruptedException {
    for (Piece piece = full.take(); piece != LAST; piece = full.take()) {
      hash.update(piece.bytes, 0, piece.length);
      empty.put(piece);
    }
    return Hashing.finish(hash, algorithm);
  }

  /** The digest of all bytes; to be asked once. */
  Digest finish() throws IOException {
    Background<Digest> other = worker;
    if (other == null) {
      hash.update(current.bytes, 0, current.length);
      return Hashing.finish(hash, algorithm);
    }
    handOver();
    full.add(LAST);
    worker = null;
    return other.get();
  }

  @Override
  public void close() {
    if (worker != null) full.add(LAST);
    worker = null;
  }

  private static final class Piece {
    private final byte[] bytes;
    private int length;

    Piece(int size) {
      bytes = new byte[size];
    }
  }
}
