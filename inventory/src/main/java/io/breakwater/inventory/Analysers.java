package io.breakwater.inventory;

import io.breakwater.inventory.internal.apk.ApkAnalyser;
import io.breakwater.inventory.internal.dotnet.DotnetAnalyser;
import io.breakwater.inventory.internal.dpkg.DpkgAnalyser;
import io.breakwater.inventory.internal.golang.GoAnalyser;
import io.breakwater.inventory.internal.golang.GoModAnalyser;
import io.breakwater.inventory.internal.golang.GoVendorAnalyser;
import io.breakwater.inventory.internal.java.GradleLockAnalyser;
import io.breakwater.inventory.internal.java.GradleVerificationAnalyser;
import io.breakwater.inventory.internal.java.JavaAnalyser;
import io.breakwater.inventory.internal.java.PomAnalyser;
import io.breakwater.inventory.internal.java.SbtLockAnalyser;
import io.breakwater.inventory.internal.java.VersionCatalogAnalyser;
import io.breakwater.inventory.internal.node.BunLockAnalyser;
import io.breakwater.inventory.internal.node.DenoLockAnalyser;
import io.breakwater.inventory.internal.node.DenoManifestAnalyser;
import io.breakwater.inventory.internal.node.NodeAnalyser;
import io.breakwater.inventory.internal.node.NpmLockAnalyser;
import io.breakwater.inventory.internal.node.PnpmLockAnalyser;
import io.breakwater.inventory.internal.node.YarnLockAnalyser;
import io.breakwater.inventory.internal.os.OsReleaseAnalyser;
import io.breakwater.inventory.internal.php.ComposerLockAnalyser;
import io.breakwater.inventory.internal.php.PearAnalyser;
import io.breakwater.inventory.internal.php.PhpAnalyser;
import io.breakwater.inventory.internal.python.PythonAnalyser;
import io.breakwater.inventory.internal.rpm.RpmAnalyser;
import io.breakwater.inventory.internal.ruby.GemfileLockAnalyser;
import io.breakwater.inventory.internal.ruby.RubyAnalyser;
import io.breakwater.inventory.internal.rust.CargoLockAnalyser;
import io.breakwater.inventory.internal.rust.CargoTomlAnalyser;
import io.breakwater.inventory.internal.rust.RustAnalyser;
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
        new PearAnalyser(),
        new PomAnalyser(),
        new GradleLockAnalyser(),
        new GradleVerificationAnalyser(),
        new VersionCatalogAnalyser(),
        new SbtLockAnalyser(),
        new DenoManifestAnalyser());
  }
}
