package io.breakwater.oci.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of an HTTP response as a stream that gives up when the other side stays silent. It asks
 * the connection for a piece only when the one before is read, so that a slow reader holds two
 * pieces at most. Read by one thread.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
  /** What the connection hands over. */
  private sealed interface Piece {
    record Bytes(List<ByteBuffer> buffers) implements Piece {}

    record Failure(Throwable cause) implements Piece {}

    record End() implements Piece {}
  }

  private final Duration silence;
  private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
  private volatile boolean closed;

  private List<ByteBuffer> current = List.of();
  private int next;
  private @Nullable Piece last;

  /**
   * @param silence how long to wait for the next piece
   */
  BodyStream(Duration silence) {
    this.silence = silence;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription offered) {
    if (closed || !subscription.compareAndSet(null, offered)) {
      offered.cancel();
      return;
    }
    offered.request(2);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    pieces.add(new Piece.Bytes(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(new Piece.Failure(failure));
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece.End());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    ByteBuffer buffer = buffer();
    if (buffer == null) return -1;
    int n = Math.min(length, buffer.remaining());
    buffer.get(into, offset, n);
    return n;
  }

  /** The buffer that has the next byte; null at the end. */
  private @Nullable ByteBuffer buffer() throws IOException {
    while (true) {
      if (closed) throw new IOException("the response is closed");
      while (next < current.size()) {
        if (current.get(next).hasRemaining()) return current.get(next);
        next++;
      }
      Piece piece = last == null ? take() : last;
      if (closed) continue;
      switch (piece) {
        case Piece.Bytes(List<ByteBuffer> buffers) -> {
          current = buffers;
          next = 0;
          Flow.Subscription source = subscription.get();
          if (source != null) source.request(1);
        }
        case Piece.Failure failure -> {
          last = failure;
          throw new IOException("the connection broke", failure.cause());
        }
        case Piece.End end -> {
          last = end;
          return null;
        }
      }
    }
  }

  private Piece take() throws IOException {
    try {
      Piece piece = pieces.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
      if (piece != null) return piece;
      close();
      throw new HttpTimeoutException("silent for " + silence.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(interrupted);
    }
  }

  @Override
  public void close() {
    closed = true;
    Flow.Subscription source = subscription.get();
    if (source != null) source.cancel();
    pieces.add(new Piece.End()); // wakes a reader on another thread
  }
}
