package io.breakwater.oci.internal.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** A block of IP addresses such as {@code 10.0.0.0/8}, or one address. */
final class Cidr {
  private final byte[] address;
  private final int bits;

  private Cidr(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /** Reads an address or a block; empty for anything else. Never asks a name server. */
  static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    byte[] address;
    try {
      address = InetAddress.ofLiteral(host).getAddress();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (slash < 0) return Optional.of(new Cidr(address, address.length * 8));
    String length = text.substring(slash + 1);
    if (length.isEmpty() || length.length() > 3) return Optional.empty();
    int bits = 0;
    for (int i = 0; i < length.length(); i++) {
      char c = length.charAt(i);
      if (c < '0' || c > '9') return Optional.empty();
      bits = bits * 10 + c - '0';
    }
    return bits > address.length * 8 ? Optional.empty() : Optional.of(new Cidr(address, bits));
  }

  /** Whether every address of the other block is one of this. */
  boolean contains(Cidr other) {
    if (address.length != other.address.length || other.bits < bits) return false;
    int whole = bits / 8;
    if (!Arrays.equals(address, 0, whole, other.address, 0, whole)) return false;
    int rest = bits % 8;
    return rest == 0
        || (address[whole] & 0xff) >> (8 - rest) == (other.address[whole] & 0xff) >> (8 - rest);
  }

  /** Whether it is an address of this machine. */
  boolean isLoopback() {
    if (address.length == 4) return address[0] == 127;
    byte[] one = new byte[16];
    one[15] = 1;
    return Arrays.equals(address, one);
  }
}
