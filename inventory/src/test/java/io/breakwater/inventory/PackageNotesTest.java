package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.binary.TestElf;
import io.breakwater.model.Component;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Package notes of programs, beside the database of the distribution. */
class PackageNotesTest {
  private static final String STATUS =
      """
      Package: libc6
      Status: install ok installed
      Architecture: amd64
      Source: glibc
      Version: 2.40-1

      """;

  private static final String RELEASE = "ID=debian\nVERSION_ID=\"13\"\nNAME=Debian\n";

  private static byte[] built(String name, String version) {
    String json =
        "{\"type\":\"deb\",\"name\":\""
            + name
            + "\",\"version\":\""
            + version
            + "\",\"architecture\":\"amd64\"}";
    return new TestElf().packageNote(json).bytes();
  }

  private static TestLayer debian() {
    return TestLayer.number(1)
        .file("etc/os-release", RELEASE)
        .file("var/lib/dpkg/status", STATUS)
        .file("var/lib/dpkg/info/libc6:amd64.list", "/usr/lib/libc.so.6\n");
  }

  private static List<String> purls(TestLayer... layers) throws IOException {
    return TestImage.of(layers).inventory().components().stream()
        .map(Component::purl)
        .map(Object::toString)
        .toList();
  }

  @Test
  void aPackageThatTheDatabaseListsIsNoSecondRow() throws IOException {
    // The file's owner tells; elsewhere that the source package is installed in this version.
    assertThat(purls(debian().file("usr/lib/libc.so.6", built("glibc", "2.40-2"))))
        .singleElement()
        .asString()
        .startsWith("pkg:deb/debian/libc6@2.40-1");
    assertThat(purls(debian().file("opt/libc.so.6", built("glibc", "2.40-1")))).hasSize(1);
    assertThat(purls(debian().file("opt/libc.so.6", built("libc6", "2.40-1")))).hasSize(1);
  }

  @Test
  void aPackageThatNoDatabaseListsIsOneRowWithItsPlaces() throws IOException {
    var bare =
        TestLayer.number(1)
            .file("etc/os-release", RELEASE)
            .file("usr/lib/libc.so.6", built("glibc", "2.40-1"))
            .file("usr/lib/libm.so.6", built("glibc", "2.40-1"));
    List<Component> components = TestImage.of(bare).inventory().components();
    assertThat(components).hasSize(1);
    assertThat(components.getFirst().purl())
        .hasToString("pkg:deb/debian/glibc@2.40-1?arch=amd64&distro=debian-13");
    assertThat(components.getFirst().locations()).hasSize(2);
    assertThat(components.getFirst().evidence().getFirst().statement())
        .isEqualTo("package note says deb glibc 2.40-1");
  }

  @Test
  void anotherVersionThatWasCopiedInIsARowOfItsOwn() throws IOException {
    assertThat(purls(debian().file("opt/libc.so.6", built("glibc", "2.36-9"))))
        .containsExactly("pkg:deb/debian/glibc@2.36-9?arch=amd64&distro=debian-13", purl());
  }

  private static String purl() throws IOException {
    return purls(debian()).getFirst();
  }

  @Test
  void aFileThatALaterLayerTakesAwayTellsNothing() throws IOException {
    var bare = TestLayer.number(1).file("usr/lib/libc.so.6", built("glibc", "2.40-1"));
    assertThat(purls(bare)).containsExactly("pkg:deb/unknown/glibc@2.40-1?arch=amd64");
    assertThat(purls(bare, TestLayer.number(2).whiteout("usr/lib/libc.so.6"))).isEmpty();
  }
}
