package io.breakwater.oci.internal.layer;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where the stored bytes of a layer are, compressed or not. A blob may be opened more than once,
 * one after the other: the second time when a hard link's target turned out to be wanted too late.
 */
public sealed interface Blob {
  /** In a file of this machine: plain layers are read in place. */
  @FunctionalInterface
  non-sealed interface InFile extends Blob {
    /**
     * The bytes.
     *
     * @throws io.breakwater.model.ProblemException when they are not there
     */
    FileRegion open() throws IOException;
  }

  /** Anywhere else, such as at the other end of a connection. */
  @FunctionalInterface
  non-sealed interface Streamed extends Blob {
    /**
     * The bytes from the first to the last; the reader closes the stream, also half-way, possibly
     * from another thread.
     *
     * @throws io.breakwater.model.ProblemException when they are not there
     */
    InputStream open() throws IOException;
  }
}
