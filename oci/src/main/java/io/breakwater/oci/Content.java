package io.breakwater.oci;

import java.io.IOException;
import java.io.InputStream;

/**
 * The content of a file, readable at any place, wherever it is kept (mapped, in memory, in a
 * temporary file). Used by one thread; valid as long as the call that handed it out.
 */
public interface Content {
  /** Its length in bytes. */
  long size();

  /**
   * Copies bytes out.
   *
   * @param position where to start, from 0
   * @return how many were copied: {@code length}, or fewer only at the end; 0 at or past the end
   */
  int read(long position, byte[] into, int offset, int length) throws IOException;

  /**
   * A part of it.
   *
   * @throws ContentTooLargeException when {@code length} is over {@code limit}; nothing is
   *     allocated then
   * @throws java.io.EOFException when it does not have all these bytes
   */
  default byte[] read(long position, long length, int limit) throws IOException {
    if (length < 0 || length > limit) throw new ContentTooLargeException(length, limit);
    if (position < 0 || position > size() - length) {
      throw new java.io.EOFException("bytes " + position + "+" + length + " of " + size());
    }
    byte[] out = new byte[(int) length];
    int done = 0;
    while (done < out.length) {
      int n = read(position + done, out, done, out.length - done);
      if (n <= 0) throw new java.io.EOFException("content ends at " + (position + done));
      done += n;
    }
    return out;
  }

  /**
   * All of it.
   *
   * @throws ContentTooLargeException when it is longer than {@code limit}
   */
  default byte[] readAll(int limit) throws IOException {
    return read(0, size(), limit);
  }

  /** All of it, in order. */
  default InputStream stream() {
    return new ContentStream(this);
  }

  /** Content that is in memory already. The array is not copied. */
  static Content of(byte[] bytes) {
    return new BytesContent(bytes, 0, bytes.length);
  }

  /** A part of an array. The array is not copied. */
  static Content of(byte[] bytes, int offset, int length) {
    return new BytesContent(bytes, offset, length);
  }
}
