package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.update.FeedCatalog;
import io.breakwater.advisory.update.FeedOutcome;
import io.breakwater.advisory.update.FeedProvider;
import io.breakwater.advisory.update.FeedTrouble;
import io.breakwater.advisory.update.FeedUpdate;
import io.breakwater.advisory.update.UpdateListener;
import io.breakwater.advisory.update.UpdateRequest;
import io.breakwater.advisory.update.UpdateResult;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.Web;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates from a publisher that breaks in every way. */
class UpdateTest {
  @TempDir Path work;
  private BrokenServer server;
  private Instant now = Instant.parse("2026-11-20T08:00:00Z");

  @BeforeEach
  void publish() throws IOException {
    server = new BrokenServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** So many records of a package in npm. */
  private static byte[] osv(String prefix, int count) {
    var out = new StringBuilder("[");
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ",\n")
          .append("{\"schema_version\":\"1.6.0\",\"id\":\"")
          .append(prefix)
          .append(i)
          .append("\",\"modified\":\"2026-01-02T00:00:00Z\",\"affected\":[{\"package\":{")
          .append("\"ecosystem\":\"npm\",\"name\":\"cart\"},\"ranges\":[{\"type\":\"SEMVER\",")
          .append("\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"1.")
          .append(i)
          .append(".0\"}]}]}]}");
    }
    return out.append("]").toString().getBytes(StandardCharsets.UTF_8);
  }

  private FeedProvider feed(String name, String... paths) {
    return feed(name, Optional.empty(), paths);
  }

  private FeedProvider feed(String name, Optional<String> checksum, String... paths) {
    var urls = Stream.of(paths).map(server::url).toList();
    return new FeedProvider(name, urls, Optional.empty(), checksum, "", "", true, 1 << 20);
  }

  private UpdateResult update(Set<String> accept, FeedProvider... feeds) throws IOException {
    var options =
        new OpenOptions(
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Map.of("HOME", work.toString()),
            work,
            io.breakwater.oci.ProgressListener.NONE);
    now = now.plusSeconds(3600);
    try (Web web = Web.of(options, Duration.ofMillis(700), _ -> {})) {
      var update = new FeedUpdate(new WebFeeds(web), () -> now);
      var request =
          new UpdateRequest(
              List.of(feeds),
              Optional.empty(),
              accept,
              work.resolve("feeds"),
              work.resolve("advisories.db"));
      return update.run(request, UpdateListener.NONE);
    }
  }

  private UpdateResult update(FeedProvider... feeds) throws IOException {
    return update(Set.of(), feeds);
  }

  private FeedOutcome only(UpdateResult result) {
    return result.outcomes().getFirst();
  }

