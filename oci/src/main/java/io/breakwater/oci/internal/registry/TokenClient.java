package io.breakwater.oci.internal.registry;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.net.Answer;
import io.breakwater.oci.internal.net.Authorities;
import io.breakwater.oci.internal.net.Http;
import io.breakwater.oci.internal.net.Retry;
import io.breakwater.oci.internal.settings.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gets access tokens from the token server that a registry names: by GET, with a name and a
 * password where there are some, or by OAuth2 with an identity token.
 */
final class TokenClient {
  private static final int LARGEST_ANSWER = 1 << 20;
  private static final int LONGEST_TOKEN = 64 << 10;
  private static final long DEFAULT_LIFE = 60;
  private static final long LONGEST_LIFE = 7L * 24 * 3600;
  private static final long MARGIN = 10;
  private static final String CLIENT = "breakwater";

  private final String subject;
  private final Http http;
  private final Authorities authorities;
  private final boolean insecure;
  private final Retry retry;
  private final InstantSource clock;

  TokenClient(
      String subject,
      Http http,
      Authorities authorities,
      boolean insecure,
      Retry retry,
      InstantSource clock) {
    this.subject = subject;
    this.http = http;
    this.authorities = authorities;
    this.insecure = insecure;
    this.retry = retry;
    this.clock = clock;
  }

  /** An access token and until when to use it. */
  record Token(String secret, Instant expiry) {
    @Override
    public String toString() {
      return "Token[***]";
    }
  }

  /**
   * Gets a token.
   *
   * @param asked the address that the registry refused
   * @throws ProblemException when the token server refuses or makes no sense
   */
  Token fetch(
      Challenge challenge, String defaultScope, Optional<Credentials> credentials, URI asked)
      throws IOException {
    URI realm = realm(challenge.parameter("realm"), asked, credentials.isPresent());
    String scope = challenge.parameter("scope");
    var parameters = new ArrayList<String>();
    add(parameters, "service", challenge.parameter("service"));
    Http.Request request =
        switch (credentials.orElse(null)) {
          case Credentials.IdentityToken(String refresh) -> {
            add(parameters, "grant_type", "refresh_token");
            add(parameters, "client_id", CLIENT);
            add(parameters, "scope", scope.isEmpty() ? defaultScope : scope);
            add(parameters, "refresh_token", refresh);
            yield new Http.Request(realm, Map.of(), Optional.of(String.join("&", parameters)));
          }
          case Credentials.Basic basic -> {
            addScopes(parameters, scope.isEmpty() ? defaultScope : scope);
            add(parameters, "account", basic.user());
            yield Http.Request.get(
                with(realm, parameters), Map.of("Authorization", basic.header()));
          }
          case null -> {
            addScopes(parameters, scope.isEmpty() ? defaultScope : scope);
            yield Http.Request.get(with(realm, parameters), Map.of());
          }
        };
    String server = realm.getRawAuthority();
    Answer answer;
    try {
      answer = retry.run(() -> http.send(request, authorities.of(server, insecure)));
    } catch (IOException failure) {
      throw Failures.of(subject, server, failure);
    }
    if (answer.status() != 200) throw Failures.of(subject, server, answer);
    try (answer) {
      return token(server, answer);
    }
  }

  private Token token(String server, Answer answer) throws IOException {
    Json.Obj document;
    try {
      document = Json.parseObject(answer.bytes(LARGEST_ANSWER).orElse(new byte[0]));
    } catch (InvalidJsonException _) { // its message may quote the token
      throw failed(server, "a token document that is not JSON");
    }
    String secret = document.text("token");
    if (secret.isEmpty()) secret = document.text("access_token");
    if (!isToken(secret)) throw failed(server, "a token document without a usable token");
    long life = document.number("expires_in").orElse(DEFAULT_LIFE);
    // From now, not from issued_at: the clocks of both sides may differ.
    long use = Math.clamp(life, MARGIN, LONGEST_LIFE) - MARGIN;
    return new Token(secret, clock.instant().plusSeconds(Math.max(use, 1)));
  }

  private URI realm(String text, URI asked, boolean secrets) throws ProblemException {
    URI realm;
    try {
      realm = asked.resolve(new URI(text));
    } catch (URISyntaxException _) {
      throw failed(asked.getRawAuthority(), "a token server whose address is malformed");
    }
    boolean secure = "https".equals(realm.getScheme());
    if (realm.getHost() == null || (!secure && !"http".equals(realm.getScheme()))) {
      throw failed(asked.getRawAuthority(), "a token server whose address is malformed");
    }
    if (secrets && !secure && "https".equals(asked.getScheme()) && !insecure) {
      throw failed(
          asked.getRawAuthority(), "a token server without TLS, which would expose the password");
    }
    return realm;
  }

  private ProblemException failed(String server, String what) {
    return ProblemException.of(ProblemCode.REGISTRY_FAILED, subject, server, what);
  }

  private static URI with(URI realm, List<String> parameters) {
    String query = realm.getRawQuery();
    String whole = (query == null ? "" : query + "&") + String.join("&", parameters);
    String text = realm.toString();
    int cut = text.indexOf('#');
    if (cut >= 0) text = text.substring(0, cut);
    int mark = text.indexOf('?');
    if (mark >= 0) text = text.substring(0, mark);
    return URI.create(text + "?" + whole);
  }

  private static void addScopes(List<String> parameters, String scopes) {
    for (String scope : scopes.split(" ", 100)) {
      if (!scope.isEmpty()) add(parameters, "scope", scope);
    }
  }

  private static void add(List<String> parameters, String name, String value) {
    if (value.isEmpty()) return;
    parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static boolean isToken(String secret) {
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      if (c <= ' ' || c > '~') return false;
    }
    return !secret.isEmpty() && secret.length() <= LONGEST_TOKEN;
  }
}
