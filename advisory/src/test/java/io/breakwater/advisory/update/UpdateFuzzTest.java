package io.breakwater.advisory.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.advisory.DatabaseExport;
import io.breakwater.advisory.DatabaseImport;
import io.breakwater.advisory.ImportListener;
import io.breakwater.model.ProblemException;
import io.breakwater.testing.TinyFeeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies where feeds are kept or is brought as an export, it is read or refused. */
class UpdateFuzzTest {
  /** Input: what an update remembers of a feed. */
  @FuzzTest
  void states(byte[] content) throws IOException {
    FeedState state;
    try {
      state = FeedState.parse(content);
    } catch (IOException expected) {
      return;
    }
    assertThat(FeedState.parse(state.toJson())).isEqualTo(state);
  }

  /** Input: the folder of a feed in which such a state lies. */
  @FuzzTest
  void stores(byte[] content) throws IOException {
    Path folder = Files.createTempDirectory("feeds");
    try {
      Files.createDirectories(folder.resolve("osv"));
      Files.write(folder.resolve("osv/state.json"), content);
      Map<String, FeedState> states = new FeedStore(folder).states();
      assertThat(states.values()).as("no generation is there").noneMatch(FeedState::isUsable);
    } finally {
      FeedStore.remove(folder);
    }
  }

  /** Input: the tar archive of an export, not compressed. */
  @FuzzTest
  void exports(byte[] content) throws IOException {
    Path folder = Files.createTempDirectory("export");
    try {
      for (String name : List.of("plain", "packed.tar.gz")) {
        Path file = folder.resolve(name);
        try (OutputStream raw = Files.newOutputStream(file);
            OutputStream out = name.endsWith("gz") ? new GZIPOutputStream(raw) : raw) {
          out.write(content);
        }
        DatabaseExport.is(file);
        try {
          DatabaseExport.read(file, folder.resolve("x.db"));
        } catch (ProblemException refused) {
          assertThat(refused).hasMessageContaining(name);
          assertThat(folder.resolve("x.db")).doesNotExist();
        }
      }
    } finally {
      FeedStore.remove(folder);
    }
  }

  @Test
  void damagedExportsAreRefused(@TempDir Path work) throws IOException {
    Path record = Files.writeString(work.resolve("1.json"), TinyFeeds.osv("CVE-2024-1", "2.0"));
    Path database = work.resolve("a.db");
    var made = DatabaseImport.run(List.of(record), database, ImportListener.NONE);
    Path export = work.resolve("x.tar.gz");
    String about = "{\"database\": \"" + made.database().digest() + "\"}";
    DatabaseExport.write(database, about.getBytes(StandardCharsets.UTF_8), export);
    var tar = new ByteArrayOutputStream();
    try (var in = new GZIPInputStream(Files.newInputStream(export))) {
      in.transferTo(tar);
    }
    exports(tar.toByteArray());
    var random = new Random(42);
    for (int i = 0; i < 100; i++) {
      byte[] damaged = tar.toByteArray();
      for (int n = random.nextInt(3); n >= 0; n--) {
        damaged[random.nextInt(random.nextBoolean() ? 3_072 : damaged.length)] ^=
            (byte) (1 << random.nextInt(8));
      }
      exports(damaged);
    }
  }
}
