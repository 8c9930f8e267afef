package io.breakwater.inspect.internal.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The members of a tar archive that lies in a file: old, ustar and GNU with long names. What else
 * there is passes under its short name. Bounded: never holds more than a member that is asked for.
 */
final class TarMembers {
  private static final int BLOCK = 512;
  private static final int MOST_NAME = 64 << 10;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private long left;
  private String name = "";
  private long size;
  private boolean file;
  private boolean any;

  TarMembers(InputStream in) {
    this.in = in;
  }

  /** Goes to the next member; false at the end. */
  boolean next() throws IOException {
    String longName = "";
    while (true) {
      in.skipNBytes(left);
      left = 0;
      if (in.readNBytes(block, 0, BLOCK) < BLOCK || block[0] == 0) return false;
      if (!hasChecksum()) {
        if (!any) return false; // no archive, though it looked like one
        throw new IOException("a member of an archive has a wrong checksum");
      }
      any = true;
      size = number();
      left = size + (BLOCK - size % BLOCK) % BLOCK;
      byte type = block[156];
      if (type == 'L' && size <= MOST_NAME) {
        longName = cut(new String(content(), StandardCharsets.UTF_8));
        continue;
      }
      String prefix = block[257] == 'u' && block[263] == '0' ? field(345, 155) : "";
      String own = prefix.isEmpty() ? field(0, 100) : prefix + "/" + field(0, 100);
      name = longName.isEmpty() ? own : longName;
      file = type == '0' || type == 0;
      return true;
    }
  }

  String name() {
    return name;
  }

  long size() {
    return size;
  }

  boolean isFile() {
    return file;
  }

  /** The bytes of the member, once. The caller has looked at its size. */
  byte[] content() throws IOException {
    byte[] bytes = in.readNBytes((int) size);
    if (bytes.length < size) throw new EOFException("the archive ends in a member");
    left -= size;
    return bytes;
  }

  /** Whether the sum of the header's bytes is the one that it tells, its own place as blanks. */
  private boolean hasChecksum() {
    long told = 0;
    for (int i = 148; i < 156; i++) {
      byte b = block[i];
      if (b >= '0' && b <= '7') told = told * 8 + (b - '0');
    }
    long sum = 8L * ' ';
    for (int i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += block[i] & 0xff;
    return sum == told;
  }

  private long number() throws IOException {
    long value = 0;
    for (int i = 124; i < 136; i++) {
      byte b = block[i];
      if (b >= '0' && b <= '7') value = value * 8 + (b - '0');
      else if (b != ' ' && b != 0) throw new IOException("a member of an archive has no size");
    }
    return value;
  }

  private String field(int at, int length) {
    return cut(new String(block, at, length, StandardCharsets.UTF_8));
  }

  private static String cut(String text) {
    int zero = text.indexOf('\0');
    return zero < 0 ? text : text.substring(0, zero);
  }
}