  private boolean knows(String id) throws IOException {
    try (AdvisoryDatabase database = AdvisoryDatabase.open(work.resolve("advisories.db"))) {
      database.verify();
      return !database.show(id).isEmpty();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Case(String name, BrokenServer.Way... ways) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> waysThatPass() {
    return List.of(
        new Case("well", BrokenServer::well),
        new Case("500, 503, then well", BrokenServer.status(500), BrokenServer.status(503)),
        new Case("cut, the rest by range", BrokenServer::cut),
        new Case("cut, no ranges", BrokenServer::cut, BrokenServer::withoutRanges),
        new Case("cut, another range", BrokenServer::cut, BrokenServer::wrongRange),
        new Case("cut, then 416", BrokenServer::cut, BrokenServer.status(416)),
        new Case("cut three times", BrokenServer::cut, BrokenServer::cut, BrokenServer::cut),
        new Case("silent in the middle", BrokenServer::stall),
        new Case("gzip for the way", BrokenServer::gzip));
  }

  @ParameterizedTest
  @MethodSource("waysThatPass")
  void whatBreaksOnTheWayIsMended(Case one) throws IOException {
    server.put("osv.json", osv("GHSA-", 40), one.ways());
    UpdateResult result = update(feed("npm", "osv.json"));
    assertThat(result.outcomes()).extracting(FeedOutcome::trouble).containsOnly(Optional.empty());
    assertThat(only(result).state().records()).isEqualTo(40);
    assertThat(knows("GHSA-39")).isTrue();
  }

  static List<Arguments> waysThatFail() {
    BrokenServer.Way notFound = BrokenServer.status(404);
    BrokenServer.Way garbage = (e, c) -> BrokenServer.well(e, new byte[50_000]);
    BrokenServer.Way down = BrokenServer.status(500);
    return List.of(
        Arguments.of("404", FeedTrouble.Kind.STATUS, List.of(notFound)),
        Arguments.of("down", FeedTrouble.Kind.STATUS, List.of(down, down, down, down, down)),
        Arguments.of("garbage", FeedTrouble.Kind.UNREADABLE, List.of(garbage)),
        Arguments.of(
            "never ends",
            FeedTrouble.Kind.TOO_LARGE,
            List.<BrokenServer.Way>of(BrokenServer::endless)),
        Arguments.of(
            "half of it",
            FeedTrouble.Kind.SHRUNK,
            List.<BrokenServer.Way>of((e, c) -> BrokenServer.well(e, osv("GHSA-", 19)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysThatFail")
  void aFeedThatFailsKeepsItsLastGoodState(
      String name, FeedTrouble.Kind kind, List<BrokenServer.Way> ways) throws IOException {
    server.put("a.json", osv("GHSA-", 40));
    server.put("b.json", osv("PYSEC-", 3));
    update(feed("a", "a.json"), feed("b", "b.json"));
    server.put("a.json", osv("GHSA-", 41), ways.toArray(BrokenServer.Way[]::new));
    server.put("b.json", osv("PYSEC-", 4));
    UpdateResult result = update(feed("a", "a.json"), feed("b", "b.json"));
    FeedOutcome failed = only(result);
    assertThat(failed.kind()).isEqualTo(FeedOutcome.Kind.STALE);
    assertThat(failed.trouble().orElseThrow().kind()).isEqualTo(kind);
    Instant since = failed.state().failure().orElseThrow().since();
    assertThat(since).isEqualTo(now);
    assertThat(knows("GHSA-39")).isTrue();
    assertThat(knows("PYSEC-3")).isTrue();

    server.put("a.json", osv("GHSA-", 41), ways.toArray(BrokenServer.Way[]::new));
    FeedOutcome again = only(update(feed("a", "a.json")));
    assertThat(again.state().failure().orElseThrow().since()).isEqualTo(since);
    FeedOutcome better = only(update(feed("a", "a.json")));
    assertThat(better.kind()).isEqualTo(FeedOutcome.Kind.UPDATED);
    assertThat(better.state().failure()).isEmpty();
    assertThat(knows("GHSA-40")).isTrue();
  }

  @Test
  void whatDidNotChangeIsNeitherFetchedNorWrittenAgain() throws IOException {
    server.put("a.json", osv("GHSA-", 5));
    server.put("b.json", osv("PYSEC-", 5));
    assertThat(update(feed("a", "a.json", "b.json")).written()).isTrue();
    byte[] before = Files.readAllBytes(work.resolve("advisories.db"));
    server.requests.clear();
    UpdateResult same = update(feed("a", "a.json", "b.json"));
    assertThat(only(same).kind()).isEqualTo(FeedOutcome.Kind.UNCHANGED);
    assertThat(only(same).state().checked()).contains(now);
    assertThat(same.written()).isFalse();
    assertThat(server.requests)
        .containsExactlyInAnyOrder(
            "/a.json " + BrokenServer.tag(osv("GHSA-", 5)),
            "/b.json " + BrokenServer.tag(osv("PYSEC-", 5)));
    server.put("b.json", osv("PYSEC-", 6));
    assertThat(only(update(feed("a", "a.json", "b.json"))).state().records()).isEqualTo(11);
    assertThat(Files.readAllBytes(work.resolve("advisories.db"))).isNotEqualTo(before);
    assertThat(knows("GHSA-4")).isTrue();
  }

  @Test
  void aDownloadGoesOnInTheNextUpdate() throws IOException {
    BrokenServer.Way cut = BrokenServer::cut;
    BrokenServer.Way gone = BrokenServer.status(503);
    server.put("a.json", osv("GHSA-", 40), cut, gone, gone, gone, gone, gone);
    assertThat(only(update(feed("a", "a.json"))).kind()).isEqualTo(FeedOutcome.Kind.MISSING);
    server.requests.clear();
    server.put("a.json", osv("GHSA-", 40));
    assertThat(only(update(feed("a", "a.json"))).state().records()).isEqualTo(40);
    // What came before the cut may have been lost on the way, but not all of it.
    assertThat(server.requests.getFirst()).containsPattern("bytes=[1-9][0-9]*-");
  }

  @Test
  void aFeedMayShrinkWhenItsUserSaysSo() throws IOException {
    server.put("a.json", osv("GHSA-", 40));
    update(feed("a", "a.json"));
    server.put("a.json", osv("GHSA-", 3));
    assertThat(only(update(feed("a", "a.json"))).isFailed()).isTrue();
    assertThat(only(update(Set.of("a"), feed("a", "a.json"))).state().records()).isEqualTo(3);
    assertThat(knows("GHSA-39")).isFalse();
  }

  @Test
  void aChecksumOfThePublisherIsKept() throws Exception {
    byte[] content = osv("GHSA-", 4);
    var sum =
        java.util.HexFormat.of()
            .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
    server.put("a.json", content);
    server.put("a.json.sha256", (sum + "  a.json\n").getBytes(StandardCharsets.UTF_8));
    var checked = feed("a", Optional.of("{url}.sha256"), "a.json");
    assertThat(only(update(checked)).kind()).isEqualTo(FeedOutcome.Kind.UPDATED);
    server.put("a.json", osv("GHSA-", 5));
    assertThat(only(update(checked)).trouble().orElseThrow().kind())
        .isEqualTo(FeedTrouble.Kind.CHECKSUM);
  }

  @Test
  void aRedirectIsFollowedAndARingIsNot() throws IOException {
    server.put("new.json", osv("GHSA-", 4));
    server.put("old.json", new byte[0], BrokenServer.redirect("/new.json"));
    assertThat(only(update(feed("a", "old.json"))).kind()).isEqualTo(FeedOutcome.Kind.UPDATED);
    var ring = new BrokenServer.Way[20];
    java.util.Arrays.fill(ring, BrokenServer.redirect("/ring.json"));
    server.put("ring.json", new byte[0], ring);
    assertThat(only(update(feed("b", "ring.json"))).trouble().orElseThrow().details())
        .contains("redirects");
  }

  @Test
  void theCommandTellsWhatHappenedAndStatusRemembersIt() throws IOException {
    server.put("a.json", osv("GHSA-", 40));
    Path list = work.resolve("feeds.yaml");
    Files.writeString(
        list,
        "feeds:\n  mine:\n    urls: [\"%s\"]\n  lost:\n    urls: %s\n"
            .formatted(server.url("{a}.json"), server.url("none.json")));
    String[] common = {
      "--db", work.resolve("x.db").toString(), "--feeds", work.resolve("state").toString()
    };
    String[] line = {
      "db", "update", "--feeds-file", list.toString(), "--provider", "mine", "--provider", "lost"
    };
    Run run = Run.bw(with(line, common));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("mine", "40", "updated").contains("failing since", "404");
    assertThat(run.err()).contains("could not be updated");
    assertThat(Run.bw(with(with(line, common), "--strict")).code()).isEqualTo(2);
    Run status = Run.bw(with(new String[] {"db", "status"}, common));
    assertThat(status.out()).contains("mine", "good").contains("lost", "failing since", "404");
    Run none =
        Run.bw(
            with(
                new String[] {"db", "update", "--feeds-file", list.toString()},
                "--provider",
                "lost",
                "--db",
                work.resolve("y.db").toString(),
                "--feeds",
                work.resolve("none").toString()));
    assertThat(none.code()).isEqualTo(1);
    assertThat(Run.bw(with(with(line, common), "--offline")).err()).contains("--offline");
  }

  @Test
  void aFileOfThisMachineNeedsNoNetwork() throws IOException {
    Path file = Files.write(work.resolve("tracker.json"), osv("GHSA-", 7));
    Run run =
        Run.bw(
            "db",
            "update",
            "--offline",
            "--provider",
            "osv",
            "--from",
            file.toString(),
            "--db",
            work.resolve("x.db").toString(),
            "--feeds",
            work.resolve("state").toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("updated");
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aMistakeInTheListOfFeedsIsToldWithItsPlace() throws IOException {
    Path list = work.resolve("feeds.yaml");
    Map<String, String> cases =
        Map.of(
            "feeds:\n  kev:\n    ulrs: https://a.example/\n",
                "line 3, column 5: unknown key ulrs;" + " did you mean urls?",
            "feed:\n  kev: {}\n", "line 1, column 1: unknown key feed; did you mean feeds?",
            "feeds:\n  Kev: {urls: 'https://a.example/'}\n", "line 2, column 3: the name",
            "feeds:\n  kev: {urls: 'ftp://a.example/'}\n", "not an http or https address",
            "feeds:\n  kev:\n    colour: red\n", "known are urls");
    for (Map.Entry<String, String> one : cases.entrySet()) {
      Files.writeString(list, one.getKey());
      Run run = Run.bw("db", "update", "--feeds-file", list.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err().replaceAll("\\s+", " ")).contains(one.getValue());
    }
  }

  @Test
  void everyFeedThatShipsHasALicenceAFormAndSoundAddresses() throws IOException {
    for (FeedProvider provider : FeedCatalog.shipped().providers()) {
      assertThat(provider.form()).as(provider.name()).isNotEmpty();
      assertThat(provider.licence()).as(provider.name()).isNotEmpty();
      assertThat(provider.addresses())
          .allMatch(a -> a.startsWith("https://"))
          .doesNotHaveDuplicates();
    }
  }
}
