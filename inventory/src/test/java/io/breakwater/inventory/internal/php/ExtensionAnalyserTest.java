package io.breakwater.inventory.internal.php;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.inventory.internal.binary.TestElf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionAnalyserTest {
  /**
   * An extension.
   *
   * @param packed whether pointers stand in their places instead of in relocations
   */
  static byte[] extension(String name, String version, int api, boolean packed) {
    var elf = new TestElf();
    int texts = elf.next();
    byte[] words = (name + "\0" + version + "\0").getBytes(StandardCharsets.ISO_8859_1);
    elf.with(".rodata", words);
    int entry = elf.next() + 16;
    int versionAt = texts + name.length() + 1;
    ByteBuffer data = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    data.position(16).putInt(168).putInt(api);
    if (packed) data.putLong(16 + 32, texts).putLong(16 + 88, versionAt);
    elf.with(".data", data.array()).symbol("get_module", 0x400);
    if (packed) return elf.bytes();
    ByteBuffer relocations = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN);
    relocations.putLong(entry + 24).putLong(8).putLong(1);
    relocations.putLong(entry + 32).putLong(8).putLong(texts);
    relocations.putLong(entry + 88).putLong(8).putLong(versionAt);
    return elf.with(".rela.dyn", relocations.array()).bytes();
  }

  private static List<String> purls(byte[] bytes) throws IOException {
    String path = "usr/local/lib/php/extensions/no-debug-non-zts-20220829/x.so";
    return RecordedFacts.of(new ExtensionAnalyser(), path, bytes).purls();
  }

  @ParameterizedTest
  @CsvSource({
    "xdebug, 3.2.0, 20220829, pkg:pear/pecl.php.net/xdebug@3.2.0",
    "apcu, 5.1.22, 20220829, pkg:pear/pecl.php.net/APCu@5.1.22",
    "mcrypt, 1.0.6, 20220829, pkg:pear/pecl.php.net/mcrypt@1.0.6",
    "mcrypt, 7.1.33, 20160303, ''",
    "Zend OPcache, 8.2.7, 20220829, ''",
    "curl, 8.2.7, 20220829, ''",
    "xdebug, NO_VERSION_YET, 20220829, ''",
    "xdebug, 3.2.0, 168, ''",
    "../x, 3.2.0, 20220829, ''"
  })
  void anExtensionOfPeclTellsItsNameAndVersion(String name, String version, int api, String purl)
      throws IOException {
    List<String> expected = purl.isEmpty() ? List.of() : List.of(purl);
    assertThat(purls(extension(name, version, api, false))).isEqualTo(expected);
    assertThat(purls(extension(name, version, api, true))).isEqualTo(expected);
  }

  @Test
  void aLibraryThatPhpDoesNotLoadIsNoExtension() throws IOException {
    byte[] plain = new TestElf().with(".data", new byte[400]).bytes();
    assertThat(purls(plain)).isEmpty();
    byte[] xdebug = extension("xdebug", "3.2.0", 20220829, false);
    assertThat(RecordedFacts.of(new ExtensionAnalyser(), "usr/lib/x.so", xdebug).packages)
        .isEmpty();
  }
}
