package io.breakwater.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.internal.dotnet.DotnetAnalyser;
import io.breakwater.inventory.internal.golang.GoAnalyser;
import io.breakwater.inventory.internal.java.JavaAnalyser;
import io.breakwater.inventory.internal.node.NodeAnalyser;
import io.breakwater.inventory.internal.php.PhpAnalyser;
import io.breakwater.inventory.internal.python.PythonAnalyser;
import io.breakwater.inventory.internal.ruby.RubyAnalyser;
import io.breakwater.inventory.internal.rust.RustAnalyser;
import io.breakwater.oci.zip.TestZip;
import java.io.IOException;

/** Whatever a file holds, an analyser reports, or throws an IOException: nothing else. */
class AnalysersFuzzTest {
  private static void survives(Analyser analyser, String path, byte[] bytes) {
    try {
      RecordedFacts facts = RecordedFacts.of(analyser, path, bytes);
      assertThat(facts.packages).allSatisfy(found -> assertThat(found.name()).isNotEmpty());
    } catch (IOException expected) {
      assertThat(expected).isInstanceOf(IOException.class);
    }
  }

  @FuzzTest
  void archives(byte[] bytes) {
    survives(new JavaAnalyser(), "a/b-1.0.jar", bytes);
    survives(new PythonAnalyser(), "a/b-1.0-py3.egg", bytes);
  }

  @FuzzTest
  void manifests(byte[] bytes) {
    byte[] jar = new TestZip().with("META-INF/MANIFEST.MF", bytes).bytes();
    survives(new JavaAnalyser(), "library.jar", jar);
  }

  @FuzzTest
  void pomProperties(byte[] bytes) {
    byte[] jar = new TestZip().with("META-INF/maven/g/a/pom.properties", bytes).bytes();
    survives(new JavaAnalyser(), "library.jar", jar);
  }

  @FuzzTest
  void pomXml(byte[] bytes) {
    byte[] jar = new TestZip().with("META-INF/maven/g/a/pom.xml", bytes).bytes();
    survives(new JavaAnalyser(), "library.jar", jar);
  }

  @FuzzTest
  void sbomsOfArchives(byte[] bytes) {
    byte[] jar = new TestZip().with("META-INF/sbom/application.cdx.json", bytes).bytes();
    survives(new JavaAnalyser(), "library-1.0.jar", jar);
  }

  @FuzzTest
  void goBinaries(byte[] bytes) {
    survives(new GoAnalyser(), "bin/x", bytes);
  }

  @FuzzTest
  void rustBinaries(byte[] bytes) {
    survives(new RustAnalyser(), "bin/x", bytes);
  }

  @FuzzTest
  void gemspecs(byte[] bytes) {
    survives(new RubyAnalyser(), "specifications/x-1.gemspec", bytes);
  }

  @FuzzTest
  void metadata(byte[] bytes) {
    survives(new PythonAnalyser(), "x-1.dist-info/METADATA", bytes);
  }

  @FuzzTest
  void vendorLists(byte[] bytes) {
    survives(new PythonAnalyser(), "pip/_vendor/vendor.txt", bytes);
  }

  @FuzzTest
  void packageJson(byte[] bytes) {
    survives(new NodeAnalyser(), "node_modules/x/package.json", bytes);
  }

  @FuzzTest
  void installedJson(byte[] bytes) {
    survives(new PhpAnalyser(), "vendor/composer/installed.json", bytes);
  }

  @FuzzTest
  void depsJson(byte[] bytes) {
    survives(new DotnetAnalyser(), "app.deps.json", bytes);
  }
}
