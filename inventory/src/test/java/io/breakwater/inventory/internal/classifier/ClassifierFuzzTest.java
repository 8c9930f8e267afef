package io.breakwater.inventory.internal.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.Arrays;

/** Whatever a file holds, each classifier finds a bounded version or nothing. */
class ClassifierFuzzTest {
  private static final ClassifierCatalog CATALOG = ClassifierCatalog.standard();

  @FuzzTest
  void files(byte[] bytes) {
    boolean[] wanted = new boolean[CATALOG.size()];
    Arrays.fill(wanted, true);
    try {
      for (BinaryScan.Hit hit : BinaryScan.of(CATALOG, Content.of(bytes), wanted)) {
        assertThat(hit.version()).isNotEmpty().hasSizeLessThan(200);
        assertThat(hit.evidence()).hasSizeLessThan(200);
        assertThat(hit.at()).isBetween(0L, (long) bytes.length);
      }
    } catch (IOException expected) {
      assertThat(expected).isInstanceOf(IOException.class);
    }
  }
}
