package io.breakwater.oci.internal.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.oci.Content;
import io.breakwater.oci.internal.bolt.BoltFile.Bucket;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A database that bbolt 1.3.10 wrote, laid out as containerd does. */
class BoltFileTest {
  private static byte[] database() throws IOException {
    try (InputStream in = BoltFileTest.class.getResourceAsStream("containerd.db.gz")) {
      return new GZIPInputStream(Objects.requireNonNull(in)).readAllBytes();
    }
  }

  private static Bucket bucket(BoltFile file, String... path) throws IOException {
    Bucket here = file.root();
    for (String name : path) here = here.bucket(name).orElseThrow();
    return here;
  }

  @Test
  void bucketsAreFoundThroughBranchesAndInsideValues() throws Exception {
    BoltFile file = BoltFile.of(Content.of(database()));
    assertThat(bucket(file, "v1").names()).containsExactly("aaa", "default", "empty", "k8s.io");
    assertThat(bucket(file, "v1", "empty").names()).isEmpty();
    assertThat(bucket(file, "v1", "k8s.io", "images").names()).hasSize(600).isSorted();
    for (int i = 0; i < 600; i++) {
      String name = "registry.k8s.io/app-%04d:v1".formatted(i);
      Bucket target = bucket(file, "v1", "k8s.io", "images", name, "target");
      assertThat(new String(target.value("digest").orElseThrow(), StandardCharsets.UTF_8))
          .isEqualTo("sha256:%064x".formatted(1000 + i));
    }
  }

  @Test
  void whatIsNotThereIsEmpty() throws Exception {
    BoltFile file = BoltFile.of(Content.of(database()));
    assertThat(file.root().bucket("v2")).isEmpty();
    assertThat(file.root().value("v1")).isEmpty();
    Bucket images = bucket(file, "v1", "k8s.io", "images");
    for (String name : new String[] {"", "a", "registry.k8s.io/app-0300:v2", "zzz"}) {
      assertThat(images.bucket(name)).isEmpty();
    }
    Bucket image = bucket(file, "v1", "default", "images", "docker.io/library/alpine:3.20");
    assertThat(image.value("target")).isEmpty();
    assertThat(image.bucket("createdat")).isEmpty();
  }

  @Test
  void aLongValueIsRead() throws Exception {
    BoltFile file = BoltFile.of(Content.of(database()));
    Bucket labels = bucket(file, "v1", "aaa", "images", "example.com/big:1", "labels");
    assertThat(labels.value("note").orElseThrow()).hasSize(4096).containsOnly('x');
  }

  @Test
  void theOtherHeadIsUsedWhenOneIsBroken() throws Exception {
    for (int head : new int[] {0, 4096}) {
      byte[] bytes = database();
      bytes[head + 16 + 20] ^= 1;
      // The older head may be from before anything was written; it must only be readable.
      BoltFile.of(Content.of(bytes)).root().names();
    }
    byte[] bytes = database();
    bytes[16] ^= 1;
    bytes[4096 + 16] ^= 1;
    assertThatThrownBy(() -> BoltFile.of(Content.of(bytes)))
        .isInstanceOf(InvalidBoltException.class);
  }

  @FuzzTest
  void everyFileIsReadOrRefused(byte[] bytes) throws IOException {
    try {
      walk(BoltFile.of(Content.of(bytes)).root(), 0);
    } catch (InvalidBoltException | EOFException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    } catch (io.breakwater.oci.ContentTooLargeException refused) {
      assertThat(refused).isNotNull();
    }
  }

  private static void walk(Bucket bucket, int depth) throws IOException {
    assertThat(bucket.value("digest")).isNotNull();
    if (depth == 6) return;
    int count = 0;
    for (String name : bucket.names()) {
      if (count++ == 50) return;
      var child = bucket.bucket(name);
      if (child.isPresent()) walk(child.get(), depth + 1);
    }
  }
}
