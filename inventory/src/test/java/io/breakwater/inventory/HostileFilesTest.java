package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand files that nobody would write: the corpora of the fuzz targets, cut, damaged, mixed
 * and repeated, under the names that analysers ask for. Each may cost a line, and nothing more.
 */
class HostileFilesTest {
  private static final int FILES = 10_000;
  private static final int FILES_IN_A_LAYER = 50;
  private static final int LONGEST = 200_000;

  /** Names that between them concern every analyser. */
  private static final List<String> NAMES =
      List.of(
          "etc/os-release,var/lib/dpkg/status,var/lib/dpkg/status.d/a,var/lib/dpkg/info/a.list,"
              .concat("usr/share/doc/a/copyright,lib/apk/db/installed,var/lib/rpm/Packages,")
              .concat("usr/lib/sysimage/rpm/Packages.db,var/lib/rpm/rpmdb.sqlite,")
              .concat("var/lib/chisel/manifest.wall,var/lib/pacman/local/a-1/desc,")
              .concat("usr/lib/opkg/status,var/db/pkg/c/p-1/CONTENTS,snap/a/meta/snap.yaml,")
              .concat("home/linuxbrew/.linuxbrew/Cellar/a/1/INSTALL_RECEIPT.json,")
              .concat("var/lib/flatpak/app/a/x/y/z/metadata,a.jar,a.war,a/package.json,")
              .concat("a-1.dist-info/METADATA,a.egg-info,a.egg,bin/elf,a.exe,")
              .concat("specifications/a.gemspec,vendor/composer/installed.json,a.deps.json,")
              .concat("package-lock.json,yarn.lock,pnpm-lock.yaml,bun.lock,deno.lock,deno.json,")
              .concat("pom.xml,gradle.lockfile,verification-metadata.xml,libs.versions.toml,")
              .concat("build.sbt.lock,go.mod,vendor/modules.txt,Cargo.lock,Cargo.toml,")
              .concat("Gemfile.lock,composer.lock,a.reg,poetry.lock,pdm.lock,uv.lock,Pipfile.lock,")
              .concat("pylock.toml,requirements.txt,setup.py,pyproject.toml,conda-meta/a.json,")
              .concat("environment.yml,packages.lock.json,packages.config,a.csproj,paket.lock,")
              .concat("project.assets.json,Directory.Packages.props,conan.lock,conaninfo.txt,")
              .concat("vcpkg/status,vcpkg.json,pubspec.lock,mix.lock,rebar.lock,gleam.toml,")
              .concat("stack.yaml.lock,cabal.project.freeze,Package.resolved,Podfile.lock,")
              .concat("a.rockspec,cpanfile.snapshot,perllocal.pod,renv.lock,")
              .concat("library/a/DESCRIPTION,Manifest.toml,Project.toml,a.opam.locked,nimble.lock,")
              .concat("wp-content/plugins/a/a.php,.github/workflows/ci.yml,.terraform.lock.hcl,")
              .concat("m.gguf,m.safetensors,a.cdx.json,a.cdx.xml,a.spdx.json,nginx,libpng16.so")
              .split(","));

  private final long seed = Long.getLong("seed", 20_261_121);
  private final Random random = new Random(seed);

  @Test
  void noneEndsTheScan() throws IOException {
    List<byte[]> corpus = corpus();
    int lines = 0;
    for (int done = 0; done < FILES; done += FILES_IN_A_LAYER) {
      TestLayer layer = TestLayer.number(1);
      for (int i = 0; i < FILES_IN_A_LAYER; i++) {
        String name = NAMES.get((done + i) % NAMES.size());
        layer.file(i < NAMES.size() ? name : i + "/" + name, hostile(corpus));
      }
      Inventory inventory = TestImage.of(layer).inventory();
      lines += inventory.notAnalysed().size();
      assertThat(inventory.components().size()).as("seed %d", seed).isLessThan(300_000);
    }
    assertThat(lines).as("lines about files that cannot be read, seed %d", seed).isPositive();
  }

  private static List<byte[]> corpus() throws IOException {
    var files = new ArrayList<byte[]>();
    try (Stream<Path> all = Files.walk(Path.of("src/test/resources"))) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.add(Files.readAllBytes(file));
      }
    }
    assertThat(files).hasSizeGreaterThan(100);
    return files;
  }

  private byte[] hostile(List<byte[]> corpus) {
    byte[] bytes = corpus.get(random.nextInt(corpus.size())).clone();
    for (int times = random.nextInt(4); times > 0; times--) {
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> damaged(bytes);
            case 2 -> joined(bytes, corpus.get(random.nextInt(corpus.size())));
            case 3 -> repeated(bytes);
            case 4 -> numbers(bytes);
            default -> moved(bytes);
          };
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes) {
    byte[] out = bytes.clone();
    for (int i = random.nextInt(20); i > 0 && out.length > 0; i--) {
      out[random.nextInt(out.length)] = (byte) random.nextInt();
    }
    return out;
  }

  private byte[] joined(byte[] a, byte[] b) {
    int cut = random.nextInt(a.length + 1);
    int from = random.nextInt(b.length + 1);
    byte[] out = Arrays.copyOf(a, Math.min(LONGEST, cut + b.length - from));
    System.arraycopy(b, from, out, Math.min(cut, out.length), Math.max(0, out.length - cut));
    return out;
  }

  /** A piece many times: depth, width and length. */
  private byte[] repeated(byte[] bytes) {
    if (bytes.length == 0) return bytes;
    int from = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - from, 1 + random.nextInt(40));
    int times = Math.min(random.nextInt(5_000), (LONGEST - bytes.length) / length);
    if (times <= 0) return bytes;
    byte[] out = Arrays.copyOf(bytes, bytes.length + times * length);
    for (int i = 0; i < times; i++) {
      System.arraycopy(bytes, from, out, from + i * length, length);
    }
    System.arraycopy(bytes, from, out, from + times * length, bytes.length - from);
    return out;
  }

  /** The numbers that formats count with, far too large. */
  private byte[] numbers(byte[] bytes) {
    byte[] out = bytes.clone();
    for (int i = 0; i + 4 <= out.length; i++) {
      if (random.nextInt(200) == 0) Arrays.fill(out, i, i + 4, (byte) (random.nextInt(2) * 0xff));
    }
    return out;
  }

  private byte[] moved(byte[] bytes) {
    int cut = random.nextInt(bytes.length + 1);
    byte[] out = new byte[bytes.length];
    System.arraycopy(bytes, cut, out, 0, bytes.length - cut);
    System.arraycopy(bytes, 0, out, bytes.length - cut, cut);
    return out;
  }
}
