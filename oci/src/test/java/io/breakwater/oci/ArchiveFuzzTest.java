package io.breakwater.oci;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.layer.FileRegion;
import io.breakwater.oci.testing.Seen;
import java.io.IOException;

/** Any bytes are an archive with an image, or a problem. */
class ArchiveFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void savedImages(byte[] bytes) throws IOException {
    FileRegion archive = FileRegion.of(bytes);
    var options = OpenOptions.defaults();
    try (Image image = ArchiveImage.open(archive, ArchiveImage.Kind.ANY, "fuzz", "", options)) {
      for (ImageLayer layer : image.layers()) layer.read(new Seen(e -> e.size() < 1 << 16));
    } catch (ProblemException _) {
      // the one way to fail
    }
  }
}
