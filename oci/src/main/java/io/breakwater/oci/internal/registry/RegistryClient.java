package io.breakwater.oci.internal.registry;

import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.internal.net.Authorities;
import io.breakwater.oci.internal.net.Http;
import io.breakwater.oci.internal.net.ProxySettings;
import io.breakwater.oci.internal.net.Retry;
import io.breakwater.oci.internal.settings.CredentialFinder;
import io.breakwater.oci.internal.settings.RegistryPlaces.Place;
import io.breakwater.oci.internal.settings.RegistryPlaces.Security;
import io.breakwater.oci.internal.settings.Surroundings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Connections to registries, for one image. Close it when the image is closed. */
public final class RegistryClient implements AutoCloseable {
  private final Http http;
  private final Authorities authorities;
  private final CredentialFinder credentials;
  private final boolean insecure;
  private final Retry retry;
  private final InstantSource clock;

  /**
   * @param insecure whether the user allows plain HTTP and untrusted certificates
   * @param patience how long a registry may stay silent
   */
  RegistryClient(
      Surroundings surroundings,
      Authorities authorities,
      boolean insecure,
      Duration patience,
      Retry retry,
      InstantSource clock) {
    this.http = new Http(ProxySettings.of(surroundings.environment()), patience);
    this.authorities = authorities;
    this.credentials = new CredentialFinder(surroundings);
    this.insecure = insecure;
    this.retry = retry;
    this.clock = clock;
  }

  /** A client as the user's options say. */
  public static RegistryClient of(OpenOptions options, Surroundings surroundings) {
    InstantSource clock = InstantSource.system();
    return new RegistryClient(
        surroundings,
        new Authorities(surroundings.environment(), surroundings.root(), options.caFile()),
        options.insecure(),
        Duration.ofSeconds(60),
        new Retry(Thread::sleep, RandomGenerator.getDefault(), clock),
        clock);
  }

  /**
   * A repository. Nothing is asked yet.
   *
   * @param subject the image as the user named it, for messages
   */
  public RegistryRepository repository(String subject, Place named) {
    Place place = insecure ? named.insecurely() : named;
    var tokens =
        new TokenClient(subject, http, authorities, place.security() != Security.TLS, retry, clock);
    var authenticator =
        new Authenticator(
            subject,
            place.host(),
            place.repository(),
            () -> credentials.find(place.account(), place.repository()),
            tokens,
            clock);
    var connection =
        new RegistryConnection(subject, place, http, authorities, authenticator, retry);
    return new RegistryRepository(subject, place.host(), place.repository(), connection, retry);
  }

  @Override
  public void close() {
    http.close();
  }
}
