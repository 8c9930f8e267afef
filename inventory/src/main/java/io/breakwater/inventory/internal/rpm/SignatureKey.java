package io.breakwater.inventory.internal.rpm;

import java.util.HexFormat;

/**
 * The id of the key that made an OpenPGP signature (RFC 4880, 5.2). Read, not checked: whoever can
 * change the database can change the signature too.
 */
final class SignatureKey {
  private static final int SIGNATURE = 2;
  private static final int KEY_ID = 8;
  private static final int ISSUER = 16;
  private static final int ISSUER_FINGERPRINT = 33;

  private SignatureKey() {}

  /** Sixteen digits in lower case; empty when the packet does not tell. */
  static String of(byte[] packet) {
    int body = body(packet);
    if (body < 0 || body + 1 >= packet.length) return "";
    return switch (packet[body]) {
      case 3 -> packet[body + 1] == 5 ? hex(packet, body + 7) : "";
      case 4 -> issuer(packet, body + 4);
      default -> "";
    };
  }

  /** Where the packet's body starts, or -1 when it is no signature. */
  private static int body(byte[] packet) {
    if (packet.length < 2) return -1;
    int first = packet[0] & 0xff;
    if ((first & 0xc0) == 0xc0) {
      int length = packet[1] & 0xff;
      return (first & 0x3f) != SIGNATURE ? -1 : length < 192 ? 2 : length < 224 ? 3 : 6;
    }
    if ((first & 0x80) == 0 || ((first >> 2) & 0xf) != SIGNATURE) return -1;
    return switch (first & 3) {
      case 0 -> 2;
      case 1 -> 3;
      case 2 -> 5;
      default -> 1;
    };
  }

  /** Looks through the hashed subpackets, which come first, and those that are not. */
  private static String issuer(byte[] packet, int start) {
    int at = start;
    for (int area = 0; area < 2; area++) {
      if (at + 2 > packet.length) return "";
      int end = at + 2 + uint16(packet, at);
      if (end > packet.length) return "";
      String found = issuer(packet, at + 2, end);
      if (!found.isEmpty()) return found;
      at = end;
    }
    return "";
  }

  private static String issuer(byte[] packet, int start, int end) {
    for (int at = start; at < end; ) {
      int length = packet[at] & 0xff;
      int data = at + 1;
      if (length >= 192) {
        if (length == 255 || at + 1 >= end) return ""; // longer than any that tells of a key
        length = ((length - 192) << 8) + (packet[at + 1] & 0xff) + 192;
        data = at + 2;
      }
      if (length == 0 || data + length > end) return "";
      int type = packet[data] & 0x7f;
      if (type == ISSUER && length == 1 + KEY_ID) return hex(packet, data + 1);
      // A fingerprint of version 4 has twenty bytes; the last eight are the id.
      if (type == ISSUER_FINGERPRINT && length == 22 && packet[data + 1] == 4) {
        return hex(packet, data + 14);
      }
      at = data + length;
    }
    return "";
  }

  private static int uint16(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  private static String hex(byte[] packet, int at) {
    return at + KEY_ID > packet.length ? "" : HexFormat.of().formatHex(packet, at, at + KEY_ID);
  }
}
