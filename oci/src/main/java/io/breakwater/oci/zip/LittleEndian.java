package io.breakwater.oci.zip;

/** Numbers in byte arrays, the least significant byte first. */
final class LittleEndian {
  private LittleEndian() {}

  /** Two bytes, unsigned. */
  static int uint16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  /** Four bytes. */
  static int int32(byte[] bytes, int at) {
    return uint16(bytes, at) | uint16(bytes, at + 2) << 16;
  }

  /** Four bytes, unsigned. */
  static long uint32(byte[] bytes, int at) {
    return int32(bytes, at) & 0xffffffffL;
  }

  /** Eight bytes. */
  static long int64(byte[] bytes, int at) {
    return uint32(bytes, at) | (long) int32(bytes, at + 4) << 32;
  }
}
