package io.breakwater.advisory.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * The bytes of a database, read where they are needed. Mapping the file would cost more in a
 * process that has just started than all the reading of a scan (docs/adr/0001).
 */
public interface ByteSource extends Closeable {
  /** How many there are. */
  long length();

  /** Reads so many bytes from there on. */
  void read(int from, byte[] target, int length) throws IOException;

  /** Bytes in memory, which must not change. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void read(int from, byte[] target, int length) throws IOException {
        if (from < 0 || length > bytes.length - from) throw new IOException("it ends too early");
        System.arraycopy(bytes, from, target, 0, length);
      }

      @Override
      public void close() {}
    };
  }

  /** The bytes of a file, which must not change while it is open. */
  static ByteSource of(Path path) throws IOException {
    // Not a FileChannel: an interrupted reader would close it for all others.
    var file = new RandomAccessFile(path.toFile(), "r");
    return new ByteSource() {
      private final long length = file.length();

      @Override
      public long length() {
        return length;
      }

      @Override
      public void read(int from, byte[] target, int count) throws IOException {
        synchronized (this) {
          file.seek(from);
          file.readFully(target, 0, count);
        }
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
