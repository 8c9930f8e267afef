package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.binary.TestProgram;
import io.breakwater.inventory.reach.Reachability;
import io.breakwater.model.Component;
import io.breakwater.model.ImageInfo.Settings;
import io.breakwater.model.Reach;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is known of packages by what the entry point of an image runs. */
class ReachabilityTest {
  private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";
  private static final String LIB = "usr/lib/x86_64-linux-gnu/";

  /** Debian with a C library, a library that another library needs, and one that nobody needs. */
  private static TestLayer debian() {
    var layer = TestLayer.number(1).file("etc/os-release", "ID=debian\nVERSION_ID=\"13\"\n");
    layer.symlink("lib", "usr/lib").symlink("bin", "usr/bin").symlink("lib64", "usr/lib64");
    layer.symlink("sbin", "usr/sbin");
    layer.symlink("usr/lib64/ld-linux-x86-64.so.2", "../lib/x86_64-linux-gnu/ld-2.so");
    layer.file(LIB + "ld-2.so", TestProgram.library("ld-linux-x86-64.so.2").bytes());
    layer.file(LIB + "libc.so.6", TestProgram.library("libc.so.6").imports("execve").bytes());
    layer.file(LIB + "libssl.so.3", library("libssl.so.3", "libcrypto.so.3", "libc.so.6"));
    // Each needs the other: such circles exist.
    layer.file(LIB + "libcrypto.so.3.0", library("libcrypto.so.3", "libssl.so.3"));
    layer.file(LIB + "libxml2.so.2", library("libxml2.so.2", "libc.so.6"));
    layer.file(LIB + "libnss_files.so.2", library("libnss_files.so.2"));
    layer.file("usr/bin/other", program("libxml2.so.2"));
    var status = new StringBuilder();
    owned(layer, status, "libc6", LIB + "libc.so.6", LIB + "ld-2.so");
    owned(layer, status, "libssl3", LIB + "libssl.so.3", LIB + "libcrypto.so.3.0");
    owned(layer, status, "libxml2", LIB + "libxml2.so.2", "usr/bin/other");
    owned(layer, status, "libnss", LIB + "libnss_files.so.2");
    owned(layer, status, "server", "usr/sbin/server");
    owned(layer, status, "bash", "usr/bin/bash");
    owned(layer, status, "tzdata", "usr/share/zoneinfo/UTC");
    return layer.file("var/lib/dpkg/status", status.toString());
  }

  private static void owned(TestLayer layer, StringBuilder status, String name, String... files) {
    status.append("Package: ").append(name);
    status.append("\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n\n");
    var list = new StringBuilder();
    for (String file : files) list.append('/').append(file).append('\n');
    layer.file("var/lib/dpkg/info/" + name + ".list", list.toString());
  }

  private static byte[] library(String soname, String... needs) {
    return TestProgram.library(soname).needs(needs).bytes();
  }

  private static byte[] program(String... needs) {
    return TestProgram.program(LOADER).needs(needs).bytes();
  }

  private static Settings runs(String... words) {
    return new Settings("", List.of(words), List.of(), "");
  }

  private static Map<String, String> reach(Settings settings, TestLayer... layers)
      throws IOException {
    Inventory inventory = TestImage.of(layers).inventory();
    Map<String, Reach> reach = Reachability.of(inventory, settings);
    var byName = new TreeMap<String, String>();
    for (Component component : inventory.components()) {
      Reach one = reach.getOrDefault(component.id(), Reach.UNKNOWN);
      byName.put(component.name(), (one.state().id() + ": " + one.evidence()).strip());
    }
    return byName;
  }

  @Test
  void whatTheProgramNeedsIsReachedThroughLinksAndChainsAndTheRestIsNot() throws IOException {
    var layer = debian().file("usr/sbin/server", program("libssl.so.3", "libc.so.6"));
    String not = "unreached: not among the 5 files that /usr/sbin/server needs";
    assertThat(reach(runs("server"), layer))
        .containsEntry("server", "reached: the entry point is /usr/sbin/server")
        .containsEntry("libssl3", "reached: /usr/sbin/server needs libssl.so.3")
        .containsEntry("libc6", "reached: /usr/sbin/server needs libc.so.6")
        .containsEntry("libxml2", not)
        .containsEntry("libnss", "unknown:") // the C library may load it
        .containsEntry("tzdata", "unknown:"); // data: anybody may read it
  }

  @Test
  void nothingIsUnreachedWhenAnyOfThemCanLoadOrStartMore() throws IOException {
    var loads = TestProgram.program(LOADER).needs("libc.so.6").imports("malloc", "dlopen");
    assertThat(reach(runs("/sbin/server"), debian().file("usr/sbin/server", loads.bytes())))
        .containsEntry("libxml2", "unknown: /usr/sbin/server loads libraries by name")
        .containsEntry("libc6", "reached: /usr/sbin/server needs libc.so.6");
    var starts = TestProgram.library("libssl.so.3").imports("posix_spawnp");
    var layer = debian().file("usr/sbin/server", program("libssl.so.3"));
    assertThat(reach(runs("/sbin/server"), layer.file(LIB + "libssl.so.3", starts.bytes())))
        .containsEntry("libxml2", "unknown: /usr/lib/x86_64-linux-gnu/libssl.so.3 starts programs");
    assertThat(reach(runs("server"), debian().file("usr/sbin/server", program("libgone.so"))))
        .containsEntry("libxml2", "unknown: /usr/sbin/server needs libgone.so, which is nowhere");
    var preload = debian().file("usr/sbin/server", program()).file("etc/ld.so.preload", "x");
    assertThat(reach(runs("server"), preload))
        .containsEntry("libxml2", "unknown: /etc/ld.so.preload names libraries");
    assertThat(reach(runs("nothing"), debian()))
        .containsEntry("libxml2", "unknown: nothing is not in the image");
    assertThat(reach(Settings.NONE, debian())).containsEntry("libxml2", "unknown:");
  }

