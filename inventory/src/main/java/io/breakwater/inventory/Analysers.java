package io.breakwater.inventory;

import io.breakwater.inventory.internal.apk.ApkAnalyser;
import io.breakwater.inventory.internal.dpkg.DpkgAnalyser;
import io.breakwater.inventory.internal.os.OsReleaseAnalyser;
import io.breakwater.inventory.internal.rpm.RpmAnalyser;
import java.util.List;

/** Every package format that we read: the one list that a new format is added to. */
final class Analysers {
  private Analysers() {}

  static List<Analyser> all() {
    return List.of(
        new OsReleaseAnalyser(), new DpkgAnalyser(), new ApkAnalyser(), new RpmAnalyser());
  }
}
