package io.breakwater.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledFilesTest {
  private static final String SHIPPED = "#!/bin/sh\necho shipped\n";
  private static final String OTHER = "#!/bin/sh\necho other\n";
  private static final String LIST = "var/lib/dpkg/info/tool.md5sums";

  @Test
  void aProgramThatAgreesWithItsPackageIsFine() {
    assertThat(
            new MadeLayers().file(LIST, sums("usr/bin/tool")).file("usr/bin/tool", SHIPPED).ids())
        .isEmpty();
    assertThat(new MadeLayers().file(LIST, sums("bin/tool")).file("usr/bin/tool", SHIPPED).ids())
        .as("merged /usr")
        .isEmpty();
  }

  @Test
  void aProgramThatWasReplacedIsFoundInItsLayerAndInAHigherOne() {
    var same = new MadeLayers().file("usr/bin/tool", OTHER).file(LIST, sums("usr/bin/tool"));
    Finding.OfCheck found = only(same.findings(new TestSubject(1)));
    assertThat(found.severity()).isEqualTo(Severity.HIGH);
    assertThat(found.part()).isEqualTo("tool");
    assertThat(found.evidence())
        .contains("md5", hex("MD5", OTHER), hex("MD5", SHIPPED).substring(0, 12));

    var above =
        new MadeLayers()
            .file("usr/bin/tool", SHIPPED)
            .file(LIST, sums("usr/bin/tool"))
            .next()
            .file("usr/bin/tool", OTHER);
    assertThat(only(above.findings(new TestSubject(2))).location().layer())
        .contains(new TestSubject(2).image().layers().get(1).diffId());
  }

  @Test
  void whatBelongsToThePackageIsNotExplainedByIt() {
    var image = new MadeLayers().file("usr/bin/tool", OTHER).file(LIST, sums("usr/bin/tool"));
    assertThat(image.findings(new TestSubject(1).owned("/usr/bin/tool"))).hasSize(1);
  }

  @Test
  void aNewModeInAHigherLayerChangesNothing() {
    var image =
        new MadeLayers()
            .file("usr/bin/tool", SHIPPED)
            .file(LIST, sums("usr/bin/tool"))
            .next()
            .file("usr/bin/tool", SHIPPED);
    assertThat(image.ids()).isEmpty();
  }

  @Test
  void aNewVersionInAHigherLayerIsMeasuredByItsOwnList() {
    var image =
        new MadeLayers()
            .file("usr/bin/tool", SHIPPED)
            .file(LIST, sums("usr/bin/tool"))
            .next()
            .file("usr/bin/tool", OTHER)
            .file(LIST, hex("MD5", OTHER) + "  usr/bin/tool\n");
    assertThat(image.findings(new TestSubject(2).gone(0, "/" + LIST).gone(0, "/usr/bin/tool")))
        .isEmpty();
  }

  @Test
  void aFileThatTwoPackagesBringMayBeOfEither() {
    var image =
        new MadeLayers()
            .file("usr/bin/tool", OTHER)
            .file(LIST, sums("usr/bin/tool"))
            .file("var/lib/dpkg/info/next.md5sums", hex("MD5", OTHER) + "  usr/bin/tool\n");
    assertThat(image.ids()).isEmpty();
  }

  @Test
  void aDivertedFileIsNobodys() {
    var image =
        new MadeLayers()
            .file("usr/bin/tool", OTHER)
            .file("var/lib/dpkg/diversions", "/usr/bin/tool\n/usr/bin/tool.real\nother\n")
            .file(LIST, sums("usr/bin/tool"));
    assertThat(image.ids()).isEmpty();
  }

  @Test
  void onlyProgramsCount() {
    var image =
        new MadeLayers()
            .file("usr/share/doc/tool/README", "changed")
            .file("usr/lib/tool/data.txt", "changed")
            .file(LIST, sums("usr/share/doc/tool/README") + sums("usr/lib/tool/data.txt"));
    assertThat(image.ids()).isEmpty();
  }

  @Test
  void readsTheDatabaseOfApk() {
    String sum = Base64.getEncoder().encodeToString(digest("SHA-1", SHIPPED));
    String database = "P:tool\nV:1-r0\nF:usr/bin\nR:tool\na:0:0:755\nZ:Q1" + sum + "\n\n";
    var image = new MadeLayers().file("lib/apk/db/installed", database);
    assertThat(image.file("usr/bin/tool", OTHER).findings(new TestSubject(1))).hasSize(1);
    image = new MadeLayers().file("lib/apk/db/installed", database);
    assertThat(image.file("usr/bin/tool", SHIPPED).ids()).isEmpty();
  }

  @Test
  void readsRecordsOfWheelsThatPipInstalled() {
    String sum = Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-256", SHIPPED));
    String record = "tool/__init__.py,sha256=" + sum + ",22\ntool/x.pyc,,\n";
    for (String installer : List.of("pip\n", "uv", "conda", "debian")) {
      var image = new MadeLayers();
      String root = "usr/local/lib/python3.12/site-packages/";
      image.file(root + "tool-1.0.dist-info/INSTALLER", installer + " ");
      image.file(root + "tool-1.0.dist-info/RECORD", record);
      image.file(root + "tool/__init__.py", OTHER);
      boolean trusted = installer.startsWith("pip") || installer.equals("uv");
      assertThat(image.findings(new TestSubject(1))).as(installer).hasSize(trusted ? 1 : 0);
    }
  }

  @FuzzTest(maxDuration = "20s")
  void anyListIsReadToItsEnd(byte[] data) {
    var image = new MadeLayers().file("usr/bin/tool", OTHER);
    image.file("lib/apk/db/installed", data).file(LIST, data);
    image.file("usr/lib/python3.12/site-packages/a.dist-info/INSTALLER", "pip      ");
    image.file("usr/lib/python3.12/site-packages/a.dist-info/RECORD", data);
    image.file("var/lib/dpkg/diversions", data).ids();
  }

  private static Finding.OfCheck only(List<Finding.OfCheck> findings) {
    assertThat(findings)
        .extracting(Finding.OfCheck::id)
        .containsExactly("file-differs-from-package");
    return findings.getFirst();
  }

  private static String sums(String path) {
    return hex("MD5", SHIPPED) + "  " + path + "\n";
  }

  private static String hex(String algorithm, String text) {
    return HexFormat.of().formatHex(digest(algorithm, text));
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
