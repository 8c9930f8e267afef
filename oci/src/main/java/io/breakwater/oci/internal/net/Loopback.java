package io.breakwater.oci.internal.net;

/** Names that stand for this machine. */
public final class Loopback {
  private Loopback() {}

  /** Whether a host, perhaps with a port, is {@code localhost} or a loopback address. */
  public static boolean is(String hostAndPort) {
    String host = hostAndPort;
    int bracket = host.indexOf(']');
    if (host.startsWith("[") && bracket > 0) {
      host = host.substring(1, bracket);
    } else if (host.indexOf(':') >= 0 && host.indexOf(':') == host.lastIndexOf(':')) {
      host = host.substring(0, host.indexOf(':'));
    }
    return host.equals("localhost") || Cidr.parse(host).filter(Cidr::isLoopback).isPresent();
  }
}
