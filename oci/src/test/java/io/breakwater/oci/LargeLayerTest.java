package io.breakwater.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Layers that are larger than the heap. {@code -Dbreakwater.large=6g} makes the generated image as
 * large as the design promises; without it the same work is done on less.
 */
class LargeLayerTest {
  @Test
  void anImageLargerThanTheHeapIsRead() throws Exception {
    boolean large = System.getProperty("breakwater.large", "").equals("6g");
    String output = fork(large ? "512m" : "64m", large ? 6L << 30 : 300L << 20);
    assertThat(output).contains("proved").doesNotContain("OutOfMemory");
  }

  private static String fork(String heap, long bytes) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LargeLayer.class.getName(),
                Long.toString(bytes))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
