package io.breakwater.oci.internal.registry;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.net.Answer;
import io.breakwater.oci.internal.net.Authorities;
import io.breakwater.oci.internal.net.Http;
import io.breakwater.oci.internal.net.Loopback;
import io.breakwater.oci.internal.net.Retry;
import io.breakwater.oci.internal.settings.RegistryPlaces.Place;
import io.breakwater.oci.internal.settings.RegistryPlaces.Security;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks one registry: finds out whether it speaks TLS, authenticates when it is told to, follows
 * redirects, tries again.
 *
 * <p>Plain HTTP is tried only where the registry is insecure by the user's word or is on this
 * machine, and then only when TLS did not work; an untrusted certificate is no reason for it. The
 * {@code Authorization} header goes to the registry alone, never to where it redirects. A redirect
 * of an insecure registry may lead to plain HTTP and untrusted hosts as well: what comes from there
 * is content that is checked by its digest.
 */
final class RegistryConnection {
  private static final int MOST_REDIRECTS = 10;
  private static final Duration NO_LIMIT = Duration.ofDays(1);

  private final String subject;
  private final Place place;
  private final Http http;
  private final Authorities authorities;
  private final Authenticator authenticator;
  private final Retry retry;
  private final boolean insecure;

  /** Known from the first answer on, or from the start. */
  private volatile Optional<String> scheme;

  RegistryConnection(
      String subject,
      Place place,
      Http http,
      Authorities authorities,
      Authenticator authenticator,
      Retry retry) {
    this.subject = subject;
    this.place = place;
    this.http = http;
    this.authorities = authorities;
    this.authenticator = authenticator;
    this.retry = retry;
    this.insecure = place.security() != Security.TLS;
    this.scheme = place.security() == Security.PLAIN ? Optional.of("http") : Optional.empty();
  }

  /**
   * Sends a GET.
   *
   * @param path the path, from its first slash
   * @return the answer, whatever its status
   * @throws ProblemException when there is none, or nothing that the registry lets in
   */
  Answer get(String path, Map<String, String> headers) throws ProblemException {
    return send(path, headers, Optional.empty());
  }

  /** The same with another method. */
  Answer send(String path, Map<String, String> headers, Optional<Http.Upload> upload)
      throws ProblemException {
    try {
      return retry.run(() -> authorised(path, headers, upload));
    } catch (IOException failure) {
      throw Failures.of(subject, place.host(), failure);
    }
  }

  private Answer authorised(String path, Map<String, String> headers, Optional<Http.Upload> upload)
      throws IOException {
    URI expected = uri(scheme.orElse("https"), path);
    Optional<String> used = authenticator.header(expected);
    Answer answer = inEitherScheme(path, headers, used, upload);
    URI asked = uri(scheme.orElse("https"), path);
    if (answer.status() != 401 || !sameOrigin(asked, answer.uri())) return answer;
    var challenges = Challenge.parse(answer.headers().allValues("WWW-Authenticate"));
    if (challenges.isEmpty()) return answer;
    answer.discard();
    Optional<String> better = authenticator.answer(challenges, used, asked);
    Answer second = followed(asked, headers, better, upload);
    if (second.status() != 401) return second;
    throw authenticator.explained(Failures.of(subject, place.host(), second));
  }

  private Answer inEitherScheme(
      String path,
      Map<String, String> headers,
      Optional<String> authorization,
      Optional<Http.Upload> upload)
      throws IOException {
    if (scheme.isPresent()) {
      return followed(uri(scheme.get(), path), headers, authorization, upload);
    }
    IOException failure;
    boolean plainAllowed = insecure || Loopback.is(place.host());
    try {
      Duration limit = plainAllowed ? Duration.ofSeconds(10) : NO_LIMIT; // some wait for more
      Answer answer = followed(uri("https", path), headers, authorization, limit, upload);
      scheme = Optional.of("https");
      return answer;
    } catch (IOException noTls) {
      if (!plainAllowed || Failures.isUntrusted(noTls) || noTls instanceof ProblemException) {
        throw noTls;
      }
      failure = noTls;
    }
    try {
      Answer answer = followed(uri("http", path), headers, authorization, upload);
      scheme = Optional.of("http");
      return answer;
    } catch (IOException noAnswer) {
      noAnswer.addSuppressed(failure);
      throw noAnswer;
    }
  }

  private Answer followed(
      URI start,
      Map<String, String> headers,
      Optional<String> authorization,
      Optional<Http.Upload> upload)
      throws IOException {
    return followed(start, headers, authorization, NO_LIMIT, upload);
  }

  private Answer followed(
      URI start,
      Map<String, String> headers,
      Optional<String> authorization,
      Duration limit,
      Optional<Http.Upload> upload)
      throws IOException {
    URI uri = start;
    boolean home = true;
    for (int count = 0; count <= MOST_REDIRECTS; count++) {
      var all = new LinkedHashMap<>(headers);
      if (home && authorization.isPresent()) all.put("Authorization", authorization.get());
      Answer answer =
          http.send(
              new Http.Request(uri, all, Optional.empty(), upload),
              authorities.of(uri.getRawAuthority(), insecure),
              limit);
      Optional<String> location = answer.header("Location");
      if (!isRedirect(answer.status()) || location.isEmpty()) return answer;
      answer.discard();
      uri = target(uri, location.get());
      home = home && sameOrigin(start, uri);
    }
    throw failed("more than " + MOST_REDIRECTS + " redirects");
  }

  private URI target(URI from, String location) throws ProblemException {
    URI next;
    try {
      next = from.resolve(new URI(location));
    } catch (URISyntaxException _) {
      throw failed("a redirect to a malformed address");
    }
    boolean secure = "https".equals(next.getScheme());
    if (next.getHost() == null || (!secure && !"http".equals(next.getScheme()))) {
      throw failed("a redirect to a malformed address");
    }
    if (!secure && "https".equals(from.getScheme()) && !insecure) {
      throw failed("a redirect from TLS to plain HTTP");
    }
    return next;
  }

  private ProblemException failed(String what) {
    return ProblemException.of(ProblemCode.REGISTRY_FAILED, subject, place.host(), what);
  }

  private URI uri(String withScheme, String path) {
    return URI.create(withScheme + "://" + place.host() + path);
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equals(b.getScheme())
        && a.getRawAuthority().equalsIgnoreCase(b.getRawAuthority());
  }
}
