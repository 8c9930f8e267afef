package io.breakwater.advisory.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.DatabaseImport;
import io.breakwater.advisory.ImportListener;
import io.breakwater.testing.TinyFeeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update that ends between two steps leaves everything as it was, or as it shall be. */
class KilledUpdateTest {
  @TempDir Path work;
  private final Map<String, String> published = new ConcurrentHashMap<>();

  /** Answers from memory. */
  private final FeedWeb web =
      new FeedWeb() {
        @Override
        public Answer get(URI uri, Map<String, String> headers) {
          byte[] bytes = published.getOrDefault(uri.getPath(), "").getBytes(StandardCharsets.UTF_8);
          return new Answer() {
            @Override
            public int status() {
              return 200;
            }

            @Override
            public Optional<String> header(String name) {
              return Optional.empty();
            }

            @Override
            public InputStream body() {
              return new ByteArrayInputStream(bytes);
            }

            @Override
            public void close() {}
          };
        }

        @Override
        public boolean pause(int failures) {
          return false;
        }
      };

  private static FeedProvider feed(String name) {
    return new FeedProvider(
        name,
        List.of("https://feeds.example/" + name + ".json"),
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        true,
        1 << 20);
  }

  private UpdateResult update(FeedUpdate.Steps steps) throws IOException {
    var update = new FeedUpdate(web, () -> Instant.parse("2026-11-20T08:00:00Z"), steps);
    return update.run(
        new UpdateRequest(
            List.of(feed("a"), feed("b")),
            Optional.empty(),
            Set.of(),
            work.resolve("feeds"),
            work.resolve("x.db")),
        UpdateListener.NONE);
  }

  private String fixedIn(String id) throws IOException {
    try (var database = AdvisoryDatabase.open(work.resolve("x.db"))) {
      database.verify();
      return database.show(id).getFirst().records().getFirst().affected().toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fetched", "read", "swapped", "merging", "merged"})
  void everyStepMayBeTheLast(String last) throws IOException {
    published.put("/a.json", TinyFeeds.osv("GHSA-1", "1.1.1"));
    published.put("/b.json", TinyFeeds.KEV);
    update(step -> {});
    published.put("/a.json", TinyFeeds.osv("GHSA-1", "2.2.2"));
    assertThatThrownBy(
            () ->
                update(
                    step -> {
                      if (step.equals(last)) throw new IOException("killed");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(fixedIn("GHSA-1")).contains(last.equals("merged") ? "2.2.2" : "1.1.1");
    assertThat(new FeedStore(work.resolve("feeds")).states().values())
        .allSatisfy(state -> assertThat(state.isUsable()).isTrue());

    update(step -> {});
    assertThat(fixedIn("GHSA-1")).contains("2.2.2");
    try (var files = Files.walk(work.resolve("feeds"))) {
      assertThat(files.filter(f -> f.toString().endsWith("spool"))).hasSize(2);
    }
  }

  @Test
  void theDatabaseIsTheOneThatAnImportMakes() throws IOException {
    published.put("/a.json", TinyFeeds.osv("CVE-2024-1234", "1.1.1"));
    published.put("/b.json", TinyFeeds.KEV);
    update(step -> {});
    Path files = Files.createDirectory(work.resolve("files"));
    Files.writeString(files.resolve("a.json"), published.get("/a.json"));
    Files.writeString(files.resolve("b.json"), TinyFeeds.KEV);
    DatabaseImport.run(List.of(files), work.resolve("y.db"), ImportListener.NONE);
    assertThat(work.resolve("x.db")).hasSameBinaryContentAs(work.resolve("y.db"));
  }

  @Test
  void aDamagedSpoolIsMadeAgain() throws IOException {
    published.put("/a.json", TinyFeeds.osv("GHSA-1", "1.1.1"));
    published.put("/b.json", TinyFeeds.KEV);
    update(step -> {});
    byte[] good = Files.readAllBytes(work.resolve("x.db"));
    Files.delete(work.resolve("x.db"));
    try (var all = Files.walk(work.resolve("feeds"))) {
      for (Path spool : all.filter(f -> f.toString().endsWith("spool")).toList()) {
        byte[] bytes = Files.readAllBytes(spool);
        Files.write(spool, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        break;
      }
    }
    update(step -> {});
    assertThat(Files.readAllBytes(work.resolve("x.db"))).isEqualTo(good);
  }
}