  @Test
  void aLibraryOfItsOwnFolderComesFirst() throws IOException {
    var program = TestProgram.program(LOADER).needs("libxml2.so.2").runpath("$ORIGIN/../lib");
    var layer = debian().file("opt/x/bin/x", program.bytes());
    assertThat(reach(runs("/opt/x/bin/x"), layer))
        .containsEntry("libxml2", "reached: /opt/x/bin/x needs libxml2.so.2");
    layer.file("opt/x/lib/libxml2.so.2", library("libxml2.so.2"));
    assertThat(reach(runs("/opt/x/bin/x"), layer).get("libxml2")).startsWith("unreached: ");
  }

  @Test
  void aStaticProgramOfGoIsAloneUnlessItStartsPrograms() throws IOException {
    var alone = debian().file("app", TestProgram.ofGo("main.main", "os.Open"));
    assertThat(reach(runs("/app"), alone))
        .containsEntry("libc6", "unreached: /app is static and starts nothing")
        .containsEntry("tzdata", "unknown:");
    var starts = debian().file("app", TestProgram.ofGo("main.main", "syscall.forkExec"));
    assertThat(reach(runs("/app"), starts)).containsEntry("libc6", "unknown: /app starts programs");
    var other = TestProgram.ofGo();
    other[16] = 3;
    assertThat(reach(runs("/app"), debian().file("app", other)).get("libc6"))
        .startsWith("unknown: ");
  }

  @Test
  void aScriptReachesWhatItNamesAndNobodyKnowsTheRest() throws IOException {
    var layer = debian().file("usr/sbin/server", program("libssl.so.3", "libc.so.6"));
    layer.file("usr/bin/bash", program("libc.so.6"));
    layer.file("entry.sh", "#!/bin/bash\n# other things\nset -e; echo hi\nexec server \"$@\"\n");
    assertThat(reach(runs("/entry.sh"), layer))
        .containsEntry("bash", "reached: /entry.sh is run by /bin/bash")
        .containsEntry("server", "reached: /entry.sh names server")
        .containsEntry("libxml2", "unknown: /entry.sh is a script");
    layer.file("entry.sh", "#!/bin/bash\nexec \"$@\"\n");
    var given = new Settings("", List.of("/entry.sh"), List.of("server", "-x"), "");
    assertThat(reach(given, layer)).containsEntry("server", "reached: /entry.sh is given server");
  }

  @Test
  void simpleCommandsOfShellsAndWrappersAreFollowed() throws IOException {
    var layer = debian().file("usr/sbin/server", program("libssl.so.3", "libc.so.6"));
    layer.file("usr/bin/bash", program("libc.so.6")).file("usr/bin/tini", program("libc.so.6"));
    layer.symlink("usr/bin/sh", "bash");
    for (String text : List.of("exec server -x", "A=b server", "cd /x && server", "'server' x")) {
      assertThat(reach(runs("/bin/sh", "-c", text), layer))
          .as(text)
          .containsEntry("bash", "reached: the entry point is /usr/bin/bash")
          .containsEntry("server", "reached: the entry point is /usr/sbin/server");
    }
    for (String text :
        List.of("$SERVER", "server | other", "server `x`", "server \"", "(server)")) {
      assertThat(reach(runs("/bin/sh", "-c", text), layer))
          .as(text)
          .containsEntry("libxml2", "unknown: the entry point is more than a simple command");
    }
    assertThat(reach(runs("tini", "-s", "--", "server"), layer).get("libxml2"))
        .startsWith("unreached: ");
  }

  @Test
  void layersAboveCountAndLinksInCirclesLeadNowhere() throws IOException {
    var lower = debian().file("usr/sbin/server", program("libxml2.so.2"));
    var upper = TestLayer.number(2).file("usr/sbin/server", program("libssl.so.3"));
    assertThat(reach(runs("server"), lower, upper).get("libxml2")).startsWith("unreached: ");
    var circle = TestLayer.number(2).symlink("a", "b").symlink("b", "/a").symlink("c", "c/c");
    for (String path : List.of("/a", "/b", "/c", "../../..")) {
      assertThat(reach(runs(path), lower, circle).get("libxml2")).as(path).startsWith("unknown: ");
    }
    // A copy of the same name in a folder of its own: which is meant, PATH would tell.
    var copy = TestLayer.number(2).file("opt/venv/bin/server", program());
    assertThat(reach(runs("server"), lower, copy))
        .containsEntry("libxml2", "unknown: server is in several folders");
  }
}
