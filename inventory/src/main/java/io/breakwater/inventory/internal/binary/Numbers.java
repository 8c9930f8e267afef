package io.breakwater.inventory.internal.binary;

import io.breakwater.inventory.internal.LittleEndian;

/** Numbers in headers whose byte order and word size the file decides. */
record Numbers(boolean big, boolean wide) {
  int uint16(byte[] bytes, int at) {
    int little = LittleEndian.uint16(bytes, at);
    return big ? Short.toUnsignedInt(Short.reverseBytes((short) little)) : little;
  }

  long uint32(byte[] bytes, int at) {
    int little = LittleEndian.int32(bytes, at);
    return Integer.toUnsignedLong(big ? Integer.reverseBytes(little) : little);
  }

  long int64(byte[] bytes, int at) {
    long little = LittleEndian.int64(bytes, at);
    return big ? Long.reverseBytes(little) : little;
  }

  /** A number as wide as an address. */
  long word(byte[] bytes, int at) {
    return wide ? int64(bytes, at) : uint32(bytes, at);
  }

  /** Whether a text that ends with a zero byte, or with its field, stands here. */
  static boolean isText(byte[] bytes, int at, int field, String text) {
    if (at < 0 || text.length() > field || at > bytes.length - text.length()) return false;
    for (int i = 0; i < text.length(); i++) if (bytes[at + i] != text.charAt(i)) return false;
    int end = at + text.length();
    return text.length() == field || end >= bytes.length || bytes[end] == 0;
  }
}
