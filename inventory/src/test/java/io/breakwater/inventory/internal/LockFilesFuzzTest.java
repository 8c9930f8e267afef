package io.breakwater.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.internal.golang.GoModAnalyser;
import io.breakwater.inventory.internal.golang.GoVendorAnalyser;
import io.breakwater.inventory.internal.java.GradleLockAnalyser;
import io.breakwater.inventory.internal.java.GradleVerificationAnalyser;
import io.breakwater.inventory.internal.java.PomAnalyser;
import io.breakwater.inventory.internal.java.SbtLockAnalyser;
import io.breakwater.inventory.internal.java.VersionCatalogAnalyser;
import io.breakwater.inventory.internal.node.BunLockAnalyser;
import io.breakwater.inventory.internal.node.DenoLockAnalyser;
import io.breakwater.inventory.internal.node.DenoManifestAnalyser;
import io.breakwater.inventory.internal.node.NpmLockAnalyser;
import io.breakwater.inventory.internal.node.PnpmLockAnalyser;
import io.breakwater.inventory.internal.node.YarnLockAnalyser;
import io.breakwater.inventory.internal.php.ComposerLockAnalyser;
import io.breakwater.inventory.internal.php.PearAnalyser;
import io.breakwater.inventory.internal.ruby.GemfileLockAnalyser;
import io.breakwater.inventory.internal.rust.CargoLockAnalyser;
import io.breakwater.inventory.internal.rust.CargoTomlAnalyser;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Whatever a lock file holds, its reader reports, or throws an IOException: nothing else. */
class LockFilesFuzzTest {
  private static void survives(Analyser analyser, String path, byte[] bytes) {
    try {
      RecordedFacts facts = RecordedFacts.of(analyser, path, bytes);
      assertThat(facts.packages).allSatisfy(found -> assertThat(found.name()).isNotEmpty());
    } catch (IOException expected) {
      assertThat(expected).hasMessageNotContaining("\n\n");
    }
  }

  @FuzzTest
  void npm(byte[] bytes) {
    survives(new NpmLockAnalyser(), "package-lock.json", bytes);
  }

  @FuzzTest
  void yarn(byte[] bytes) {
    survives(new YarnLockAnalyser(), "yarn.lock", bytes);
  }

  @FuzzTest
  void pnpm(byte[] bytes) {
    survives(new PnpmLockAnalyser(), "pnpm-lock.yaml", bytes);
  }

  @FuzzTest
  void bun(byte[] bytes) {
    survives(new BunLockAnalyser(), "bun.lock", bytes);
  }

  @FuzzTest
  void deno(byte[] bytes) {
    survives(new DenoLockAnalyser(), "deno.lock", bytes);
    survives(new DenoManifestAnalyser(), "deno.json", bytes);
  }

  @FuzzTest
  void pom(byte[] bytes) {
    survives(new PomAnalyser(), "pom.xml", bytes);
  }

  @FuzzTest
  void gradle(byte[] bytes) {
    survives(new GradleLockAnalyser(), "gradle.lockfile", bytes);
    survives(new GradleLockAnalyser(), "gradle/dependency-locks/test.lockfile", bytes);
  }

  @FuzzTest
  void verification(byte[] bytes) {
    survives(new GradleVerificationAnalyser(), "gradle/verification-metadata.xml", bytes);
  }

  @FuzzTest
  void catalog(byte[] bytes) {
    survives(new VersionCatalogAnalyser(), "gradle/libs.versions.toml", bytes);
  }

  @FuzzTest
  void sbt(byte[] bytes) {
    survives(new SbtLockAnalyser(), "build.sbt.lock", bytes);
  }

  @FuzzTest
  void goMod(byte[] bytes) {
    survives(new GoModAnalyser(), "go.mod", bytes);
    survives(new GoVendorAnalyser(), "vendor/modules.txt", bytes);
  }

  @FuzzTest
  void cargo(byte[] bytes) {
    survives(new CargoLockAnalyser(), "Cargo.lock", bytes);
    survives(new CargoTomlAnalyser(), "Cargo.toml", bytes);
  }

  @FuzzTest
  void gemfile(byte[] bytes) {
    survives(new GemfileLockAnalyser(), "Gemfile.lock", bytes);
  }

  @FuzzTest
  void composer(byte[] bytes) {
    survives(new ComposerLockAnalyser(), "composer.lock", bytes);
  }

  @FuzzTest
  void pear(byte[] bytes) {
    survives(new PearAnalyser(), "php/.registry/x.reg", bytes);
  }

  /** The first half of the bytes explains the second, and the other way round. */
  @FuzzTest
  void filesTogether(byte[] bytes) {
    byte[] first = Arrays.copyOf(bytes, bytes.length / 2);
    byte[] second = Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
    survive(new PomAnalyser(), Map.of("m/pom.xml", first, "pom.xml", second));
    survive(new PomAnalyser(), Map.of("m/pom.xml", first, "g/a/1/a-1.pom", second));
    survive(new GoModAnalyser(), Map.of("go.mod", first, "go.sum", second));
  }

  private static void survive(Analyser analyser, Map<String, byte[]> files) {
    var contents = new TreeMap<String, Content>();
    files.forEach((path, bytes) -> contents.put(path, Content.of(bytes)));
    Analyser.Together together = analyser.together(contents);
    contents.forEach(
        (path, content) -> {
          var facts = new RecordedFacts();
          try {
            together.analyse(RecordedFacts.entry(path, content.size()), content, facts);
          } catch (IOException expected) {
            assertThat(expected).hasMessageNotContaining("\n\n");
          }
        });
  }
}
