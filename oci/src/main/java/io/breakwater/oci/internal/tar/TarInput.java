package io.breakwater.oci.internal.tar;

import io.breakwater.oci.Content;
import io.breakwater.oci.internal.DefectException;
import java.io.Closeable;
import java.io.IOException;

/** What a tar archive is read from: forwards only, with a short look at what comes. */
public interface TarInput {
  /** The furthest look ahead that every input grants, in bytes. */
  int MAX_PEEK = 4096;

  /** How many bytes are read or skipped so far. */
  long position();

  /**
   * Makes the next bytes visible in {@link #buffer} from {@link #offset} on.
   *
   * @param wanted at most {@link #MAX_PEEK}
   * @return {@code wanted}, or fewer only where the input ends
   */
  int peek(int wanted) throws IOException;

  /** Where the bytes of the last {@link #peek} are; not to be written to. */
  byte[] buffer();

  /** Where in the buffer they start. */
  int offset();

  /**
   * Goes past bytes.
   *
   * @return how many: {@code n}, or fewer only where the input ends
   */
  long skip(long n) throws IOException;

  /**
   * Goes past bytes and keeps them at hand.
   *
   * @throws java.io.EOFException when the input ends before
   * @throws DefectException when they are more than is kept
   */
  Kept keep(long size) throws IOException;

  /** Bytes at hand; closed when they are no longer needed. */
  interface Kept extends Closeable {
    /** The bytes. Those of {@link #keep} may be gone after the next call to the input. */
    Content content();

    @Override
    default void close() throws IOException {}
  }
}
