package io.breakwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlTest {
  @Test
  void noTextOfAReportCanLeaveItsPlace() throws IOException {
    String page = Fixture.print("html");
    int data = page.indexOf("<script id=\"data\"");
    int end = page.indexOf("</script>", data);
    String embedded = page.substring(page.indexOf('>', data) + 1, end);
    assertThat(embedded).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(Fixture.json(embedded).objects("findings")).hasSize(13);
    assertThat(page.split("<script", -1)).as("two scripts").hasSize(3);
    assertThat(page).doesNotContain("<img");
    assertThat(withoutData(page)).doesNotContain("onerror=");
  }

  @Test
  void thePageRunsItsOwnScriptAndLoadsNothing() throws Exception {
    String page = Fixture.print("html");
    assertThat(page).contains("default-src 'none'", "base-uri 'none'", "form-action 'none'");
    assertThat(withoutData(page))
        .doesNotContain("src=", "@import", "url(", "unsafe-", "<link", " style=\"");
    int open = page.lastIndexOf("<script>") + "<script>".length();
    String script = page.substring(open, page.indexOf("</script>", open));
    assertThat(script).doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "document.write");
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(sum) + "'");
  }

  /** The page itself: what texts of the report say is data, in which no sign opens anything. */
  private static String withoutData(String page) {
    int data = page.indexOf("<script id=\"data\"");
    return page.substring(0, data) + page.substring(page.indexOf("</script>", data));
  }

  @Test
  void thePageSpeaksTheLanguageOfTheCommand() throws IOException {
    Printer html = Printers.named("html").orElseThrow();
    String page = Fixture.print(html, Fixture.document(), Context.of(Language.CHINESE));
    assertThat(page).contains("<html lang=\"zh\">");
  }

  /**
   * In Chromium, by keyboard and by address, wide and narrow, light and dark. Needs node, Chromium
   * and a folder with playwright-core and axe-core, which {@code -Dbrowser.packages=DIR} names.
   */
  @Test
  void aPersonCanUseThePage(@TempDir Path folder) throws Exception {
    Path packages =
        Path.of(System.getProperty("browser.packages", "target/browser")).toAbsolutePath();
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("none"));
    Assumptions.assumeTrue(Files.exists(chromium), "skipped: no Chromium here");
    Assumptions.assumeTrue(
        Files.exists(packages.resolve("node_modules/playwright-core"))
            && Files.exists(packages.resolve("node_modules/axe-core")),
        "skipped: npm install --prefix report/target/browser playwright-core axe-core");
    Path page = folder.resolve("report.html");
    Files.writeString(page, Fixture.print("html"));
    Path script = folder.resolve("page.mjs");
    try (var in = getClass().getResourceAsStream("browser/page.mjs")) {
      assertThat(in).isNotNull();
      Files.write(script, in.readAllBytes());
    }
    Path log = folder.resolve("log");
    Process node =
        new ProcessBuilder(
                "node",
                script.toString(),
                page.toString(),
                packages.toString(),
                chromium.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = node.waitFor(5, TimeUnit.MINUTES);
    if (!ended) node.destroyForcibly();
    assertThat(Files.readString(log)).isEmpty();
    assertThat(ended && node.exitValue() == 0).isTrue();
  }
}
