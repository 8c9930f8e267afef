package io.breakwater.oci.internal.registry;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.settings.CredentialLookup;
import io.breakwater.oci.internal.settings.Credentials;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows how to be let in to one repository: answers the registry's challenges with the user's
 * credentials, keeps the token while it is good. Credentials are looked up when the registry first
 * asks. May be used by many threads; one of them gets the new token, the others wait for it.
 */
final class Authenticator {
  private final String subject;
  private final String host;
  private final String repository;
  private final Supplier<CredentialLookup> finder;
  private final TokenClient tokens;
  private final InstantSource clock;

  private @Nullable CredentialLookup lookup;
  private @Nullable Challenge bearer;
  private Instant expiry = Instant.MAX;
  private Optional<String> header = Optional.empty();

  Authenticator(
      String subject,
      String host,
      String repository,
      Supplier<CredentialLookup> finder,
      TokenClient tokens,
      InstantSource clock) {
    this.subject = subject;
    this.host = host;
    this.repository = repository;
    this.finder = finder;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The {@code Authorization} to send; empty as long as the registry asked for none. */
  synchronized Optional<String> header(URI asked) throws IOException {
    if (bearer != null && !clock.instant().isBefore(expiry)) fetch(bearer, asked);
    return header;
  }

  /**
   * Answers a refusal.
   *
   * @param challenges of the refusal
   * @param used what was sent with the refused request
   * @param asked the refused address
   * @return what to send instead
   * @throws ProblemException when there is nothing else to send
   */
  synchronized Optional<String> answer(List<Challenge> challenges, Optional<String> used, URI asked)
      throws IOException {
    if (!header.equals(used)) return header; // another thread was faster
    for (Challenge challenge : challenges) {
      if (challenge.scheme().equals("bearer") && !challenge.parameter("realm").isEmpty()) {
        bearer = challenge;
        fetch(challenge, asked);
        return header;
      }
    }
    for (Challenge challenge : challenges) {
      if (!challenge.scheme().equals("basic")) continue;
      if (!(credentials().orElse(null) instanceof Credentials.Basic basic)) {
        throw denied("it asks for a user name and a password");
      }
      if (used.isPresent()) throw denied("user name or password are wrong");
      header = Optional.of(basic.header());
      return header;
    }
    throw denied("it asks for credentials in a way that is not supported");
  }

  private void fetch(Challenge challenge, URI asked) throws IOException {
    Optional<Credentials> credentials = credentials();
    TokenClient.Token token;
    try {
      token = tokens.fetch(challenge, defaultScope(), credentials, asked);
    } catch (ProblemException refused) {
      if (refused.problem().code() == ProblemCode.REGISTRY_DENIED) throw explained(refused);
      throw refused;
    }
    header = Optional.of("Bearer " + token.secret());
    expiry = token.expiry();
  }

  private String defaultScope() {
    return "repository:" + repository + ":pull";
  }

  private Optional<Credentials> credentials() {
    if (lookup == null) lookup = finder.get();
    return lookup instanceof CredentialLookup.Found(Credentials found)
        ? Optional.of(found)
        : Optional.empty();
  }

  private ProblemException denied(String reason) {
    return explained(ProblemException.of(ProblemCode.REGISTRY_DENIED, subject, host, reason));
  }

  /** Where credentials could not be read, that is the reason to tell. */
  ProblemException explained(ProblemException denied) {
    CredentialLookup known = lookup;
    return known instanceof CredentialLookup.Unusable(String source, String reason)
        ? ProblemException.of(ProblemCode.CREDENTIALS_UNREADABLE, subject, source, reason)
        : denied;
  }
}
