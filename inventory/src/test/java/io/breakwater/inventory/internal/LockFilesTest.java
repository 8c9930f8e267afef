package io.breakwater.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FoundPackage;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each reader of lock files takes out of the example that its fuzz target starts from: package
 * URL, scope, needs, whether it has hashes, licences and line.
 */
class LockFilesTest {
  static Stream<Arguments> examples() {
    return Stream.of(
        example(
            new NpmLockAnalyser(),
            "package-lock.json",
            "npm/v3",
            "pkg:npm/shop@1.0.0 required [left@1.2.0, local@0.1.0] [MIT]",
            "pkg:npm/left@1.2.0 required [deep@1.0.0] sha512 [ISC]",
            "pkg:npm/deep@1.0.0 required",
            "pkg:npm/deep@2.0.0 optional",
            "pkg:npm/tool@2.0.1 development [deep@2.0.0]",
            "pkg:npm/%40scope/real@3.0.0 required",
            "pkg:npm/git?vcs_url=git%2Bssh:%2F%2Fgit%40example.com%2Fa%2Fgit.git%400123456789abcdef"
                + " required",
            "pkg:npm/local@0.1.0 required [deep@2.0.0]"),
        example(
            new NpmLockAnalyser(),
            "npm-shrinkwrap.json",
            "npm/v1",
            "pkg:npm/left@1.2.0 required [deep@1.0.0]",
            "pkg:npm/deep@1.0.0 required",
            "pkg:npm/deep@2.0.0 development",
            "pkg:npm/%40scope/real@3.0.0 optional",
            "pkg:npm/git?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fa%2Fgit%400123456789abcdef"
                + " required",
            "pkg:npm/folder required",
            "pkg:npm/tarball@4.0.0 required"),
        example(
            new YarnLockAnalyser(),
            "yarn.lock",
            "yarn/classic",
            "pkg:npm/%40scope/real@3.0.1 required [left@1.2.0] sha1 line 4",
            "pkg:npm/left@1.2.0 required [@scope/real@3.0.1] line 11"),
        example(
            new YarnLockAnalyser(),
            "yarn.lock",
            "yarn/berry",
            "pkg:npm/left@1.2.0 required [deep@2.0.0] line 5",
            "pkg:npm/deep@2.0.0 required line 16",
            "pkg:npm/git@0.5.0 required line 20"),
        example(
            new PnpmLockAnalyser(),
            "pnpm-lock.yaml",
            "pnpm/v9",
            "pkg:npm/%40scope/real@3.0.0 required sha512 line 20",
            "pkg:npm/deep@2.0.0 required sha1 line 23",
            "pkg:npm/git@0.5.0 optional line 26",
            "pkg:npm/left@1.2.0 required [deep@2.0.0, git@0.5.0] line 30",
            "pkg:npm/tool@2.0.1 development [deep@2.0.0] line 33"),
        example(
            new PnpmLockAnalyser(),
            "pnpm-lock.yaml",
            "pnpm/v6",
            "pkg:npm/%40scope/real@3.0.0 development line 10",
            "pkg:npm/deep@2.0.0 optional line 14",
            "pkg:npm/left@1.2.0 required [@scope/real@3.0.0, deep@2.0.0] line 19",
            "pkg:npm/git@0.5.0 required line 26"),
        example(
            new PnpmLockAnalyser(),
            "pnpm-lock.yaml",
            "pnpm/v5",
            "pkg:npm/%40scope/real@3.0.0 development [deep@2.0.0] line 5",
            "pkg:npm/deep@2.0.0 required line 11",
            "pkg:npm/left@1.2.0 required line 15",
            "pkg:npm/other@4.0.0 required line 19"),
        example(
            new BunLockAnalyser(),
            "bun.lock",
            "bun/text",
            "pkg:npm/deep@2.0.0 required",
            "pkg:npm/git?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fa%2Fgit%400123456 optional"
                + " [deep@2.0.0]",
            "pkg:npm/left@1.2.0 required [deep@1.0.0, git]",
            "pkg:npm/deep@1.0.0 required",
            "pkg:npm/local@0.1.0 required [deep@2.0.0]",
            "pkg:npm/tool@2.0.1 development"),
        example(
            new DenoLockAnalyser(),
            "deno.lock",
            "deno/v4",
            "pkg:npm/left@1.2.0 required [deep@2.0.0]",
            "pkg:npm/deep@2.0.0 required",
            "pkg:npm/%40std/a@1.0.2?repository_url=https:%2F%2Fjsr.io required [left@1.2.0] sha256",
            "pkg:npm/deno.land/std@0.100.0?repository_url=https:%2F%2Fdeno.land required",
            "pkg:npm/deno.land/x/oak@v12.0.0?repository_url=https:%2F%2Fdeno.land required"),
        example(
            new DenoLockAnalyser(),
            "deno.lock",
            "deno/v3",
            "pkg:npm/left@1.2.0 required [deep@2.0.0]",
            "pkg:npm/deep@2.0.0 required"),
        example(
            new DenoManifestAnalyser(),
            "deno.json",
            "deno/manifest",
            "pkg:npm/left@1.2.0 required",
            "pkg:npm/%40std/a@1.0.2?repository_url=https:%2F%2Fjsr.io required"),
        example(
            new PomAnalyser(),
            "pom.xml",
            "pom/usual",
            "pkg:maven/org.example/deep@2.5 required line 12",
            "pkg:maven/org.example/sibling@1.0 required line 13",
            "pkg:maven/org.example/managed@3.0 development line 14",
            "pkg:maven/org.example/ranged@1.2 optional line 15",
            "pkg:maven/org.example/unknown required line 16",
            "pkg:maven/org.example/shop@1.0 required [org.example:deep@2.5,"
                + " org.example:managed@3.0, org.example:ranged@1.2, org.example:sibling@1.0,"
                + " org.example:unknown] [MIT] line 2"),
        example(
            new GradleLockAnalyser(),
            "gradle.lockfile",
            "gradle/usual",
            "pkg:maven/org.example/deep@2.5 required line 2",
            "pkg:maven/org.example/tool@1.0 development line 3",
            "pkg:maven/org.example/old@1.0 required line 4"),
        example(
            new GradleVerificationAnalyser(),
            "verification-metadata.xml",
            "verification/usual",
            "pkg:maven/org.example/deep@2.5 required sha256 line 2"),
        example(
            new VersionCatalogAnalyser(),
            "libs.versions.toml",
            "catalog/usual",
            "pkg:maven/org.example/deep@2.5 required",
            "pkg:maven/org.example/text@1.0 required",
            "pkg:maven/org.example/parts required",
            "pkg:maven/org.example/rich@1.5 required",
            "pkg:maven/org.example/platform required"),
        example(
            new SbtLockAnalyser(),
            "build.sbt.lock",
            "sbt/usual",
            "pkg:maven/org.example/deep_2.13@2.5 required sha1",
            "pkg:maven/org.example/tool@1.0 development"),
        example(
            new GoModAnalyser(),
            "go.mod",
            "goMod/usual",
            "pkg:golang/stdlib@1.22.5 required line 5",
            "pkg:golang/example.com/fork/left@v1.2.1 required line 7",
            "pkg:golang/example.com/deep@v1.0.0 required line 9",
            "pkg:golang/example.com/quoted@v1.0.0 required line 10",
            "pkg:golang/example.com/local required line 11",
            "pkg:golang/example.com/shop required [example.com/fork/left@v1.2.1, example.com/local,"
                + " example.com/quoted@v1.0.0, stdlib@1.22.5] line 1"),
        example(
            new GoVendorAnalyser(),
            "vendor/modules.txt",
            "goMod/vendor",
            "pkg:golang/example.com/left@v1.2.0 required line 1",
            "pkg:golang/example.com/fork/old@v1.0.1 required line 6",
            "pkg:golang/example.com/local required line 8"),
        example(
            new CargoLockAnalyser(),
            "Cargo.lock",
            "cargo/lock",
            "pkg:cargo/deep@1.0.0 required sha256",
            "pkg:cargo/deep@2.0.0 required",
            "pkg:cargo/shop@0.1.0 required [deep@2.0.0]"),
        example(
            new CargoLockAnalyser(),
            "Cargo.lock",
            "cargo/v1",
            "pkg:cargo/shop@0.1.0 required [deep@1.0.0]",
            "pkg:cargo/deep@1.0.0 required sha256"),
        example(
            new CargoTomlAnalyser(),
            "Cargo.toml",
            "cargo/manifest",
            "pkg:cargo/shop@0.1.0 required [MIT]",
            "pkg:cargo/tiny@0.0.3 required",
            "pkg:cargo/pinned@1.2.3 optional",
            "pkg:cargo/forked?vcs_url=git%2Bhttps:%2F%2Fexample.com%2Fa%2Fforked%400123456789abcdef"
                + " required",
            "pkg:cargo/real@2.0.0 required",
            "pkg:cargo/tool@1.0.0 development"),
        example(
            new GemfileLockAnalyser(),
            "Gemfile.lock",
            "gemfile/usual",
            "pkg:gem/git@0.5.0 required [deep] line 5",
            "pkg:gem/shop@0.1.0 required [left] line 11",
            "pkg:gem/deep@2.0.0 required sha256 line 17",
            "pkg:gem/left@1.2.0 required [deep] line 18"),
        example(
            new ComposerLockAnalyser(),
            "composer.lock",
            "composer/usual",
            "pkg:composer/a/left@v1.2.0 required [a/deep] sha1 [MIT]",
            "pkg:composer/a/deep@2.0.0 required [BSD-3-Clause]",
            "pkg:composer/a/tool@1.0.0 development"),
        example(
            new PearAnalyser(),
            "left.reg",
            "pear/usual",
            "pkg:pear/pecl.php.net/left@1.2.0 required [PHP]"));
  }

