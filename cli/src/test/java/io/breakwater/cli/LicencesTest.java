package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bw licences} from its arguments to its output. */
class LicencesTest {
  private static final String MIT =
      """
      Permission is hereby granted, free of charge, to any person obtaining a copy
      of this software and associated documentation files (the "Software"), to deal
      in the Software without restriction, including without limitation the rights
      to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
      copies of the Software, and to permit persons to whom the Software is
      furnished to do so, subject to the following conditions:

      The above copyright notice and this permission notice shall be included in all
      copies or substantial portions of the Software.

      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
      OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
      SOFTWARE.
      """;

  private static final String STATUS =
      """
      Package: libfoo1
      Status: install ok installed
      Architecture: amd64
      Version: 1.2-3
      Maintainer: Nobody <nobody@foo.test>
      Description: foo

      Package: foo-doc
      Status: install ok installed
      Architecture: all
      Version: 1.2-3
      Maintainer: Nobody <nobody@foo.test>
      Description: foo

      """;

  private static final String COPYRIGHT =
      """
      Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

      Files: *
      Copyright: 2001-2019, Ann Name <ann@foo.test>
                 2020, The Foo Team
      License: GPL-2+

      License: GPL-2+
       Foo is free; its terms are those of the GNU General Public License.
       .
       The whole text is in /usr/share/common-licenses/GPL-2.
      """;

  private static final String NOTICE =
      """
      Cart
      Copyright 2020 The Cart Authors

      This product has ``` and <script>alert(1)</script> in it.
      """;

  @TempDir private Path folder;
  private String image = "";

  @BeforeEach
  void anImageUnderManyLicences() throws IOException {
    image =
        "docker-archive:"
            + new TestImage()
                .layer("ADD rootfs.tar /", LicencesTest::base)
                .layer("COPY app /app", LicencesTest::app)
                .layer(
                    "RUN rm",
                    f -> {
                      f.file("app/node_modules/left/.wh.LICENSE", 0, "");
                      f.file("app/vendor/.wh.gone", 0, "");
                    })
                .save(folder.resolve("image.tar"));
  }

  private static void base(TestImage.LayerFiles f) {
    f.file("etc/os-release", 0644, "ID=debian\nVERSION_ID=\"12\"\n");
    f.file("var/lib/dpkg/status", 0644, STATUS);
    f.file("usr/share/doc/libfoo1/copyright", 0644, COPYRIGHT);
    f.file("usr/share/doc/foo-doc/copyright", 0644, COPYRIGHT);
    f.file("usr/share/common-licenses/GPL-2", 0644, "The terms of the second version.\n");
    f.file("usr/share/common-licenses/GPL-3", 0644, "The terms of the third version.\n");
  }

  private static void app(TestImage.LayerFiles f) {
    String modules = "app/node_modules/";
    f.file(modules + "cart/package.json", 0644, manifest("cart", "MIT"));
    f.file(modules + "cart/LICENSE", 0644, "MIT License\n\nCopyright (c) 2019 Ann\n\n" + MIT);
    f.file(modules + "shop/package.json", 0644, manifest("shop", "MIT"));
    String shop = "The MIT License (MIT)\r\n\r\nCopyright (c) 2020 Bob, http://bob.test\r\n\r\n";
    f.file(modules + "shop/LICENSE.md", 0644, shop + MIT.replace("\n", "\r\n"));
    f.file(modules + "odd/package.json", 0644, manifest("odd", "SEE LICENSE"));
    String odd = "Copyright (c) 2021 Odd\n\n" + MIT + "\nYou must send a postcard.\n";
    f.file(modules + "odd/LICENSE", 0644, odd);
    f.file(modules + "left/package.json", 0644, manifest("left", "BSD-2-Clause"));
    f.file(modules + "left/LICENSE", 0644, "Copyright (c) 2001 Gone\n\nIt is gone.\n");
    f.file(modules + "mute/package.json", 0644, manifest("mute", "MIT"));
    f.file("app/vendor/part/LICENSE", 0644, "Copyright (c) 2002 Part\n\nUse it.\n");
    f.file("app/vendor/gone/LICENSE", 0644, "Copyright (c) 2003 Removed\n");
    f.file("app/cart.jar", 0644, jar());
  }

  private static String manifest(String name, String licence) {
    return "{\"name\":\"%s\",\"version\":\"1.0.0\",\"license\":\"%s\"}".formatted(name, licence);
  }

