package io.breakwater.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.internal.beam.HexAnalyser;
import io.breakwater.inventory.internal.conda.CondaAnalyser;
import io.breakwater.inventory.internal.cpp.ConanAnalyser;
import io.breakwater.inventory.internal.cpp.VcpkgAnalyser;
import io.breakwater.inventory.internal.dart.PubAnalyser;
import io.breakwater.inventory.internal.dotnet.NugetAnalyser;
import io.breakwater.inventory.internal.github.ActionsAnalyser;
import io.breakwater.inventory.internal.haskell.HackageAnalyser;
import io.breakwater.inventory.internal.julia.JuliaAnalyser;
import io.breakwater.inventory.internal.lua.LuaRocksAnalyser;
import io.breakwater.inventory.internal.models.ModelAnalyser;
import io.breakwater.inventory.internal.nim.NimbleAnalyser;
import io.breakwater.inventory.internal.ocaml.OpamAnalyser;
import io.breakwater.inventory.internal.perl.CpanAnalyser;
import io.breakwater.inventory.internal.python.PythonLockAnalyser;
import io.breakwater.inventory.internal.r.RAnalyser;
import io.breakwater.inventory.internal.swift.SwiftAnalyser;
import io.breakwater.inventory.internal.terraform.TerraformAnalyser;
import io.breakwater.inventory.internal.wordpress.WordPressAnalyser;
import java.io.IOException;

/** Whatever stands in a lock file, its reader tells packages or refuses it: nothing else. */
class EcosystemsFuzzTest {
  private static void survives(Analyser analyser, byte[] bytes, String... paths) {
    for (String path : paths) {
      try {
        RecordedFacts facts = RecordedFacts.of(analyser, path, bytes);
        assertThat(facts.packages).allSatisfy(found -> assertThat(found.name()).isNotEmpty());
      } catch (IOException expected) {
        assertThat(expected).isInstanceOf(IOException.class);
      }
    }
  }

  @FuzzTest
  void python(byte[] bytes) {
    String[] paths = {
      "poetry.lock", "pdm.lock", "uv.lock", "Pipfile.lock", "pylock.toml", "pyproject.toml",
    };
    survives(new PythonLockAnalyser(), bytes, paths);
  }

  @FuzzTest
  void requirements(byte[] bytes) {
    survives(new PythonLockAnalyser(), bytes, "requirements.txt", "setup.py", "setup.cfg");
  }

  @FuzzTest
  void conda(byte[] bytes) {
    survives(new CondaAnalyser(), bytes, "conda-meta/a.json", "environment.yml");
  }

  @FuzzTest
  void nuget(byte[] bytes) {
    String[] paths = {
      "packages.lock.json", "project.assets.json", "packages.config", "a.csproj",
    };
    survives(new NugetAnalyser(), bytes, paths);
    survives(new NugetAnalyser(), bytes, "paket.lock", "paket.dependencies");
  }

  @FuzzTest
  void conan(byte[] bytes) {
    String info = "m/1/_/_/package/0/conaninfo.txt";
    survives(new ConanAnalyser(), bytes, "conan.lock", "conanfile.txt", info);
    survives(new VcpkgAnalyser(), bytes, "vcpkg/status", "vcpkg.json");
  }

  @FuzzTest
  void beam(byte[] bytes) {
    survives(new HexAnalyser(), bytes, "mix.lock", "rebar.lock", "manifest.toml", "gleam.toml");
    survives(new HexAnalyser(), bytes, "ebin/a.app", "deps/a/hex_metadata.config");
  }

  @FuzzTest
  void swift(byte[] bytes) {
    survives(new SwiftAnalyser(), bytes, "Package.resolved", "Podfile.lock");
  }

  @FuzzTest
  void julia(byte[] bytes) {
    survives(new JuliaAnalyser(), bytes, "Manifest.toml", "Project.toml");
  }

  @FuzzTest
  void yaml(byte[] bytes) {
    survives(new PubAnalyser(), bytes, "pubspec.lock");
    survives(new CpanAnalyser(), bytes, "META.yml");
    survives(new ActionsAnalyser(), bytes, ".github/workflows/a.yml");
    survives(new HackageAnalyser(), bytes, "stack.yaml.lock", "stack.yaml");
  }

  @FuzzTest
  void lines(byte[] bytes) {
    survives(new HackageAnalyser(), bytes, "cabal.project.freeze");
    survives(new LuaRocksAnalyser(), bytes, "a-1-1.rockspec", "lib/rocks-5.1/manifest");
    survives(new CpanAnalyser(), bytes, "cpanfile.snapshot", "lib/perllocal.pod");
    survives(new TerraformAnalyser(), bytes, ".terraform.lock.hcl");
    survives(new RAnalyser(), bytes, "library/a/DESCRIPTION");
    survives(new OpamAnalyser(), bytes, ".opam-switch/packages/a.1/opam", "a.opam.locked");
    survives(new WordPressAnalyser(), bytes, "wp-content/plugins/a/a.php");
  }

  @FuzzTest
  void json(byte[] bytes) {
    survives(new CpanAnalyser(), bytes, "x/.meta/a/MYMETA.json", "x/.meta/a/install.json");
    survives(new RAnalyser(), bytes, "renv.lock");
    survives(new NimbleAnalyser(), bytes, "nimble.lock");
  }

  @FuzzTest
  void models(byte[] bytes) {
    survives(new ModelAnalyser(), bytes, "a.gguf");
  }
}
