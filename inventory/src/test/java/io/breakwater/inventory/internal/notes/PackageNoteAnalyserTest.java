package io.breakwater.inventory.internal.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.inventory.internal.binary.TestElf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNoteAnalyserTest {
  private static RecordedFacts analyse(byte[] bytes) throws IOException {
    return RecordedFacts.of(new PackageNoteAnalyser(), "usr/bin/x", bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # Fedora
          {"type":"rpm","name":"hello","version":"0-1.fc35","architecture":"x86_64","osCpe":"cpe:/o:fedoraproject:fedora:35"} | pkg:rpm/fedora/hello@0-1.fc35?arch=x86_64&distro=fedora-35
          {"type":"rpm","name":"bash","version":"5.2-1.el9","architecture":"s390x","osCpe":"cpe:/o:redhat:enterprise_linux:9::baseos"} | pkg:rpm/rhel/bash@5.2-1.el9?arch=s390x&distro=rhel-9
          {"type":"rpm","name":"tar","version":"1:1.35-1","architecture":"x86_64","osCpe":"cpe:/o:opensuse:leap:15.6"} | pkg:rpm/opensuse-leap/tar@1.35-1?arch=x86_64&distro=opensuse-leap-15.6&epoch=1
          {"type":"rpm","name":"tar","version":"1.35-1","osCpe":"cpe:/o:opensuse:tumbleweed:20240101"} | pkg:rpm/opensuse-tumbleweed/tar@1.35-1?distro=opensuse-tumbleweed
          {"type":"rpm","os":"mariner","osVersion":"2.0","name":"rpm","version":"4.18.0-4","architecture":""} | pkg:rpm/mariner/rpm@4.18.0-4?distro=mariner-2.0
          # Debian, Ubuntu
          {"type":"deb","os":"debian","name":"systemd","version":"252-3","architecture":"amd64","debugInfoUrl":"https://debuginfod.debian.net"} | pkg:deb/debian/systemd@252-3?arch=amd64&distro=debian
          {"type":"deb","os":"ubuntu","osVersion":"24.10","name":"zlib","version":"1:1.3-1","architecture":"arm64"} | pkg:deb/ubuntu/zlib@1:1.3-1?arch=arm64&distro=ubuntu-24.10
          # the image's distribution is for the merge to add
          {"type":"apk","name":"musl","version":"1.2.5-r0","architecture":"x86_64"} | pkg:apk/unknown/musl@1.2.5-r0?arch=x86_64
          {"type":"pacman","name":"zlib","version":"1:1.3-2"} | pkg:alpm/unknown/zlib@1:1.3-2
          {"type":"rpm","name":"a","version":"1-1","osCpe":"cpe:/o:somebody:somewhat:7"} | pkg:rpm/unknown/a@1-1
          # neither
          {"type":"brew","name":"jq","version":"1.7"} | pkg:generic/jq@1.7
          {"type":"other","name":"jq","version":"1.7","purl":"pkg:github/jqlang/jq@1.7"} | pkg:github/jqlang/jq@1.7
          """)
  void aNoteNamesThePackageOfTheDistributionItWasBuiltFor(String note, String purl)
      throws IOException {
    assertThat(analyse(new TestElf().packageNote(note).bytes()).purls()).containsExactly(purl);
    assertThat(analyse(new TestElf().packageNote(note).stripped().bytes()).purls())
        .as("without section headers")
        .containsExactly(purl);
  }

  @Test
  void theNameIsTheSourcePackages() throws IOException {
    byte[] elf =
        new TestElf()
            .packageNote("{\"type\":\"deb\",\"name\":\"glibc\",\"version\":\"2.40-1\"}")
            .bytes();
    assertThat(analyse(elf).packages)
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.source())
                    .hasToString("Optional[SourcePackage[name=glibc, version=2.40-1]]"));
  }

  @Test
  void notesOfOthersAreSteppedOver() throws IOException {
    byte[] elf =
        new TestElf()
            .note("GNU", 3, "build id")
            .note("FDO", 0x407c0c0a, "[{}]")
            .packageNote("{\"type\":\"rpm\",\"name\":\"a\",\"version\":\"1\"}")
            .bytes();
    assertThat(analyse(elf).purls()).containsExactly("pkg:rpm/unknown/a@1");
    assertThat(analyse(new TestElf().note("GNU", 0xcafe1a7e, "{}").bytes()).packages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"rpm\"}",
        "{\"type\":\"rpm\",\"name\":\"a b\",\"version\":\"1\"}",
        "{\"type\":\"rpm\",\"name\":\"../a\",\"version\":\"1\"}",
        "{\"type\":\"rpm\",\"name\":\"a\",\"version\":\"1\\n2\"}",
        "{\"type\":\"other\",\"name\":\"a\",\"version\":\"1\",\"purl\":\"what\"}"
      })
  void aNoteWithoutAPackageCostsALine(String note) throws IOException {
    RecordedFacts facts = analyse(new TestElf().packageNote(note).bytes());
    assertThat(facts.packages).isEmpty();
    assertThat(facts.notAnalysed).hasSize(1);
  }

  @Test
  void aNoteThatIsNoJsonOrLiesOutsideOfTheFileIsAnErrorOfThatFile() {
    assertThatIOException().isThrownBy(() -> analyse(new TestElf().packageNote("{").bytes()));
    byte[] far = new TestElf().packageNote("{}").bytes();
    ByteBuffer.wrap(far).order(ByteOrder.LITTLE_ENDIAN).putLong(64 + 56 + 8, Long.MAX_VALUE - 3);
    assertThatIOException().isThrownBy(() -> analyse(far));
  }
}
