package io.breakwater.oci.zip;

import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates what is compressed, within bounds. */
public final class Inflate {
  private static final int CHUNK = 32 << 10;

  private Inflate() {}

  /**
   * Inflates a zlib stream (RFC 1950).
   *
   * @param limit the most bytes that it may give
   * @throws MalformedZipException when it is none
   */
  public static byte[] zlib(Content compressed, int limit) throws IOException {
    return inflate(new Inflater(false), compressed, 0, limit, new ZipBudget());
  }

  /** Inflates a bare deflate stream (RFC 1951) that promises to give so many bytes. */
  static byte[] raw(Content compressed, long promised, int limit, ZipBudget budget)
      throws IOException {
    if (promised > limit) throw new ContentTooLargeException(promised, limit);
    return inflate(new Inflater(true), compressed, promised, limit, budget);
  }

  private static byte[] inflate(
      Inflater inflater, Content compressed, long promised, int limit, ZipBudget budget)
      throws IOException {
    try {
      long size = compressed.size();
      byte[] in = new byte[(int) Math.min(CHUNK, Math.max(1, size))];
      // A promise is believed as far as the input could keep it.
      long first = Math.min(promised, size * 8);
      byte[] out = new byte[(int) Math.max(512, Math.min(first, limit))];
      byte[] probe = new byte[1];
      int count = 0;
      long position = 0;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int n = compressed.read(position, in, 0, in.length);
          if (n <= 0) throw new EOFException("compressed data ends too early");
          inflater.setInput(in, 0, n);
          position += n;
        }
        // Kept promises need no second array: the stream's end shows with room for one more byte.
        boolean full = count == out.length;
        int n = full ? inflater.inflate(probe) : inflater.inflate(out, count, out.length - count);
        if (full && n == 1) {
          if (count >= limit) throw new ContentTooLargeException(count + 1L, limit);
          out = Arrays.copyOf(out, (int) Math.min(limit, count * 2L));
          out[count] = probe[0];
        }
        count += n;
        budget.inflate(n, count, size);
        if (n == 0 && inflater.needsDictionary()) {
          throw new MalformedZipException("compressed data needs a dictionary");
        }
      }
      return count == out.length ? out : Arrays.copyOf(out, count);
    } catch (DataFormatException wrong) {
      throw new MalformedZipException("compressed data is damaged: " + wrong.getMessage());
    } finally {
      inflater.end();
    }
  }
}
