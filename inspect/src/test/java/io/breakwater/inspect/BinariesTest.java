package io.breakwater.inspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;
import org.junit.jupiter.api.Test;

/** The words of attackers are taken apart here, and put together when the test runs. */
class BinariesTest {
  private static final String MARK = "UP" + "X!";
  private static final String PROC = "\0/proc/self/fd/%d\0/proc/%s/" + "stat\0";

  @Test
  void aPackedProgramIsFoundAlsoWithItsMarksWiped() {
    assertThat(severity(MadeElf.upx(40_000, MARK, MARK))).isEqualTo(Severity.MEDIUM);
    assertThat(severity(MadeElf.upx(40_000, "none", MARK))).isEqualTo(Severity.HIGH);
    assertThat(severity(MadeElf.upx(40_000, "none", "none"))).isEqualTo(Severity.HIGH);
    assertThat(severity(MadeElf.program(MadeElf.noise(300_000), 0))).isEqualTo(Severity.HIGH);
  }

  @Test
  void dataAndPlainCodeAreNotPacked() {
    assertThat(ids(MadeElf.program(MadeElf.noise(300_000), 30))).as("has sections").isEmpty();
    assertThat(ids(MadeElf.program(new byte[300_000], 0))).as("no entropy").isEmpty();
    byte[] mention = ("x".repeat(1_000) + MARK + "x".repeat(1_000)).getBytes(ISO_8859_1);
    assertThat(ids(MadeElf.program(mention, 30))).as("a program that knows the mark").isEmpty();
  }

  @Test
  void aLibraryThatHidesIsFoundAndWorseWhenItIsPreloaded() {
    byte[] hider = MadeElf.library(PROC, new String[] {"readdir", "readdir64"}, "dlsym");
    assertThat(ids(hider)).containsExactly("preload-rootkit");
    byte[] door =
        MadeElf.library("", new String[] {"readdir", "accept", "pam_authenticate"}, "dlsym");
    assertThat(ids(door)).containsExactly("preload-rootkit");
    var image =
        new MadeLayers().file("lib/x.so", hider).file("etc/ld.so.preload", "# x\n/lib/x.so \n");
    assertThat(image.findings(new TestSubject(1)))
        .extracting(Finding.OfCheck::id, Finding.OfCheck::severity)
        .contains(org.assertj.core.groups.Tuple.tuple("preloaded-library", Severity.CRITICAL));
  }

  @Test
  void librariesThatHookForGoodReasonsAreFine() {
    String[] allocator = {"malloc", "free"};
    assertThat(ids(MadeElf.library("/proc/net/tcp", allocator, "dlsym"))).isEmpty();
    String[] sanitizer = {"readdir", "accept", "fopen", "open", "__asan_init"};
    assertThat(ids(MadeElf.library("HISTFILE /bin/sh", sanitizer, "dlsym"))).isEmpty();
    String[] profiler = {
      "readdir", "open", "fopen", "write", "read", "close", "fclose", "lseek", "dup", "fgets",
      "fputs"
    };
    assertThat(ids(MadeElf.library("", profiler, "dlsym"))).isEmpty();
    assertThat(ids(MadeElf.library(PROC, new String[] {"run"}, "readdir", "dlsym"))).isEmpty();
  }

  @Test
  void preloadedLibrariesOfPackagesAndAllocatorsAreFine() {
    var image =
        new MadeLayers().file("etc/ld.so.preload", "/usr/lib/libjemalloc.so.2 /lib/own.so\n");
    assertThat(image.findings(new TestSubject(1).owned("/lib/own.so"))).isEmpty();
    image = new MadeLayers().file("etc/ld.so.preload", "/tmp/.libjemalloc.so\n");
    assertThat(image.ids()).contains("preloaded-library");
  }

  @Test
  void codeForTheKernelIsTold() {
    String module = "\0.modinfo\0.text\0";
    String hides = "kallsyms_" + "lookup_name\0__x64_sys_" + "getdents64\0module_" + "hide\0";
    assertThat(ids(MadeElf.object(62, module, hides))).containsExactly("kernel-rootkit");
    assertThat(ids(MadeElf.object(62, module, "usb_register"))).containsExactly("kernel-module");
    assertThat(new MadeLayers().file("lib/modules/6.1/a.ko", MadeElf.object(62, module, "x")).ids())
        .isEmpty();
    assertThat(ids(MadeElf.object(62, "\0.text\0", hides))).as("an object file").isEmpty();
    String listing = "\0tp/syscalls/sys_exit_get" + "dents64\0";
    String write = "\u0085\0\0\0$\0\0\0";
    assertThat(ids(MadeElf.object(247, listing, write))).containsExactly("kernel-rootkit");
    assertThat(ids(MadeElf.object(247, listing, "x"))).isEmpty();
  }

  @Test
  void minersAreToldByWhatTheySayTogether() {
    String miner = "strat" + "um+tcp://h:1\0donate-" + "level\0random" + "x\0XM" + "Rig 6.0\0";
    assertThat(ids(MadeElf.program(miner.getBytes(ISO_8859_1), 30))).containsExactly("miner");
    String wallet = "random" + "x\0crypto" + "night\0monerod\0hashrate";
    assertThat(ids(MadeElf.program(wallet.getBytes(ISO_8859_1), 30))).isEmpty();
    String hunter =
        miner + "xmr-" + "stak\0cpu" + "miner\0kin" + "sing\0eth" + "miner\0phoenix" + "miner";
    assertThat(ids(MadeElf.program(hunter.getBytes(ISO_8859_1), 30))).isEmpty();
  }

  @FuzzTest(maxDuration = "20s")
  void anyBinaryIsReadToItsEnd(byte[] data) {
    byte[] bytes = new byte[Math.max(data.length + 4, 64)];
    System.arraycopy(data, 0, bytes, 4, data.length);
    System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F'}, 0, bytes, 0, 4);
    ids(bytes);
  }

  private static Severity severity(byte[] binary) {
    var findings = new MadeLayers().file("opt/x", binary).findings(new TestSubject(1));
    assertThat(findings).extracting(Finding.OfCheck::id).containsExactly("packed-binary");
    return findings.getFirst().severity();
  }

  private static java.util.List<String> ids(byte[] binary) {
    return new MadeLayers().file("opt/x", binary).ids();
  }
}
