package io.breakwater.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.internal.java.JavaAnalyser;
import io.breakwater.inventory.internal.python.PythonAnalyser;
import io.breakwater.inventory.internal.ruby.RubyAnalyser;
import io.breakwater.oci.zip.TestZip;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of nothing but lines end soon: no search goes beyond its line. */
class EndlessLinesTest {
  private static final int SIZE = 1_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {"\n", "x\n", " \n", "=\n", ":", "a:", "# stub: \n", "<a", "s.x\n", "x==\n"})
  void everyReaderOfLinesEnds(String line) throws IOException {
    String lines = "Name: x\n" + line.repeat(SIZE / line.length());
    byte[] jar =
        new TestZip()
            .with("META-INF/MANIFEST.MF", lines)
            .with("META-INF/maven/g/a/pom.properties", lines)
            .with("META-INF/maven/g/b/pom.xml", lines)
            .bytes();
    ends(new JavaAnalyser(), "a.jar", jar);
    byte[] bytes = lines.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ends(new PythonAnalyser(), "a-1.dist-info/METADATA", bytes);
    ends(new PythonAnalyser(), "pip/_vendor/vendor.txt", bytes);
    ends(new RubyAnalyser(), "specifications/a-1.gemspec", bytes);
  }

  private static void ends(Analyser analyser, String path, byte[] bytes) throws IOException {
    assertThat(RecordedFacts.of(analyser, path, bytes).packages).hasSizeLessThan(SIZE);
  }
}
