package io.breakwater.oci.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a request, its body not read yet. Close it.
 *
 * @param uri what was asked
 * @param status the status code
 * @param headers the header fields
 * @param body the body; reading it fails when the connection breaks or stays silent
 */
public record Answer(URI uri, int status, HttpHeaders headers, InputStream body)
    implements AutoCloseable {
  private static final int LONGEST_DISCARDED = 64 << 10;

  /** The first value of a header field. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** A header field that is a number which is not negative. */
  public OptionalLong number(String name) {
    String text = header(name).map(String::strip).orElse("");
    if (text.isEmpty() || text.length() > 18) return OptionalLong.empty();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /** The whole body; empty when it is longer than {@code limit}. */
  public Optional<byte[]> bytes(int limit) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
  }

  /** As much of the body as {@code limit} allows, or none of it when the connection breaks. */
  public byte[] start(int limit) {
    try {
      return body.readNBytes(limit);
    } catch (IOException _) {
      return new byte[0];
    }
  }

  /** Closes an answer whose body is short and of no interest; the connection may be used again. */
  public void discard() throws IOException {
    start(LONGEST_DISCARDED);
    close();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
