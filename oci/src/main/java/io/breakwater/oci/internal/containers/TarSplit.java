package io.breakwater.oci.internal.containers;

import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads the notes of tar-split: one JSON object a line, which is either bytes of the archive that
 * no file holds (headers, padding) or the name of a file whose content stands there.
 */
final class TarSplit {
  private static final int LONGEST_LINE = 32 << 20;
  private static final int TYPE_FILE = 1;
  private static final int TYPE_SEGMENT = 2;

  /** A part of the archive. */
  sealed interface Part {
    /** These bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, not compared
    record Segment(byte[] bytes) implements Part {}

    /** The first {@code size} bytes of a file. */
    record File(String name, long size) implements Part {}
  }

  private final InputStream in;

  /**
   * @param in the lines, unpacked and buffered
   */
  TarSplit(InputStream in) {
    this.in = in;
  }

  /**
   * The next part; empty at the end.
   *
   * @throws InvalidTarSplitException when the notes are malformed
   */
  Optional<Part> next() throws IOException {
    while (true) {
      Optional<byte[]> line = line();
      if (line.isEmpty()) return Optional.empty();
      if (line.get().length > 0) return Optional.of(part(line.get()));
    }
  }

  private static Part part(byte[] line) throws InvalidTarSplitException {
    Json.Obj json;
    try {
      json = Json.parseObject(line);
    } catch (InvalidJsonException malformed) {
      throw new InvalidTarSplitException("a line is not JSON");
    }
    long type = json.number("type").orElse(0);
    if (type == TYPE_SEGMENT) return new Part.Segment(base64(json.text("payload")));
    if (type != TYPE_FILE) throw new InvalidTarSplitException("a line is of no known type");
    long size = json.get("size").isEmpty() ? 0 : json.number("size").orElse(-1);
    if (size < 0) throw new InvalidTarSplitException("a file has no valid size");
    String raw = json.text("name_raw");
    String name =
        raw.isEmpty() ? json.text("name") : new String(base64(raw), StandardCharsets.UTF_8);
    return new Part.File(name, size);
  }

  private static byte[] base64(String text) throws InvalidTarSplitException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw new InvalidTarSplitException("bytes are not in base64");
    }
  }

  private Optional<byte[]> line() throws IOException {
    var line = new ByteArrayOutputStream(1024);
    int b = in.read();
    if (b < 0) return Optional.empty();
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() == LONGEST_LINE) throw new InvalidTarSplitException("a line is too long");
      line.write(b);
    }
    return Optional.of(line.toByteArray());
  }
}
