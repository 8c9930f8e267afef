package io.breakwater.oci;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.testing.Layers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Any bytes are a layer, or the reason why they are none; read in place and as a stream alike. */
class LayerFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void anyBytesAreReadAlikeOnBothWays(byte[] bytes) throws IOException {
    var facts = new LayerFacts("fuzz", 1, 1, "", Optional.empty(), Optional.empty(), 0, "");
    var inPlace = read(Layers.inFile(bytes, facts));
    var streamed = read(Layers.streamed(bytes, facts));
    if (!inPlace.equals(streamed)) throw new AssertionError(inPlace + "\n" + streamed);
  }

  private static List<String> read(ImageLayer layer) throws IOException {
    var told = new Told();
    layer.read(told);
    return told.lines;
  }

  private static final class Told implements LayerVisitor {
    private final List<String> lines = new ArrayList<>();

    @Override
    public boolean entry(FileEntry entry, Head head) {
      String path = "/" + entry.path() + "/";
      if (path.contains("/../") || path.contains("/./") || path.lastIndexOf("//") > 0) {
        throw new AssertionError("not normal: " + entry.path());
      }
      lines.add(entry + " " + head.length());
      return true;
    }

    @Override
    public void content(FileEntry entry, Content content) throws IOException {
      int n = (int) Math.min(100, content.size());
      lines.add(entry.path() + " " + content.size() + " " + Arrays.hashCode(content.read(0, n, n)));
    }

    @Override
    public void notAnalysed(String path, Reason reason, String detail) {
      lines.add(path + " " + reason + " " + detail);
    }
  }
}
