package io.breakwater.oci.internal.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} name (upper case
 * first, then lower case), read as Go's programs read them, container tools among them. Loopback
 * addresses are never reached through a proxy.
 */
public final class ProxySettings {
  /**
   * A proxy.
   *
   * @param host its name or address
   * @param port its port
   * @param authorization the value of {@code Proxy-Authorization}, a secret
   */
  public record HttpProxy(String host, int port, Optional<String> authorization) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  private final Map<String, String> environment;
  private final NoProxy exceptions;

  private ProxySettings(Map<String, String> environment) {
    this.environment = environment;
    this.exceptions = NoProxy.parse(variable(environment, "NO_PROXY"));
  }

  /** The settings of an environment. */
  public static ProxySettings of(Map<String, String> environment) {
    return new ProxySettings(environment);
  }

  /**
   * The proxy for a request; empty when it goes straight.
   *
   * @throws InvalidProxyException when the variable does not name a proxy that we can use
   */
  public Optional<HttpProxy> proxyFor(URI target) throws InvalidProxyException {
    boolean secure = "https".equals(target.getScheme());
    String name = secure ? "HTTPS_PROXY" : "HTTP_PROXY";
    String value = variable(environment, name);
    if (value.isEmpty() || target.getHost() == null) return Optional.empty();
    // In a CGI program HTTP_PROXY is a header field of the client (httpoxy).
    if (!secure && environment.containsKey("REQUEST_METHOD")) return Optional.empty();
    int port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
    if (exceptions.covers(target.getHost(), port)) return Optional.empty();
    return Optional.of(parse(name, value));
  }

  private static HttpProxy parse(String name, String value) throws InvalidProxyException {
    URI uri;
    try {
      uri = new URI(value.contains("://") ? value : "http://" + value);
    } catch (URISyntaxException malformed) {
      throw new InvalidProxyException(name + " is not the address of a proxy"); // may hold a secret
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http")) {
      throw new InvalidProxyException(
          name + " names a proxy of the kind " + scheme + ", only http is supported");
    }
    if (uri.getHost() == null) throw new InvalidProxyException(name + " names no host");
    return new HttpProxy(
        uri.getHost(),
        uri.getPort() >= 0 ? uri.getPort() : 80,
        Optional.ofNullable(uri.getRawUserInfo()).map(ProxySettings::basic));
  }

  private static String basic(String rawUserInfo) {
    int colon = rawUserInfo.indexOf(':');
    String user = colon < 0 ? rawUserInfo : rawUserInfo.substring(0, colon);
    String password = colon < 0 ? "" : rawUserInfo.substring(colon + 1);
    String pair = decode(user) + ":" + decode(password);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String text) {
    // URLDecoder reads + as a space, which it is not in this part of an address.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String variable(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name, "");
    return upper.isEmpty()
        ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip()
        : upper.strip();
  }
}
