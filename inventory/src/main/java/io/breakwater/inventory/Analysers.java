package io.breakwater.inventory;

import io.breakwater.inventory.internal.apk.ApkAnalyser;
import io.breakwater.inventory.internal.beam.HexAnalyser;
import io.breakwater.inventory.internal.conda.CondaAnalyser;
import io.breakwater.inventory.internal.cpp.ConanAnalyser;
import io.breakwater.inventory.internal.cpp.VcpkgAnalyser;
import io.breakwater.inventory.internal.dart.PubAnalyser;
import io.breakwater.inventory.internal.dotnet.DotnetAnalyser;
import io.breakwater.inventory.internal.dotnet.NugetAnalyser;
import io.breakwater.inventory.internal.dpkg.DpkgAnalyser;
import io.breakwater.inventory.internal.github.ActionsAnalyser;
import io.breakwater.inventory.internal.golang.GoAnalyser;
import io.breakwater.inventory.internal.golang.GoModAnalyser;
import io.breakwater.inventory.internal.golang.GoVendorAnalyser;
import io.breakwater.inventory.internal.haskell.HackageAnalyser;
import io.breakwater.inventory.internal.java.JavaAnalyser;
import io.breakwater.inventory.internal.julia.JuliaAnalyser;
import io.breakwater.inventory.internal.lua.LuaRocksAnalyser;
import io.breakwater.inventory.internal.models.ModelAnalyser;
import io.breakwater.inventory.internal.nim.NimbleAnalyser;
import io.breakwater.inventory.internal.node.BunLockAnalyser;
import io.breakwater.inventory.internal.node.DenoLockAnalyser;
import io.breakwater.inventory.internal.node.NodeAnalyser;
import io.breakwater.inventory.internal.node.NpmLockAnalyser;
import io.breakwater.inventory.internal.node.PnpmLockAnalyser;
import io.breakwater.inventory.internal.node.YarnLockAnalyser;
import io.breakwater.inventory.internal.ocaml.OpamAnalyser;
import io.breakwater.inventory.internal.os.OsReleaseAnalyser;
import io.breakwater.inventory.internal.perl.CpanAnalyser;
import io.breakwater.inventory.internal.php.ComposerLockAnalyser;
import io.breakwater.inventory.internal.php.PearAnalyser;
import io.breakwater.inventory.internal.php.PhpAnalyser;
import io.breakwater.inventory.internal.python.PythonAnalyser;
import io.breakwater.inventory.internal.python.PythonLockAnalyser;
import io.breakwater.inventory.internal.r.RAnalyser;
import io.breakwater.inventory.internal.rpm.RpmAnalyser;
import io.breakwater.inventory.internal.ruby.GemfileLockAnalyser;
import io.breakwater.inventory.internal.ruby.RubyAnalyser;
import io.breakwater.inventory.internal.rust.CargoLockAnalyser;
import io.breakwater.inventory.internal.rust.CargoTomlAnalyser;
import io.breakwater.inventory.internal.rust.RustAnalyser;
import io.breakwater.inventory.internal.swift.SwiftAnalyser;
import io.breakwater.inventory.internal.terraform.TerraformAnalyser;
import io.breakwater.inventory.internal.wordpress.WordPressAnalyser;
import java.util.List;

/** Every package format that we read: the one list that a new format is added to. */
final class Analysers {
  private Analysers() {}

  static List<Analyser> all() {
    return List.of(
        new OsReleaseAnalyser(),
        new DpkgAnalyser(),
        new ApkAnalyser(),
        new RpmAnalyser(),
        new JavaAnalyser(),
        new NodeAnalyser(),
        new PythonAnalyser(),
        new PythonLockAnalyser(),
        new CondaAnalyser(),
        new NugetAnalyser(),
        new ConanAnalyser(),
        new VcpkgAnalyser(),
        new PubAnalyser(),
        new HexAnalyser(),
        new HackageAnalyser(),
        new SwiftAnalyser(),
        new LuaRocksAnalyser(),
        new CpanAnalyser(),
        new RAnalyser(),
        new JuliaAnalyser(),
        new OpamAnalyser(),
        new NimbleAnalyser(),
        new WordPressAnalyser(),
        new ActionsAnalyser(),
        new TerraformAnalyser(),
        new ModelAnalyser(),
        new GoAnalyser(),
        new RustAnalyser(),
        new RubyAnalyser(),
        new PhpAnalyser(),
        new DotnetAnalyser(),
        new NpmLockAnalyser(),
        new YarnLockAnalyser(),
        new PnpmLockAnalyser(),
        new BunLockAnalyser(),
        new DenoLockAnalyser(),
        new GoModAnalyser(),
        new GoVendorAnalyser(),
        new CargoLockAnalyser(),
        new CargoTomlAnalyser(),
        new GemfileLockAnalyser(),
        new ComposerLockAnalyser(),
        new PearAnalyser());
  }
}
