package io.breakwater.oci.internal.layer;

import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A part of a file, mapped: its pages are the system's, not the heap's, and what is not read is
 * never touched. Safe for many threads; holds no descriptor, and outlives the file's name.
 */
public final class FileRegion implements Content {
  private static final int WINDOW_BITS = 30;
  private static final long WINDOW = 1L << WINDOW_BITS;
  private static final long MAX_SIZE = 4L << 40;

  private final Bytes bytes;
  private final long start;
  private final long size;

  private FileRegion(Bytes bytes, long start, long size) {
    this.bytes = bytes;
    this.start = start;
    this.size = size;
  }

  /** All of a regular file, as long as it is now. */
  public static FileRegion map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return map(channel);
    }
  }

  /** All of an open file, as long as it is now. The channel may be closed afterwards. */
  public static FileRegion map(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size > MAX_SIZE) throw new ContentTooLargeException(size, MAX_SIZE);
    var windows = new MappedByteBuffer[Math.toIntExact((size + WINDOW - 1) >>> WINDOW_BITS)];
    for (int i = 0; i < windows.length; i++) {
      long at = (long) i << WINDOW_BITS;
      windows[i] = channel.map(MapMode.READ_ONLY, at, Math.min(WINDOW, size - at));
    }
    return new FileRegion(new Mapped(windows), 0, size);
  }

  /** Bytes in memory, for small pieces that are treated like files. The array is not copied. */
  public static FileRegion of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new FileRegion(
        (at, into, offset, length) -> buffer.get((int) at, into, offset, length), 0, bytes.length);
  }

  /** A part of it. */
  public FileRegion slice(long from, long length) {
    Objects.checkFromIndexSize(from, length, size);
    return new FileRegion(bytes, start + from, length);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(long position, byte[] into, int offset, int length) throws IOException {
    if (position < 0 || position >= size) return 0;
    int n = (int) Math.min(length, size - position);
    bytes.copy(start + position, into, offset, n);
    return n;
  }

  private interface Bytes {
    void copy(long at, byte[] into, int offset, int length) throws IOException;
  }

  private static final class Mapped implements Bytes {
    private final MappedByteBuffer[] windows;

    Mapped(MappedByteBuffer[] windows) {
      this.windows = windows;
    }

    @Override
    public void copy(long at, byte[] into, int offset, int length) throws IOException {
      try {
        for (int done = 0; done < length; ) {
          MappedByteBuffer window = windows[(int) ((at + done) >>> WINDOW_BITS)];
          int from = (int) ((at + done) & (WINDOW - 1));
          int n = Math.min(length - done, window.capacity() - from);
          window.get(from, into, offset + done, n);
          done += n;
        }
      } catch (InternalError fault) {
        // How the JVM tells that a page of a mapping is gone: the file was cut, or its disk failed.
        var gone = new EOFException("the file changed or failed while it was read");
        gone.initCause(fault);
        throw gone;
      }
    }
  }
}
