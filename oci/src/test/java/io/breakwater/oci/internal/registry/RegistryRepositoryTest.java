package io.breakwater.oci.internal.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.Digest;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.net.Authorities;
import io.breakwater.oci.internal.net.Retry;
import io.breakwater.oci.internal.settings.RegistryPlaces.Place;
import io.breakwater.oci.internal.settings.RegistryPlaces.Security;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a server that misbehaves as servers and networks do. */
class RegistryRepositoryTest {
  private static final byte[] MANIFEST = "{\"schemaVersion\":2}".getBytes(UTF_8);
  private static final Digest MANIFEST_DIGEST = Hashes.of("sha256", MANIFEST).orElseThrow();
  private static final byte[] BLOB = new byte[300_000];
  private static final Digest BLOB_DIGEST;

  static {
    new Random(7).nextBytes(BLOB);
    BLOB_DIGEST = Hashes.of("sha256", BLOB).orElseThrow();
  }

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open) one.close();
  }

  private FaultyServer serve(FaultyServer.Handler handler) throws IOException {
    FaultyServer server = FaultyServer.start(handler);
    open.add(server);
    return server;
  }

  private RegistryRepository connect(String host, Duration patience) {
    environment.put("HOME", home.toString());
    var surroundings = new Surroundings(environment, home);
    var client =
        new RegistryClient(
            surroundings,
            new Authorities(environment, home, Optional.empty()),
            false,
            patience,
            new Retry(pauses::add, new Random(1), now::get),
            now::get);
    open.add(client);
    return client.repository("shop/cart:1", new Place(host, host, "shop/cart", Security.PLAIN));
  }

  private RegistryRepository connect(FaultyServer server) {
    return connect(server.host(), Duration.ofSeconds(20));
  }

  private void login(String host, String entry) throws IOException {
    Path file = home.resolve(".docker/config.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"auths\":{\"" + host + "\":" + entry + "}}");
  }

  private static String basic(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static void assertProblem(ProblemCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static byte[] readBlob(RegistryRepository repository) throws IOException {
    try (InputStream in = repository.blob(BLOB_DIGEST, BLOB.length)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aManifestOfATagHasTheDigestOfItsBytes() throws Exception {
    FaultyServer server =
        serve(
            x ->
                x.with("Content-Type", "application/vnd.oci.image.manifest.v1+json; charset=utf-8")
                    .answer(200, MANIFEST));
    RegistryRepository.Manifest manifest = connect(server).manifest("1").orElseThrow();
    assertThat(manifest.digest()).isEqualTo(MANIFEST_DIGEST);
    assertThat(manifest.mediaType()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
    assertThat(server.seen().getFirst().path()).isEqualTo("/v2/shop/cart/manifests/1");
  }

  @Test
  void aMissingManifestIsNoProblemYet() throws Exception {
    FaultyServer server = serve(x -> x.answer(404, "{\"errors\":[{\"code\":\"NAME_UNKNOWN\"}]}"));
    assertThat(connect(server).manifest("1")).isEmpty();
  }

  @Test
  void aManifestThatIsNotWhatItsDigestPromisesIsRefused() throws Exception {
    FaultyServer server = serve(x -> x.answer(200, "{\"schemaVersion\":3}"));
    assertProblem(
        ProblemCode.DIGEST_MISMATCH, () -> connect(server).manifest(MANIFEST_DIGEST.toString()));
  }

  @Test
  void aManifestThatContradictsItsHeaderIsRefused() throws Exception {
    FaultyServer server =
        serve(x -> x.with("Docker-Content-Digest", BLOB_DIGEST.toString()).answer(200, MANIFEST));
    assertProblem(ProblemCode.DIGEST_MISMATCH, () -> connect(server).manifest("1"));
  }

  @Test
  void anEndlessManifestIsRefused() throws Exception {
    FaultyServer server =
        serve(
            x -> {
              x.raw().sendResponseHeaders(200, 0);
              byte[] zeros = new byte[1 << 16];
              for (int i = 0; i < 200; i++) x.raw().getResponseBody().write(zeros);
            });
    assertProblem(ProblemCode.LIMIT_EXCEEDED, () -> connect(server).manifest("1"));
  }

  @Test
  void anOverloadedRegistryIsAskedAgainAfterGrowingPauses() throws Exception {
    var count = new AtomicInteger();
    FaultyServer server =
        serve(
            x -> {
              if (count.incrementAndGet() < 5) x.answer(503, "");
              else x.answer(200, MANIFEST);
            });
    assertThat(connect(server).manifest("1")).isPresent();
    assertThat(pauses).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(pauses.get(i))
          .isBetween(Duration.ofMillis(200L << i), Duration.ofMillis(400L << i));
    }
  }

  @Test
  void aRegistryThatSaysHowLongToWaitIsObeyed() throws Exception {
    var count = new AtomicInteger();
    now.set(Instant.parse("2026-03-01T12:00:00Z"));
    FaultyServer server =
        serve(
            x -> {
              switch (count.incrementAndGet()) {
                case 1 -> x.with("Retry-After", "7").answer(429, "");
                case 2 -> x.with("Retry-After", "Sun, 1 Mar 2026 12:00:20 GMT").answer(429, "");
                default -> x.answer(200, MANIFEST);
              }
            });
    assertThat(connect(server).manifest("1")).isPresent();
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(20));
  }

  @Test
  void aPauseOfAnHourIsAFailure() throws Exception {
    FaultyServer server = serve(x -> x.with("Retry-After", "3600").answer(429, ""));
    assertProblem(ProblemCode.REGISTRY_FAILED, () -> connect(server).manifest("1"));
    assertThat(pauses).isEmpty();
  }

  @Test
  void aRegistryThatStaysOverloadedFails() throws Exception {
    FaultyServer server =
        serve(
            x ->
                x.answer(
                    500, "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"disk\\u001b[2J\"}]}"));
    assertThatThrownBy(() -> connect(server).manifest("1"))
        .hasMessageContaining("500 UNKNOWN: disk [2J");
    assertThat(server.seen()).hasSize(5);
  }

  @Test
  void aRegistryThatIsNotThereIsUnreachable() throws Exception {
    FaultyServer server = serve(x -> x.answer(200, MANIFEST));
    String host = server.host();
    server.close();
    RegistryRepository repository = connect(host, Duration.ofSeconds(5));
    assertProblem(ProblemCode.REGISTRY_UNREACHABLE, () -> repository.manifest("1"));
    assertThat(pauses).hasSize(2);
  }

  @Test
  void aSilentRegistryIsGivenUp() throws Exception {
    FaultyServer server =
        serve(
            x -> {
              x.raw().sendResponseHeaders(200, 1000);
              x.raw().getResponseBody().flush();
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    RegistryRepository repository = connect(server.host(), Duration.ofMillis(300));
    assertProblem(ProblemCode.REGISTRY_UNREACHABLE, () -> repository.manifest("1"));
  }

  @Test
  void aBrokenBlobGoesOnFromWhereItWas() throws Exception {
    FaultyServer server =
        serve(
            x -> {
              int from =
                  x.header("Range")
                      .map(r -> Integer.parseInt(r.substring("bytes=".length(), r.length() - 1)))
                      .orElse(0);
              if (from > 0) x.with("Content-Range", "bytes " + from + "-299999/300000");
              x.breakAfter(from > 0 ? 206 : 200, BLOB, from, Math.min(100_000, BLOB.length - from));
            });
    assertThat(readBlob(connect(server))).isEqualTo(BLOB);
    assertThat(server.seen().getFirst().range()).isEmpty();
    assertThat(server.seen().subList(1, server.seen().size())).allMatch(s -> s.range().isPresent());
  }

  @Test
  void aBrokenBlobOfAServerWithoutRangesStartsAgain() throws Exception {
    var count = new AtomicInteger();
    FaultyServer server =
        serve(
            x -> {
              if (count.incrementAndGet() < 3) x.breakAfter(200, BLOB, 0, 100_000);
              else x.answer(200, BLOB);
            });
    assertThat(readBlob(connect(server))).isEqualTo(BLOB);
  }

  @Test
  void anAnswerWithAnotherRangeIsNotUsed() throws Exception {
    FaultyServer server =
        serve(
            x -> {
              if (x.header("Range").isPresent()) {
                x.with("Content-Range", "bytes 5-299999/300000").answer(206, new byte[299_995]);
              } else {
                x.breakAfter(200, BLOB, 0, 200_000);
              }
            });
    assertProblem(ProblemCode.REGISTRY_UNREACHABLE, () -> readBlob(connect(server)));
  }

  @Test
  void aBlobThatNeverEndsWholeFails() throws Exception {
    FaultyServer server = serve(x -> x.breakAfter(200, BLOB, 0, 1000));
    assertProblem(ProblemCode.REGISTRY_UNREACHABLE, () -> readBlob(connect(server)));
    assertThat(server.seen().size()).isLessThan(20);
  }

  @Test
  void aBlobThatIsLongerThanPromisedIsRefused() throws Exception {
    FaultyServer server = serve(x -> x.answer(200, BLOB));
    assertProblem(
        ProblemCode.ARCHIVE_MALFORMED,
        () -> connect(server).blob(BLOB_DIGEST, 1000).readAllBytes());
  }

  @Test
  void aSmallBlobIsChecked() throws Exception {
    FaultyServer server = serve(x -> x.answer(200, "something else"));
    assertProblem(
        ProblemCode.DIGEST_MISMATCH, () -> connect(server).smallBlob(BLOB_DIGEST, 1 << 20));
  }

  @Test
  void theBasicPasswordGoesToTheRegistryOnlyAfterItAsked() throws Exception {
    FaultyServer server =
        serve(
            x -> {
              if (x.header("Authorization").isPresent()) x.answer(200, MANIFEST);
              else x.with("WWW-Authenticate", "Basic realm=\"r\"").answer(401, "");
            });
    login(server.host(), "{\"auth\":\"" + basic("ann:s3cret:x") + "\"}");
    assertThat(connect(server).manifest("1")).isPresent();
    assertThat(server.seen())
        .extracting(FaultyServer.Seen::authorization)
        .containsExactly(Optional.empty(), Optional.of("Basic " + basic("ann:s3cret:x")));
  }

  @Test
  void authorizationDoesNotFollowARedirectToAnotherHost() throws Exception {
    FaultyServer storage = serve(x -> x.answer(200, BLOB));
    FaultyServer server =
        serve(
            x -> {
              if (x.header("Authorization").isEmpty()) {
                x.with("WWW-Authenticate", "Basic realm=\"r\"").answer(401, "");
              } else if (x.path().startsWith("/v2/shop/cart/blobs")) {
                x.with("Location", "/moved").answer(307, "");
              } else {
                x.with("Location", "http://" + storage.otherHost() + "/b?sig=1").answer(307, "");
              }
            });
    login(server.host(), "{\"auth\":\"" + basic("ann:s3cret") + "\"}");
    assertThat(readBlob(connect(server))).isEqualTo(BLOB);
    assertThat(server.seen().getLast().path()).isEqualTo("/moved");
    assertThat(server.seen().getLast().authorization()).isPresent();
    assertThat(storage.seen())
        .containsExactly(new FaultyServer.Seen("/b", "sig=1", Optional.empty(), Optional.empty()));
  }

  @Test
  void redirectsInACircleEnd() throws Exception {
    FaultyServer server = serve(x -> x.with("Location", x.path()).answer(302, ""));
    assertProblem(ProblemCode.REGISTRY_FAILED, () -> connect(server).manifest("1"));
    assertThat(server.seen().size()).isLessThan(20);
  }

  @Test
  void aTokenIsFetchedOncePerRepositoryAndRenewedWhenItExpires() throws Exception {
    var issued = new AtomicInteger();
    FaultyServer server = serve(x -> tokenServer(x, issued));
    RegistryRepository repository = connect(server);
    assertThat(repository.manifest("1")).isPresent();
    assertThat(repository.manifest("2")).isPresent();
    assertThat(issued).hasValue(1);
    FaultyServer.Seen asked =
        server.seen().stream().filter(s -> s.path().equals("/token")).findFirst().orElseThrow();
    assertThat(asked.query()).isEqualTo("service=reg&scope=repository:shop/cart:pull");
    assertThat(asked.authorization()).isEmpty();
    now.set(now.get().plusSeconds(3600));
    assertThat(repository.manifest("3")).isPresent();
    assertThat(issued).hasValue(2);
  }

  private static void tokenServer(FaultyServer.Exchange x, AtomicInteger issued)
      throws IOException {
    if (x.path().equals("/token")) {
      x.answer(200, "{\"token\":\"t" + issued.incrementAndGet() + "\",\"expires_in\":300}");
    } else if (x.header("Authorization").equals(Optional.of("Bearer t" + issued.get()))) {
      x.answer(200, MANIFEST);
    } else {
      x.with(
              "WWW-Authenticate",
              "Bearer realm=\"http://"
                  + x.header("Host").orElseThrow()
                  + "/token\",service=\"reg\"")
          .answer(401, "");
    }
  }

  @Test
  void aTokenThatTheRegistryForgotIsRenewed() throws Exception {
    var issued = new AtomicInteger();
    FaultyServer server = serve(x -> tokenServer(x, issued));
    RegistryRepository repository = connect(server);
    assertThat(repository.manifest("1")).isPresent();
    issued.incrementAndGet();
    assertThat(repository.manifest("2")).isPresent();
    assertThat(issued).hasValue(3);
  }

  @Test
  void theTokenServerGetsThePassword() throws Exception {
    var issued = new AtomicInteger();
    FaultyServer server = serve(x -> tokenServer(x, issued));
    login(server.host() + "/shop", "{\"auth\":\"" + basic("ann:pw") + "\"}");
    assertThat(connect(server).manifest("1")).isPresent();
    FaultyServer.Seen asked =
        server.seen().stream().filter(s -> s.path().equals("/token")).findFirst().orElseThrow();
    assertThat(asked.authorization()).contains("Basic " + basic("ann:pw"));
    assertThat(asked.query()).endsWith("&account=ann");
  }

  @Test
  void anIdentityTokenIsPostedToTheTokenServer() throws Exception {
    var posted = new AtomicReference<>("");
    FaultyServer server =
        serve(
            x -> {
              if (x.path().equals("/token")) {
                posted.set(new String(x.raw().getRequestBody().readAllBytes(), UTF_8));
                x.answer(200, "{\"access_token\":\"tok\"}");
              } else if (x.header("Authorization").equals(Optional.of("Bearer tok"))) {
                x.answer(200, MANIFEST);
              } else {
                x.with("WWW-Authenticate", "Bearer realm=\"/token\",scope=\"repository:x:pull\"")
                    .answer(401, "");
              }
            });
    login(server.host(), "{\"identitytoken\":\"refresh+me\"}");
    assertThat(connect(server).manifest("1")).isPresent();
    assertThat(posted.get())
        .isEqualTo(
            "grant_type=refresh_token&client_id=breakwater&scope=repository%3Ax%3Apull"
                + "&refresh_token=refresh%2Bme");
  }

  @Test
  void aRefusalNamesNoSecret() throws Exception {
    FaultyServer server =
        serve(
            x -> {
              if (x.path().equals("/token")) {
                x.answer(401, "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"bad login\"}]}");
              } else {
                x.with("WWW-Authenticate", "Bearer realm=\"/token\"").answer(401, "");
              }
            });
    login(server.host(), "{\"auth\":\"" + basic("ann:t0psecret") + "\"}");
    assertThatThrownBy(() -> connect(server).manifest("1"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.REGISTRY_DENIED);
              var all = new java.io.StringWriter();
              e.printStackTrace(new java.io.PrintWriter(all));
              assertThat(all.toString())
                  .contains("DENIED: bad login")
                  .doesNotContain("t0psecret")
                  .doesNotContain(basic("ann:t0psecret"));
            });
  }

  @Test
  void aWrongPasswordIsSentOnce() throws Exception {
    FaultyServer server =
        serve(x -> x.with("WWW-Authenticate", "Basic realm=\"r\"").answer(401, ""));
    login(server.host(), "{\"auth\":\"" + basic("ann:wrong") + "\"}");
    assertProblem(ProblemCode.REGISTRY_DENIED, () -> connect(server).manifest("1"));
    assertThat(server.seen()).hasSize(2);
  }

  @Test
  void whoHasNoPasswordIsToldSo() throws Exception {
    FaultyServer server =
        serve(x -> x.with("WWW-Authenticate", "Basic realm=\"r\"").answer(401, ""));
    assertThatThrownBy(() -> connect(server).manifest("1"))
        .hasMessageContaining("it asks for a user name and a password");
  }

  @Test
  void brokenCredentialsAreTheReasonForARefusal() throws Exception {
    FaultyServer server =
        serve(x -> x.with("WWW-Authenticate", "Basic realm=\"r\"").answer(401, ""));
    login(server.host(), "{\"auth\":\"%%%\"}");
    assertProblem(ProblemCode.CREDENTIALS_UNREADABLE, () -> connect(server).manifest("1"));
  }

  @Test
  void aTokenThatWouldBreakAHeaderIsRefused() throws Exception {
    FaultyServer server =
        serve(
            x -> {
              if (x.path().equals("/token")) x.answer(200, "{\"token\":\"a\\r\\nX: y\"}");
              else x.with("WWW-Authenticate", "Bearer realm=\"/token\"").answer(401, "");
            });
    assertProblem(ProblemCode.REGISTRY_FAILED, () -> connect(server).manifest("1"));
  }
}
