package io.breakwater.advisory.update;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** How feeds are fetched. Used by many threads. */
public interface FeedWeb {
  /**
   * Sends a GET: follows redirects and tries again what may pass.
   *
   * @return the answer, whatever its status, which the caller closes
   * @throws IOException when there is none
   */
  Answer get(URI uri, Map<String, String> headers) throws IOException;

  /**
   * Waits before a download goes on that broke.
   *
   * @param failures how often it broke
   * @return false when that was often enough
   */
  boolean pause(int failures) throws InterruptedIOException;

  /** An answer whose body is not read yet. Reading fails when it stays silent for too long. */
  interface Answer extends Closeable {
    /** The status code. */
    int status();

    /** The first value of a header field. */
    Optional<String> header(String name);

    /** The body. */
    InputStream body();
  }
}
