package io.breakwater.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.internal.binary.TestElf;
import io.breakwater.inventory.internal.dotnet.AssemblyAnalyser;
import io.breakwater.inventory.internal.embedded.NativeImageAnalyser;
import io.breakwater.inventory.internal.kernel.KernelImageAnalyser;
import io.breakwater.inventory.internal.kernel.KernelModuleAnalyser;
import io.breakwater.inventory.internal.notes.PackageNoteAnalyser;
import io.breakwater.inventory.internal.php.ExtensionAnalyser;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whatever an executable holds, an analyser reports, or throws an IOException: nothing else. */
class BinariesFuzzTest {
  /** Asks no analyser whether it wants the file: some want none as small as these. */
  private static void survives(Analyser analyser, String path, byte[] bytes) {
    var facts = new RecordedFacts();
    try {
      analyser.analyse(RecordedFacts.entry(path, bytes.length), Content.of(bytes), facts);
    } catch (IOException expected) {
      assertThat(expected).isInstanceOf(IOException.class);
    }
    assertThat(facts.packages).allSatisfy(found -> assertThat(found.name()).isNotEmpty());
  }

  @FuzzTest
  void packageNotes(byte[] bytes) {
    survives(new PackageNoteAnalyser(), "bin/x", bytes);
  }

  @FuzzTest
  void noteTexts(byte[] bytes) {
    String json = new String(bytes, StandardCharsets.UTF_8);
    survives(new PackageNoteAnalyser(), "bin/x", new TestElf().packageNote(json).bytes());
  }

  @FuzzTest
  void nativeImages(byte[] bytes) {
    survives(new NativeImageAnalyser(), "bin/x", bytes);
  }

  @FuzzTest
  void kernels(byte[] bytes) {
    survives(new KernelImageAnalyser(), "boot/vmlinuz", bytes);
  }

  @FuzzTest
  void modules(byte[] bytes) {
    survives(new KernelModuleAnalyser(), "x.ko", bytes);
    survives(new KernelModuleAnalyser(), "x.ko.gz", bytes);
  }

  @FuzzTest
  void assemblies(byte[] bytes) {
    survives(new AssemblyAnalyser(), "x.dll", bytes);
  }

  @FuzzTest
  void extensions(byte[] bytes) {
    survives(new ExtensionAnalyser(), "usr/lib/php/x.so", bytes);
  }
}
