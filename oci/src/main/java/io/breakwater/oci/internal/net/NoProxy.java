package io.breakwater.oci.internal.net;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hosts that are reached without a proxy: {@code NO_PROXY}. */
record NoProxy(boolean all, List<Rule> rules) {
  private static final int MOST_RULES = 10_000;

  /** One exception; a port of -1 stands for every port. */
  sealed interface Rule {
    record Network(Cidr cidr, int port) implements Rule {}

    record Domain(String suffix, boolean itself, int port) implements Rule {}
  }

  static NoProxy parse(String value) {
    if (value.strip().equals("*")) return new NoProxy(true, List.of());
    return new NoProxy(
        false,
        Arrays.stream(value.split("[, ]", MOST_RULES))
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .map(NoProxy::rule)
            .toList());
  }

  private static Rule rule(String word) {
    Optional<Cidr> whole = Cidr.parse(word);
    if (whole.isPresent()) return new Rule.Network(whole.get(), -1);
    int colon = word.lastIndexOf(':');
    int port = colon < 0 ? -1 : port(word.substring(colon + 1));
    String host = port < 0 ? word : word.substring(0, colon);
    Optional<Cidr> network = Cidr.parse(host);
    if (network.isPresent()) return new Rule.Network(network.get(), port);
    if (host.startsWith("*.")) host = host.substring(1);
    return host.startsWith(".")
        ? new Rule.Domain(host, false, port)
        : new Rule.Domain("." + host, true, port);
  }

  private static int port(String text) {
    if (text.isEmpty() || text.length() > 5) return -1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return -1;
    }
    return Integer.parseInt(text);
  }

  boolean covers(String uriHost, int port) {
    String host = ascii(uriHost);
    Optional<Cidr> address = Cidr.parse(host);
    if (all || host.equals("localhost") || address.filter(Cidr::isLoopback).isPresent()) {
      return true;
    }
    for (Rule rule : rules) {
      boolean match =
          switch (rule) {
            case Rule.Network(Cidr cidr, int p) ->
                (p < 0 || p == port) && address.filter(cidr::contains).isPresent();
            case Rule.Domain(String suffix, boolean itself, int p) ->
                (p < 0 || p == port)
                    && (host.endsWith(suffix) || (itself && host.equals(suffix.substring(1))));
          };
      if (match) return true;
    }
    return false;
  }

  private static String ascii(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return IDN.toASCII(bare).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return bare.toLowerCase(Locale.ROOT);
    }
  }
}
