package io.breakwater.oci.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerCacheTest {
  private static final long PLENTY = 1_000_000;

  @TempDir Path folder;

  @Test
  void whatIsKeptIsFoundAlsoByAnotherProcess() throws Exception {
    LayerCache.open(folder, PLENTY).put("key", new byte[] {1, 2, 3});
    assertThat(LayerCache.open(folder, PLENTY).get("key")).hasValue(new byte[] {1, 2, 3});
    assertThat(LayerCache.open(folder, PLENTY).get("other")).isEmpty();
  }

  @Test
  void noKeyLeavesTheFolder() throws Exception {
    Path inside = folder.resolve("cache");
    LayerCache cache = LayerCache.open(inside, PLENTY);
    cache.put("../../outside", new byte[] {1});
    cache.put("/etc/passwd\u0000", new byte[] {2});
    assertThat(cache.get("../../outside")).hasValue(new byte[] {1});
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(inside);
    }
  }

  @Test
  void aDamagedValueIsAMissAndGoes() throws Exception {
    LayerCache cache = LayerCache.open(folder, PLENTY);
    byte[] value = new byte[500];
    new Random(7).nextBytes(value);
    cache.put("key", value);
    Path file = onlyFile();
    byte[] stored = Files.readAllBytes(file);
    for (int at = 0; at < stored.length; at += 13) {
      byte[] damaged = stored.clone();
      damaged[at] ^= 0x20;
      Files.write(file, damaged);
      assertThat(cache.get("key")).as("byte %d changed", at).isEmpty();
      assertThat(file).doesNotExist();
    }
    Files.write(file, java.util.Arrays.copyOf(stored, stored.length - 1));
    assertThat(cache.get("key")).as("one byte short").isEmpty();
    Files.write(file, stored);
    assertThat(cache.get("key")).hasValue(value);
  }

  @Test
  void whatWasUsedLongestAgoGoesFirst() throws Exception {
    LayerCache cache = LayerCache.open(folder, 10_000);
    for (int i = 0; i < 9; i++) {
      LayerCache.open(folder, 10_000).put("key" + i, new byte[1_000]);
      age("key" + i, cache, Duration.ofDays(20 - i));
    }
    assertThat(cache.get("key0")).as("used now, so it is young").isPresent();
    LayerCache.open(folder, 10_000).put("new", new byte[2_000]);
    assertThat(cache.stats().bytes()).isLessThanOrEqualTo(10_000);
    assertThat(cache.get("key1")).isEmpty();
    assertThat(cache.get("key0")).isPresent();
    assertThat(cache.get("new")).isPresent();
  }

  @Test
  void cleaningLeavesNothing() throws Exception {
    LayerCache cache = LayerCache.open(folder, PLENTY);
    cache.put("a", new byte[10]);
    cache.put("b", new byte[20]);
    assertThat(cache.stats().entries()).isEqualTo(2);
    assertThat(cache.clean().entries()).isEqualTo(2);
    assertThat(cache.stats()).isEqualTo(new LayerCache.Stats(0, 0));
    assertThat(cache.get("a")).isEmpty();
  }

  @Test
  void manyWritersAndReadersSeeWholeValuesOnly() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var jobs = new ArrayList<Callable<Void>>();
      for (int t = 0; t < 8; t++) {
        int id = t;
        jobs.add(
            () -> {
              LayerCache mine = LayerCache.open(folder, PLENTY);
              for (int i = 0; i < 200; i++) {
                byte[] value = new byte[1 + (id * 37 + i) % 300];
                java.util.Arrays.fill(value, (byte) value.length);
                mine.put("shared" + i % 5, value);
                mine.get("shared" + (i + 1) % 5)
                    .ifPresent(seen -> assertThat(seen).containsOnly((byte) seen.length));
              }
              return null;
            });
      }
      for (var done : threads.invokeAll(jobs)) done.get();
    }
  }

  @Test
  void theFolderIsForItsOwnerAlone() throws Exception {
    Path made = folder.resolve("a/b");
    LayerCache.open(made, PLENTY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderThatOthersMayWriteToIsNotUsed() throws Exception {
    for (String permissions : new String[] {"rwxrwx---", "rwxr-xrwx"}) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> LayerCache.open(folder, PLENTY))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CACHE_UNUSABLE));
    }
  }

  @Test
  void aFolderThatCannotBeIsOneClearProblem() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> LayerCache.open(file.resolve("below"), PLENTY))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CACHE_UNUSABLE));
  }

  @Test
  void aValueOverTheLimitIsNotKept() throws Exception {
    LayerCache cache = LayerCache.open(folder, 100);
    cache.put("key", new byte[101]);
    assertThat(cache.get("key")).isEmpty();
    assertThat(cache.stats().entries()).isZero();
  }

  private void age(String key, LayerCache cache, Duration age) throws Exception {
    assertThat(cache.get(key)).isPresent();
    try (Stream<Path> all = Files.walk(folder)) {
      var newest =
          all.filter(Files::isRegularFile)
              .max(java.util.Comparator.comparing(LayerCacheTest::modified))
              .orElseThrow();
      Files.setLastModifiedTime(newest, FileTime.from(Instant.now().minus(age)));
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (java.io.IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  private Path onlyFile() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }
}
