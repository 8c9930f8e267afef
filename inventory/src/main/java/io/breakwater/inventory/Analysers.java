package io.breakwater.inventory;

import io.breakwater.inventory.internal.apk.ApkAnalyser;
import io.breakwater.inventory.internal.brew.BrewAnalyser;
import io.breakwater.inventory.internal.dotnet.DotnetAnalyser;
import io.breakwater.inventory.internal.dpkg.ChiselAnalyser;
import io.breakwater.inventory.internal.dpkg.DpkgAnalyser;
import io.breakwater.inventory.internal.flatpak.FlatpakAnalyser;
import io.breakwater.inventory.internal.golang.GoAnalyser;
import io.breakwater.inventory.internal.java.JavaAnalyser;
import io.breakwater.inventory.internal.nix.NixAnalyser;
import io.breakwater.inventory.internal.node.NodeAnalyser;
import io.breakwater.inventory.internal.opkg.OpkgAnalyser;
import io.breakwater.inventory.internal.os.OsReleaseAnalyser;
import io.breakwater.inventory.internal.pacman.PacmanAnalyser;
import io.breakwater.inventory.internal.php.PhpAnalyser;
import io.breakwater.inventory.internal.portage.PortageAnalyser;
import io.breakwater.inventory.internal.python.PythonAnalyser;
import io.breakwater.inventory.internal.rpm.RpmAnalyser;
import io.breakwater.inventory.internal.ruby.RubyAnalyser;
import io.breakwater.inventory.internal.rust.RustAnalyser;
import io.breakwater.inventory.internal.snap.SnapAnalyser;
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
        new ChiselAnalyser(),
        new PacmanAnalyser(),
        new OpkgAnalyser(),
        new PortageAnalyser(),
        new NixAnalyser(),
        new BrewAnalyser(),
        new FlatpakAnalyser(),
        new SnapAnalyser(),
        new JavaAnalyser(),
        new NodeAnalyser(),
        new PythonAnalyser(),
        new GoAnalyser(),
        new RustAnalyser(),
        new RubyAnalyser(),
        new PhpAnalyser(),
        new DotnetAnalyser());
  }
}
