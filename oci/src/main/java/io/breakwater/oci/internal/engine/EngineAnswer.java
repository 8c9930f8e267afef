package io.breakwater.oci.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An answer of the engine, by HTTP/1.1 (RFC 9112). Close it.
 *
 * @param status the status code
 * @param headers by name, lower case; where a name repeats the last one holds
 * @param body not read yet
 */
public record EngineAnswer(int status, Map<String, String> headers, InputStream body)
    implements AutoCloseable {
  private static final int LONGEST_HEAD = 64 << 10;
  private static final int LONGEST_LENGTH = 18;

  /** A header; empty text when it is missing. */
  public String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /** Reads the head of an answer. */
  static EngineAnswer read(InputStream in) throws IOException {
    var lines = new Lines(in);
    int status = status(lines.next());
    while (status >= 100 && status < 200) {
      while (!lines.next().isEmpty()) {
        // the head of an interim answer
      }
      status = status(lines.next());
    }
    var headers = new HashMap<String, String>();
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      int colon = line.indexOf(':');
      if (colon <= 0) throw new IOException("a malformed header");
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      headers.put(name, line.substring(colon + 1).strip());
    }
    return new EngineAnswer(status, Map.copyOf(headers), body(in, headers));
  }

  private static int status(String line) throws IOException {
    boolean http = line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ';
    int status = 0;
    for (int i = 9; http && i < 12; i++) {
      char c = line.charAt(i);
      http = c >= '0' && c <= '9';
      status = status * 10 + c - '0';
    }
    if (!http) throw new IOException("what answers does not speak HTTP/1.1");
    return status;
  }

  private static InputStream body(InputStream in, Map<String, String> headers) throws IOException {
    String coding = headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (coding.equals("chunked")) return new ChunkedStream(in);
    if (!coding.isEmpty()) throw new IOException("an unknown transfer coding");
    String length = headers.getOrDefault("content-length", "");
    if (length.isEmpty()) return in; // up to the end of the connection
    for (int i = 0; i < length.length(); i++) {
      if (length.charAt(i) < '0' || length.charAt(i) > '9') throw new IOException("a bad length");
    }
    if (length.length() > LONGEST_LENGTH) throw new IOException("a bad length");
    return new CountedStream(in, Long.parseLong(length));
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  /** The lines of a head. */
  private static final class Lines {
    private final InputStream in;
    private int count;

    Lines(InputStream in) {
      this.in = in;
    }

    String next() throws IOException {
      var line = new StringBuilder();
      for (int b = Bytes.next(in); b != '\n'; b = Bytes.next(in)) {
        if (++count > LONGEST_HEAD) throw new IOException("the head of the answer is too long");
        line.append((char) b);
      }
      int end = line.length();
      if (end > 0 && line.charAt(end - 1) == '\r') line.setLength(end - 1);
      return line.toString();
    }
  }
}
