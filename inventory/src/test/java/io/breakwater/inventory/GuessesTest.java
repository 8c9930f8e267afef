package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.binary.TestBinary;
import io.breakwater.inventory.internal.classifier.ClassifierAnalyser;
import io.breakwater.inventory.internal.dpkg.DpkgAnalyser;
import io.breakwater.model.Component;
import io.breakwater.model.Evidence;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Software known by words in its binary, beside those who know it better. */
class GuessesTest {
  private static final byte[] NGINX = binary("\0nginx version: nginx/1.25.3\n\0");

  private static byte[] binary(String text) {
    byte[] data = Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), 2_000);
    return TestBinary.elf(true, false, ".rodata", data);
  }

  private static List<Component> software(Analyser other, TestLayer... layers) throws IOException {
    return TestImage.of(layers)
        .inventory(new DpkgAnalyser(), other, new ClassifierAnalyser())
        .components()
        .stream()
        .filter(component -> !component.purl().type().equals("deb"))
        .toList();
  }

  /** Names the software of files called nginx. */
  private record Knowing(String name, String nginx) implements Analyser {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public boolean wants(FileEntry file, Head head) {
      return file.path().endsWith("/nginx");
    }

    @Override
    public void analyse(FileEntry file, Content content, FactSink facts) {
      var purl = Purl.of("generic", "", "nginx", nginx);
      facts.found(FoundPackage.of(purl, "nginx", nginx, "the format says so"));
    }
  }

  @Test
  void whatNobodyOwnsIsListedOnceWithItsEvidenceAndCpe() throws IOException {
    var found =
        software(
            new ToyAnalyser(),
            TestLayer.number(1).file("usr/sbin/nginx", NGINX).file("opt/nginx", NGINX));
    assertThat(found).hasSize(1);
    Component nginx = found.getFirst();
    assertThat(nginx.purl()).hasToString("pkg:generic/nginx@1.25.3");
    assertThat(nginx.locations()).hasSize(2);
    assertThat(nginx.traits().cpes()).contains("cpe:2.3:a:f5:nginx:1.25.3:*:*:*:*:*:*:*");
    assertThat(nginx.evidence())
        .extracting(Evidence::statement)
        .first()
        .asString()
        .matches("\"nginx version: nginx/1\\.25\\.3\" at byte \\d+");
  }

  @Test
  void whatThePackagesOfTheDistributionOwnIsNotListedAgain() throws IOException {
    var layer =
        TestLayer.number(1)
            .file(
                "var/lib/dpkg/status",
                "Package: nginx\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n\n")
            .file("var/lib/dpkg/info/nginx.list", "/usr/sbin/nginx\n")
            .file("usr/sbin/nginx", NGINX);
    assertThat(software(new ToyAnalyser(), layer)).isEmpty();
    var added = TestLayer.number(2).file("usr/local/sbin/nginx", NGINX);
    assertThat(software(new ToyAnalyser(), layer, added))
        .singleElement()
        .extracting(component -> component.locations().getFirst().path())
        .isEqualTo("/usr/local/sbin/nginx");
  }

  @Test
  void whoReadsTheFormatKnowsBetterIfHeKnowsTheVersion() throws IOException {
    var layer = TestLayer.number(1).file("opt/nginx", NGINX);
    assertThat(software(new Knowing("a", "1.26.0"), layer))
        .extracting(Component::version)
        .containsExactly("1.26.0");
    assertThat(software(new Knowing("b", "(devel)"), layer))
        .extracting(Component::version)
        .containsExactly("1.25.3");
    assertThat(software(new Knowing("c", ""), layer))
        .extracting(Component::version)
        .containsExactly("1.25.3");
  }
}
