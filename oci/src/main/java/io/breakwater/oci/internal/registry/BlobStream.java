package io.breakwater.oci.internal.registry;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.net.Retry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A blob on its way from a registry. When the connection breaks it goes on from where it was. The
 * digest is not checked here: the reader sees each byte once, in order, and can.
 */
final class BlobStream extends InputStream {
  /** Asks for the blob from a byte on. */
  @FunctionalInterface
  interface Source {
    /** The bytes from {@code position} to the end. */
    InputStream from(long position) throws IOException;
  }

  /** Progress that shows that a new attempt was worth it. */
  private static final long WORTHWHILE = 1 << 20;

  private static final int MOST_BREAKS = 1000;

  private final String subject;
  private final String host;
  private final String label;
  private final long size;
  private final Source source;
  private final Retry retry;

  private volatile InputStream current;
  private volatile boolean closed;
  private long position;
  private int breaks;
  private int failures;
  private long lastBreak;

  /**
   * @param size the promised size; 0 when none is promised
   */
  BlobStream(String subject, String host, String label, long size, Source source, Retry retry)
      throws IOException {
    this.subject = subject;
    this.host = host;
    this.label = label;
    this.size = size;
    this.source = source;
    this.retry = retry;
    this.current = source.from(0);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) return 0;
    while (true) {
      IOException failure;
      try {
        int n = current.read(into, offset, length);
        if (n > 0) return counted(n);
        if (size == 0 || position == size) return -1;
        failure = new EOFException("the blob ends too early");
      } catch (IOException broken) {
        failure = broken;
      }
      if (closed) throw failure;
      goOn(failure);
    }
  }

  private int counted(int n) throws ProblemException {
    position += n;
    if (size > 0 && position > size) {
      throw ProblemException.of(
          ProblemCode.ARCHIVE_MALFORMED, subject, label, "it is longer than its manifest promises");
    }
    return n;
  }

  private void goOn(IOException first) throws IOException {
    if (position - lastBreak >= WORTHWHILE) failures = 0;
    lastBreak = position;
    for (IOException failure = first; ; ) {
      if (failure instanceof ProblemException told) throw told;
      Optional<Duration> pause = retry.pause(++failures, Optional.empty());
      if (pause.isEmpty() || ++breaks > MOST_BREAKS || !Retry.mayPass(failure)) {
        throw Failures.of(subject, host, failure);
      }
      current.close();
      retry.sleep(pause.get());
      try {
        current = source.from(position);
        if (closed) current.close();
        return;
      } catch (IOException again) {
        failure = again;
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    current.close();
  }
}
