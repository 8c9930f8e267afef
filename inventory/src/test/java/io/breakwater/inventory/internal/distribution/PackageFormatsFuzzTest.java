package io.breakwater.inventory.internal.distribution;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.github.luben.zstd.Zstd;
import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.internal.brew.BrewAnalyser;
import io.breakwater.inventory.internal.dpkg.ChiselAnalyser;
import io.breakwater.inventory.internal.flatpak.FlatpakAnalyser;
import io.breakwater.inventory.internal.nix.NixAnalyser;
import io.breakwater.inventory.internal.opkg.OpkgAnalyser;
import io.breakwater.inventory.internal.pacman.PacmanAnalyser;
import io.breakwater.inventory.internal.portage.PortageAnalyser;
import io.breakwater.inventory.internal.snap.SnapAnalyser;
import io.breakwater.inventory.recording.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whatever the bytes are, a reader ends, with packages or with an {@link IOException}. */
class PackageFormatsFuzzTest {
  private static void survives(Analyser analyser, String path, byte[] bytes) {
    try {
      Recorded.given(analyser, path, bytes);
    } catch (IOException expected) {
      // refused
    }
  }

  @FuzzTest
  void pacman(byte[] bytes) {
    survives(new PacmanAnalyser(), "var/lib/pacman/local/a-1-1/desc", bytes);
    survives(new PacmanAnalyser(), "var/lib/pacman/local/a-1-1/files", bytes);
  }

  @FuzzTest
  void opkg(byte[] bytes) {
    survives(new OpkgAnalyser(), "usr/lib/opkg/status", bytes);
    survives(new OpkgAnalyser(), "usr/lib/opkg/info/a.list", bytes);
  }

  @FuzzTest
  void portage(byte[] bytes) {
    survives(new PortageAnalyser(), "var/db/pkg/a/b-1/CONTENTS", bytes);
    survives(new PortageAnalyser(), "var/db/pkg/a/b-1/LICENSE", bytes);
  }

  /** The name of a directory. */
  @FuzzTest
  void storePath(byte[] bytes) {
    String path = "nix/store/" + new String(bytes, StandardCharsets.UTF_8);
    if (new NixAnalyser().wantsDirectory(path)) survives(new NixAnalyser(), path, new byte[0]);
  }

  @FuzzTest
  void receipt(byte[] bytes) {
    survives(new BrewAnalyser(), "Cellar/a/1/INSTALL_RECEIPT.json", bytes);
  }

  @FuzzTest
  void flatpak(byte[] bytes) {
    survives(new FlatpakAnalyser(), "flatpak/app/a/b/c/d/metadata", bytes);
  }

  @FuzzTest
  void snap(byte[] bytes) {
    survives(new SnapAnalyser(), "meta/snap.yaml", bytes);
    survives(new SnapAnalyser(), "snap/manifest.yaml", bytes);
  }

  /** As it stands, and packed. */
  @FuzzTest
  void chisel(byte[] bytes) {
    survives(new ChiselAnalyser(), "var/lib/chisel/manifest.wall", bytes);
    survives(new ChiselAnalyser(), "var/lib/chisel/manifest.wall", Zstd.compress(bytes));
  }
}
