package io.breakwater.advisory.internal.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the files of a tar archive (ustar, GNU long names, PAX paths and sizes), one after the
 * other. Links, devices and folders are passed over.
 */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int MAX_NAME = 64 << 10;

  private final InputStream in;
  private long left;
  private int padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /** Whether these bytes start a tar archive: the header's checksum tells. */
  static boolean recognises(byte[] head, int length) {
    if (length < BLOCK || head[0] == 0) return false;
    try {
      return octal(head, 148, 8) == checksum(head);
    } catch (IOException noNumber) {
      return false;
    }
  }

  /** Goes to the next file; its name, or empty at the end. */
  Optional<String> next() throws IOException {
    Optional<String> name = Optional.empty();
    long paxSize = -1;
    while (true) {
      in.skipNBytes(left + padding);
      left = 0;
      padding = 0;
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || isZero(header)) return Optional.empty();
      if (header.length < BLOCK) throw new EOFException("the archive ends in a header");
      if (octal(header, 148, 8) != checksum(header)) {
        throw new IOException("a header of the archive has a wrong checksum");
      }
      long size = number(header, 124, 12);
      if (size < 0) throw new IOException("a file in the archive has a negative size");
      char type = (char) (header[156] & 0xff);
      if (paxSize >= 0 && type != 'x' && type != 'g') size = paxSize;
      begin(size);
      switch (type) {
        case 'L' -> name = Optional.of(text(block()));
        case 'x' -> {
          byte[] records = block();
          name = pax(records, "path").or(() -> Optional.empty());
          paxSize = paxSize(records);
        }
        case '0', '\0', '7' -> {
          String own = name.isPresent() ? name.get() : name(header);
          return Optional.of(own);
        }
        case 'g', 'K' -> {
          // Defaults for all files, and link names: nothing that we need.
        }
        default -> {
          name = Optional.empty();
          paxSize = -1;
        }
      }
    }
  }

  private void begin(long size) {
    left = size;
    padding = (int) ((BLOCK - size % BLOCK) % BLOCK);
  }

  /** How long the current file is. */
  long size() {
    return left;
  }

  /** The content of the current file, to be read before {@link #next}. */
  InputStream content() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        if (left == 0) return -1;
        int next = in.read();
        if (next < 0) throw new EOFException("the archive ends in a file");
        left--;
        return next;
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) return 0;
        if (left == 0) return -1;
        int read = in.read(target, from, (int) Math.min(length, left));
        if (read < 0) throw new EOFException("the archive ends in a file");
        left -= read;
        return read;
      }
    };
  }

  private byte[] block() throws IOException {
    if (left > MAX_NAME) throw new IOException("a name in the archive is too long");
    byte[] bytes = in.readNBytes((int) left);
    if (bytes.length < left) throw new EOFException("the archive ends in a name");
    left = 0;
    return bytes;
  }

  private static String name(byte[] header) {
    String name = text(Arrays.copyOfRange(header, 0, 100));
    boolean ustar = text(Arrays.copyOfRange(header, 257, 262)).equals("ustar");
    String prefix = ustar ? text(Arrays.copyOfRange(header, 345, 500)) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) end++;
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static long paxSize(byte[] records) throws IOException {
    Optional<String> size = pax(records, "size");
    if (size.isEmpty()) return -1;
    try {
      return Math.max(0, Long.parseLong(size.get()));
    } catch (NumberFormatException noNumber) {
      throw new IOException("a size in the archive is no number", noNumber);
    }
  }

  /** The value of a key in PAX records, each {@code LENGTH KEY=VALUE\n}. */
  private static Optional<String> pax(byte[] records, String key) {
    int at = 0;
    while (at < records.length) {
      int digits = at;
      int length = 0;
      while (digits < records.length && records[digits] >= '0' && records[digits] <= '9') {
        length = Math.min(MAX_NAME * 2, length * 10 + records[digits] - '0');
        digits++;
      }
      if (length == 0 || length > records.length - at || digits >= at + length) break;
      String record =
          new String(records, digits, at + length - digits, StandardCharsets.UTF_8).strip();
      if (record.startsWith(key + "=")) return Optional.of(record.substring(key.length() + 1));
      at += length;
    }
    return Optional.empty();
  }

  private static long number(byte[] header, int from, int length) throws IOException {
    if ((header[from] & 0x80) == 0) return octal(header, from, length);
    long value = header[from] & 0x3f;
    for (int i = from + 1; i < from + length; i++) {
      if (value >>> 54 != 0) throw new IOException("a number in the archive is too large");
      value = value << 8 | (header[i] & 0xff);
    }
    return value;
  }

  private static long octal(byte[] header, int from, int length) throws IOException {
    long value = 0;
    boolean digits = false;
    for (int i = from; i < from + length; i++) {
      int c = header[i];
      if (c >= '0' && c <= '7') {
        value = value << 3 | (c - '0');
        digits = true;
      } else if (c == 0 || c == ' ') {
        if (digits) break;
      } else {
        throw new IOException("a number in the archive is none");
      }
    }
    return value;
  }

  private static int checksum(byte[] header) {
    int sum = 8 * ' ';
    for (int i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i] & 0xff;
    return sum;
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) if (b != 0) return false;
    return true;
  }
}
