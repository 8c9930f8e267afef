package io.breakwater.oci;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.net.Answer;
import io.breakwater.oci.internal.net.Authorities;
import io.breakwater.oci.internal.net.Http;
import io.breakwater.oci.internal.net.ProxySettings;
import io.breakwater.oci.internal.net.Retry;
import io.breakwater.oci.internal.registry.Failures;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Plain GETs with the proxies and authorities that registries are reached by. Redirects are
 * followed, never from TLS to plain HTTP; what may pass is tried again. For many threads.
 */
public final class Web implements Closeable {
  private static final int MOST_REDIRECTS = 10;

  private final Http http;
  private final Authorities authorities;
  private final boolean insecure;
  private final boolean offline;
  private final Retry retry;

  /** Waits. */
  public interface Sleeper {
    /** Waits so long. */
    void sleep(Duration pause) throws InterruptedException;
  }

  private Web(OpenOptions options, Duration patience, Sleeper sleeper) {
    var surroundings = Surroundings.of(options.environment());
    this.http = new Http(ProxySettings.of(options.environment()), patience);
    this.authorities =
        new Authorities(surroundings.environment(), surroundings.root(), options.caFile());
    this.insecure = options.insecure();
    this.offline = options.offline();
    this.retry = new Retry(sleeper::sleep, RandomGenerator.getDefault(), InstantSource.system());
  }

  /** As the user's options say. */
  public static Web of(OpenOptions options) {
    return of(options, Duration.ofSeconds(60), Thread::sleep);
  }

  /**
   * The same with another patience.
   *
   * @param patience how long a server may stay silent
   */
  public static Web of(OpenOptions options, Duration patience, Sleeper sleeper) {
    return new Web(options, patience, sleeper);
  }

  /** An answer whose body is not read yet. */
  public record Response(int status, Map<String, String> headers, InputStream body)
      implements Closeable {
    /** The first value of a header field, its name in any case. */
    public Optional<String> header(String name) {
      for (Map.Entry<String, String> field : headers.entrySet()) {
        if (field.getKey().equalsIgnoreCase(name)) return Optional.of(field.getValue());
      }
      return Optional.empty();
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /**
   * Sends a GET.
   *
   * @return the answer, whatever its status
   * @throws ProblemException when there is none, or the network is forbidden
   */
  public Response get(URI uri, Map<String, String> headers) throws IOException {
    if (offline) throw ProblemException.of(ProblemCode.NETWORK_FORBIDDEN, uri.toString());
    try {
      Answer answer = retry.run(() -> followed(uri, headers));
      var fields = new LinkedHashMap<String, String>();
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!values.isEmpty()) fields.put(name, values.getFirst());
              });
      return new Response(answer.status(), fields, answer.body());
    } catch (IOException failure) {
      throw Failures.of(uri.toString(), String.valueOf(uri.getRawAuthority()), failure);
    }
  }

  private Answer followed(URI start, Map<String, String> headers) throws IOException {
    URI uri = start;
    for (int count = 0; count <= MOST_REDIRECTS; count++) {
      String host = String.valueOf(uri.getRawAuthority());
      Answer answer = http.send(Http.Request.get(uri, headers), authorities.of(host, insecure));
      Optional<String> location = answer.header("Location");
      boolean redirect =
          switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
          };
      if (!redirect || location.isEmpty()) return answer;
      answer.discard();
      uri = target(uri, location.get());
    }
    throw failed(start, "more than " + MOST_REDIRECTS + " redirects");
  }

  private URI target(URI from, String location) throws ProblemException {
    URI next;
    try {
      next = from.resolve(new URI(location));
    } catch (URISyntaxException malformed) {
      throw failed(from, "a redirect to a malformed address");
    }
    boolean secure = "https".equals(next.getScheme());
    if (next.getHost() == null || (!secure && !"http".equals(next.getScheme()))) {
      throw failed(from, "a redirect to a malformed address");
    }
    if (!secure && "https".equals(from.getScheme()) && !insecure) {
      throw failed(from, "a redirect from TLS to plain HTTP");
    }
    return next;
  }

  private static ProblemException failed(URI uri, String what) {
    return ProblemException.of(
        ProblemCode.REGISTRY_FAILED, uri.toString(), String.valueOf(uri.getRawAuthority()), what);
  }

  /**
   * Waits before a body that broke is asked for again.
   *
   * @param failures how often it broke
   * @return false when that was often enough
   */
  public boolean pause(int failures) throws InterruptedIOException {
    Optional<Duration> pause = retry.pause(failures, Optional.empty());
    if (pause.isEmpty()) return false;
    retry.sleep(pause.get());
    return true;
  }

  @Override
  public void close() {
    http.close();
  }
}
