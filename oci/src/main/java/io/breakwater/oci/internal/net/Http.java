package io.breakwater.oci.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends single requests: no redirect is followed, nothing is tried again, no credentials are added.
 * May be used by many threads at once.
 */
public final class Http implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(30);
  private static final int PROXY_DENIES = 407;
  private static final String USER_AGENT = "breakwater";
  private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

  /**
   * A request.
   *
   * @param form what is posted as a form; empty for a GET
   * @param upload what is sent otherwise
   */
  public record Request(
      URI uri, Map<String, String> headers, Optional<String> form, Optional<Upload> upload) {
    /** A GET or a form. */
    public Request(URI uri, Map<String, String> headers, Optional<String> form) {
      this(uri, headers, form, Optional.empty());
    }

    /** A GET. */
    public static Request get(URI uri, Map<String, String> headers) {
      return new Request(uri, headers, Optional.empty());
    }

    /** Leaves out what may be a secret. */
    @Override
    public String toString() {
      return (form.isEmpty() ? "GET " : "POST ") + uri.getScheme() + "://" + uri.getRawAuthority();
    }
  }

  /** Another method than GET, with what it sends; may be sent again. */
  public sealed interface Upload {
    /** The method. */
    String method();

    /** Bytes, perhaps none. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never changed
    record Bytes(String method, byte[] content) implements Upload {}

    /** A file. */
    record OfFile(String method, Path file) implements Upload {}
  }

  static {
    // The JDK sends no Basic credentials to a proxy when it tunnels, unless told so before its
    // HTTP client is first used. The user named these credentials for this very proxy.
    if (System.getProperty(TUNNEL_SCHEMES) == null) System.setProperty(TUNNEL_SCHEMES, "");
  }

  private final ProxySettings proxies;
  private final Duration patience;
  private final Map<Trust, HttpClient> clients = new HashMap<>();
  private boolean closed;

  /**
   * @param patience how long to wait for the head of an answer, and for each piece of its body
   */
  public Http(ProxySettings proxies, Duration patience) {
    this.proxies = proxies;
    this.patience = patience;
  }

  /** Sends a request and waits for the head of the answer. */
  public Answer send(Request request, Trust trust) throws IOException {
    return send(request, trust, patience);
  }

  /** The same, not longer than {@code limit}. */
  public Answer send(Request request, Trust trust, Duration limit) throws IOException {
    Optional<ProxySettings.HttpProxy> proxy = proxies.proxyFor(request.uri());
    var builder = HttpRequest.newBuilder(request.uri()).setHeader("User-Agent", USER_AGENT);
    request.headers().forEach(builder::setHeader);
    proxy
        .flatMap(ProxySettings.HttpProxy::authorization)
        .ifPresent(secret -> builder.setHeader("Proxy-Authorization", secret));
    request
        .form()
        .ifPresent(
            form ->
                builder
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
    if (request.upload().isPresent()) {
      Upload upload = request.upload().get();
      builder.method(upload.method(), publisher(upload));
    }
    Duration most = request.upload().isPresent() ? LONGEST_UPLOAD : patience;
    HttpResponse<InputStream> response =
        await(
            client(trust).sendAsync(builder.build(), _ -> new BodyStream(patience)),
            limit.compareTo(most) < 0 ? limit : most);
    if (response.statusCode() == PROXY_DENIES) {
      close(response.body());
      throw new InvalidProxyException("the proxy wants a user name and a password, or others");
    }
    return new Answer(request.uri(), response.statusCode(), response.headers(), response.body());
  }

  private static HttpRequest.BodyPublisher publisher(Upload upload) throws IOException {
    return switch (upload) {
      case Upload.Bytes(_, byte[] content) ->
          content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content);
      case Upload.OfFile(_, Path file) -> BodyPublishers.ofFile(file);
    };
  }

  /** The JDK leaves the body of a proxy's refusal out. */
  private static void close(@Nullable InputStream body) throws IOException {
    if (body != null) body.close();
  }

  // Not HttpRequest.timeout: from JDK 26 on it also ends the reading of a long body.
  private HttpResponse<InputStream> await(
      CompletableFuture<HttpResponse<InputStream>> pending, Duration limit) throws IOException {
    try {
      return pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      pending.cancel(true);
      throw new HttpTimeoutException("no answer in " + limit.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException cause) throw cause;
      throw new IOException(failed.getCause());
    }
  }

  private synchronized HttpClient client(Trust trust) throws IOException {
    if (closed) throw new IOException("the image is closed");
    HttpClient known = clients.get(trust);
    if (known != null) return known;
    HttpClient made =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .proxy(new Selector(proxies))
            .sslContext(trust.context())
            .build();
    clients.put(trust, made);
    return made;
  }

  @Override
  public synchronized void close() {
    closed = true;
    clients.values().forEach(HttpClient::shutdownNow);
    clients.clear();
  }

  /** Tells the JDK's client of our proxies. */
  private static final class Selector extends ProxySelector {
    private final ProxySettings proxies;

    Selector(ProxySettings proxies) {
      this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI target) {
      try {
        return proxies
            .proxyFor(target)
            .map(
                p ->
                    new Proxy(
                        Proxy.Type.HTTP, InetSocketAddress.createUnresolved(p.host(), p.port())))
            .map(List::of)
            .orElse(List.of(Proxy.NO_PROXY));
      } catch (InvalidProxyException unusable) {
        throw new IllegalArgumentException(unusable.getMessage(), unusable);
      }
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException failure) {}
  }
}
