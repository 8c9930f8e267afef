package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.LayerFacts.Note;
import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Presence;
import io.breakwater.model.Purl;
import io.breakwater.model.Scope;
import io.breakwater.model.SourcePackage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerFactsTest {
  private static final FoundPackage PACKAGE =
      new FoundPackage(
          Purl.parse("pkg:npm/%40scope/name@1.0?a=b&c=d#sub/path"),
          "@scope/näme",
          "1.0",
          Optional.of(new SourcePackage("source", "2.0")),
          List.of("MIT", "Apache-2.0"),
          "!/inner",
          7,
          "a line says so",
          new PackageTraits(
              Presence.DECLARED,
              Scope.DEVELOPMENT,
              List.of("other@2", "another"),
              List.of(new Digest("sha1", "da39a3ee")),
              List.of("cpe:2.3:a:b:c:1:*:*:*:*:*:*:*")));

  private static byte[] bytes() {
    var findings = new Findings(new ToyAnalyser(), new FactBudget());
    findings.found(PACKAGE);
    findings.found(FoundPackage.of(Purl.of("deb", "unknown", "libc6", "2"), "libc6", "2", ""));
    findings.notAnalysed("!/x", NotAnalysed.Reason.ENCRYPTED, "why");
    findings.operatingSystem(new OperatingSystem("debian", "12", "Debian"));
    findings.owns("libc6", "/lib/libc.so");
    findings.licences("libc6", List.of("LGPL"));
    var paths = new PathCollector();
    paths.add("dir/file", PathKind.NON_DIRECTORY);
    paths.add("gone", PathKind.WHITEOUT);
    var writer = new FactsWriter();
    writer.layerNote(new Note("/odd", NotAnalysed.Reason.OUTSIDE, ""));
    writer.file("dir/sub/file", List.of(findings));
    return writer.write(new byte[] {0}, new byte[] {1}, paths.index());
  }

  @Test
  void whatIsWrittenIsRead() {
    LayerFacts facts = LayerFacts.open(bytes()).orElseThrow();
    assertThat(facts.path(0)).isEqualTo("dir/sub/file");
    assertThat(facts.found(0, OperatingSystem.UNKNOWN)).isEqualTo(PACKAGE);
    assertThat(facts.analyser(0)).isEqualTo("toy");
    assertThat(facts.operatingSystem(0)).contains(new OperatingSystem("debian", "12", "Debian"));
    assertThat(facts.notes(0))
        .containsExactly(new Note("!/x", NotAnalysed.Reason.ENCRYPTED, "why"));
    assertThat(facts.layerNotes())
        .containsExactly(new Note("/odd", NotAnalysed.Reason.OUTSIDE, ""));
    assertThat(facts.ownerName(0)).isEqualTo("libc6");
    var licences = new ArrayList<String>();
    facts.licences(file -> file == 0, (name, list) -> licences.add(name + list));
    assertThat(licences).containsExactly("libc6[LGPL]");
    assertThat(facts.directoryHash(facts.directory(0))).isEqualTo(PathHash.of("dir/sub"));
    assertThat(PathKind.removes(facts.paths(), PathHash.of("gone"))).isTrue();
    assertThat(PathKind.removes(facts.paths(), PathHash.of("dir/file"))).isTrue();
    assertThat(PathKind.empties(facts.paths(), PathHash.of("dir"))).isFalse();
    assertThat(PathKind.removes(facts.paths(), PathHash.of("other"))).isFalse();
  }

  @Test
  void packagesOfTheDistributionBearItsName() {
    LayerFacts facts = LayerFacts.open(bytes()).orElseThrow();
    var os = new OperatingSystem("debian", "12", "Debian");
    assertThat(facts.found(1, os).purl().toString())
        .isEqualTo("pkg:deb/debian/libc6@2?distro=debian-12");
    assertThat(facts.found(0, os).purl()).isEqualTo(PACKAGE.purl());
  }

  @Test
  void bytesOfAnotherLengthOrVersionAreNone() {
    byte[] whole = bytes();
    for (int length = 0; length < whole.length; length++) {
      assertThat(LayerFacts.open(Arrays.copyOf(whole, length))).as("%d bytes", length).isEmpty();
    }
    assertThat(LayerFacts.open(Arrays.copyOf(whole, whole.length + 1))).isEmpty();
    whole[7]++;
    assertThat(LayerFacts.open(whole)).isEmpty();
  }

  @Test
  void bytesThatAreDamagedAreNoneOrCanBeReadToTheEnd() {
    byte[] whole = bytes();
    for (int at = 0; at < whole.length; at++) {
      for (int value : new int[] {0, 1, 0x7f, 0xff}) {
        byte[] damaged = whole.clone();
        damaged[at] = (byte) value;
        readAll(damaged);
      }
    }
  }

  @FuzzTest
  void readAll(byte[] bytes) {
    LayerFacts.open(bytes).ifPresent(LayerFactsTest::readAll);
  }

  private static void readAll(LayerFacts facts) {
    var os = new OperatingSystem("debian", "12", "Debian");
    for (int file = 0; file < facts.files(); file++) {
      facts.path(file);
      facts.notes(file);
      facts.operatingSystem(file);
      for (int d = facts.directory(file); d != 0; d = facts.parent(d)) facts.directoryHash(d);
      for (int p = facts.firstPackage(file); p < facts.endPackage(file); p++) {
        try {
          facts.found(p, os);
        } catch (CorruptFactsException expected) {
          // words that make no sense
        }
      }
    }
    facts.layerNotes();
    facts.licences(_ -> true, (_, _) -> {});
    for (int owner = 0; owner < facts.owners(); owner++) facts.ownerName(owner);
    for (long hash : new long[] {0, 1L << 40, -1L << 40, PathHash.ROOT}) {
      facts.owned().first(hash);
      PathKind.removes(facts.paths(), hash);
    }
  }
}
