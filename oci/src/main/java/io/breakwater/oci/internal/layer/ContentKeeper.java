package io.breakwater.oci.internal.layer;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.Content;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.tar.TarInput.Kept;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps wanted content of a stream at hand: in memory while it is small, in one nameless temporary
 * file otherwise. Used by one thread.
 */
final class ContentKeeper implements Closeable {
  private static final int HEAP = 4 << 20;
  static final long MOST = 4L << 30;

  private final Path temporary;
  private final boolean all;
  private byte[] heap = new byte[0];
  private @Nullable FileChannel file;
  private long fileSize;

  /**
   * A keeper without anything.
   *
   * @param temporary the folder for the file
   * @param all whether all content is to be kept until the keeper is closed; else each only until
   *     the next
   */
  ContentKeeper(Path temporary, boolean all) {
    this.temporary = temporary;
    this.all = all;
  }

  /** Whether content may be a view of a buffer that changes. */
  boolean viewsSuffice() {
    return !all;
  }

  static Kept view(byte[] buffer, int offset, int length) {
    Content content = Content.of(buffer, offset, length);
    return () -> content;
  }

  /** Takes the next bytes of a stream. */
  Kept keep(InputStream in, long size) throws IOException {
    if (!all && size <= HEAP) return inMemory(in, (int) size);
    if (!all) fileSize = 0;
    if (size > MOST - fileSize) {
      throw new DefectException(Reason.LIMIT, size + " bytes are more than is kept at once");
    }
    return inFile(in, size);
  }

  private Kept inMemory(InputStream in, int size) throws IOException {
    if (heap.length < size) heap = new byte[Math.max(size, Math.min(HEAP, 2 * heap.length))];
    if (in.readNBytes(heap, 0, size) < size) throw new EOFException();
    return view(heap, 0, size);
  }

  private Kept inFile(InputStream in, long size) throws IOException {
    FileChannel channel = open();
    long start = fileSize;
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(256 << 10, size));
    for (long rest = size; rest > 0; ) {
      int n = in.read(piece.array(), 0, (int) Math.min(piece.capacity(), rest));
      if (n < 0) throw new EOFException();
      piece.limit(n).position(0);
      while (piece.hasRemaining()) fileSize += channel.write(piece, fileSize);
      rest -= n;
    }
    Content content = new InFile(channel, start, size);
    return () -> content;
  }

  private FileChannel open() throws IOException {
    FileChannel channel = file;
    if (channel == null) {
      Path path = Files.createTempFile(temporary, "breakwater-", ".part");
      channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Files.delete(path);
      file = channel;
    }
    return channel;
  }

  @Override
  public void close() throws IOException {
    if (file != null) file.close();
  }

  private record InFile(FileChannel channel, long start, long size) implements Content {
    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
      if (position < 0 || position >= size) return 0;
      int n = (int) Math.min(length, size - position);
      ByteBuffer buffer = ByteBuffer.wrap(into, offset, n);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, start + position + (buffer.position() - offset)) < 0) break;
      }
      return buffer.position() - offset;
    }
  }
}