  private static Arguments example(
      Analyser analyser, String path, String example, String... expected) {
    return Arguments.of(analyser, path, example, List.of(expected));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("examples")
  void everythingThatTheExampleSaysIsTold(
      Analyser analyser, String path, String example, List<String> expected) throws IOException {
    byte[] bytes = bytes(example);
    RecordedFacts facts = RecordedFacts.of(analyser, path, bytes);
    assertThat(facts.notAnalysed).isEmpty();
    assertThat(facts.packages.stream().map(LockFilesTest::row).toList()).isEqualTo(expected);
    assertThat(RecordedFacts.wants(analyser, path + ".txt", bytes)).isFalse();
    assertThat(RecordedFacts.wants(analyser, "x/node_modules/a/" + path, bytes))
        .as("inside of an installed package")
        .isEqualTo(isAnywhere(path));
  }

  /** Those that no package of npm brings with it. */
  private static boolean isAnywhere(String path) {
    return path.endsWith(".lockfile") || path.endsWith(".versions.toml") || path.endsWith(".reg");
  }

  private static byte[] bytes(String example) throws IOException {
    String name = "LockFilesFuzzTestInputs/" + example;
    try (InputStream in = LockFilesTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static String row(FoundPackage found) {
    var row = new StringBuilder(found.purl().toString());
    row.append(' ').append(found.traits().scope().id());
    if (!found.traits().dependsOn().isEmpty()) {
      row.append(' ').append(new TreeSet<>(found.traits().dependsOn()));
    }
    found.traits().hashes().forEach(hash -> row.append(' ').append(hash.algorithm()));
    if (!found.licences().isEmpty()) row.append(' ').append(found.licences());
    if (found.line() > 0) row.append(" line ").append(found.line());
    return row.toString();
  }
}
