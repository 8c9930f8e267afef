package io.breakwater.inventory;

import io.breakwater.inventory.internal.apk.ApkAnalyser;
import io.breakwater.inventory.internal.dotnet.DotnetAnalyser;
import io.breakwater.inventory.internal.dpkg.DpkgAnalyser;
import io.breakwater.inventory.internal.embedded.EmbeddedSbomAnalyser;
import io.breakwater.inventory.internal.golang.GoAnalyser;
import io.breakwater.inventory.internal.java.JavaAnalyser;
import io.breakwater.inventory.internal.node.NodeAnalyser;
import io.breakwater.inventory.internal.os.OsReleaseAnalyser;
import io.breakwater.inventory.internal.php.PhpAnalyser;
import io.breakwater.inventory.internal.python.PythonAnalyser;
import io.breakwater.inventory.internal.rpm.RpmAnalyser;
import io.breakwater.inventory.internal.ruby.RubyAnalyser;
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
        new EmbeddedSbomAnalyser());
  }
}