  private static byte[] jar() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("META-INF/maven/org.cart/cart/pom.properties"));
      zip.write(
          "groupId=org.cart\nartifactId=cart\nversion=2.0\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("META-INF/NOTICE"));
      zip.write(NOTICE.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Run licences(String... words) {
    return licences(Language.ENGLISH, words);
  }

  private Run licences(Language language, String... words) {
    var all = new ArrayList<String>();
    all.add("licences");
    all.addAll(List.of(words));
    all.add(image);
    Run run = Run.bw(language, "", all.toArray(String[]::new));
    String out = run.out().replace(image, "docker-archive:image.tar");
    return new Run(run.code(), out, run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "table, licences.txt",
    "json, licences.json",
    "csv, licences.csv",
  })
  void everyFormatIsWhatItShouldBe(String format, String golden) throws Exception {
    Run run = licences("--format", format);
    assertThat(run.code()).as(run.err()).isZero();
    Golden.check(golden, run.out().replace("\r\n", "\n"));
    if (!format.equals("json")) return;
    Json.Obj document = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(document.objects("components")).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({
    "text, notice.txt",
    "markdown, notice.md",
    "html, notice.html",
  })
  void everyFormatOfTheNoticesIsWhatItShouldBe(String format, String golden) throws Exception {
    Run run = licences("--notice", "--notice-format", format);
    assertThat(run.code()).as(run.err()).isZero();
    Golden.check(golden, run.out());
    assertThat(licences("--no-cache", "--notice-format", format).out()).isEqualTo(run.out());
  }

  @Test
  void theNoticesAreThoseOfTheImageAsContainersSeeIt() {
    String notice = licences("--notice").out();
    // one text for two that differ in their titles, one for the one that asks for more
    assertThat(notice.split("Permission is hereby granted", -1)).hasSize(3);
    assertThat(notice.split("You must send a postcard", -1)).hasSize(2);
    assertThat(notice).contains("Copyright (c) 2019 Ann", "Copyright (c) 2020 Bob");
    assertThat(notice).contains("Copyright 2001-2019, Ann Name", "Copyright 2020, The Foo Team");
    assertThat(notice).contains("The terms of the second version", "pkg:npm/cart@1.0.0");
    assertThat(notice).contains("Copyright (c) 2002 Part", "Copyright 2020 The Cart Authors");
    assertThat(notice).contains("https://spdx.org/licenses/BSD-2-Clause.html");
    assertThat(notice).doesNotContain("It is gone", "2003 Removed", "third version");
  }

  @Test
  void aPageRunsNothingOfTheImage() {
    assertThat(licences("--notice-format", "html").out())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script");
    assertThat(licences("--notice-format", "markdown").out()).contains("\n````text\nCart\n");
  }

  @Test
  void theNoticesSpeakChinese() {
    assertThat(licences(Language.CHINESE, "--notice").out())
        .contains("的第三方声明", "组件", "未在镜像中找到文本的许可证", "取自 /app");
  }

  @ParameterizedTest
  @CsvSource({
    "'deny: [BSD-2-Clause]', deny, 2",
    "'deny: [BSD-2-Clause]', warn, 2",
    "'warn: [BSD-2-Clause]', deny, 0",
    "'warn: [BSD-2-Clause]', warn, 2",
    "'deny: [AGPL-3.0-only]', deny, 0",
  })
  void aPolicyIsAGate(String rules, String failOn, int code) throws Exception {
    Path policy = Files.writeString(folder.resolve("p.yaml"), "default: allow\n" + rules + "\n");
    Run run = licences("--licence-policy", policy.toString(), "--fail-on", failOn);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(code);
    Run notice = licences("--notice", "--licence-policy", policy.toString(), "--fail-on", failOn);
    assertThat(notice.code()).as("with --notice").isEqualTo(code);
  }

  @Test
  void whatCannotBeUnderstoodIsAnError() throws Exception {
    assertThat(licences("--fail-on", "deny").err()).contains("--licence-policy");
    assertThat(licences("--notice-format", "pdf").err()).contains("text, markdown, html");
    Path policy = Files.writeString(folder.resolve("p.yaml"), "deny: [GPL-9]\n");
    Run wrong = licences("--licence-policy", policy.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("GPL-9");
  }
}
