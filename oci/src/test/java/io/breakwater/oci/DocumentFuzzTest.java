package io.breakwater.oci;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.config.ImageConfig;
import io.breakwater.oci.internal.config.ImageDocument;

/** Any bytes are an index, a manifest, a configuration, or a defect. */
class DocumentFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void manifestsAndIndexes(byte[] bytes) {
    try {
      ImageDocument.parse(bytes, "");
    } catch (DefectException _) {
      // the one way to fail
    }
  }

  @FuzzTest(maxDuration = "10m")
  void configurations(byte[] bytes) {
    try {
      ImageConfig config = ImageConfig.parse(bytes);
      if (config.instructions().size() != config.diffIds().size()) throw new AssertionError();
    } catch (DefectException _) {
      // the one way to fail
    }
  }
}
