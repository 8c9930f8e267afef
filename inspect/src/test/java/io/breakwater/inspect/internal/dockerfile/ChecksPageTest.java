package io.breakwater.inspect.internal.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/checks.md lists every check; {@code -Dgolden.update} writes it. */
class ChecksPageTest {
  @Test
  void thePageOfChecksIsUpToDate() throws IOException {
    var page = new StringBuilder("# Checks of Dockerfiles\n\n");
    page.append(
        "Written by ChecksPageTest from the checks themselves; how to use them: [lint.md](lint.md).\n\n");
    page.append(
        "| id | severity | also called | finds | remedy |\n| --- | --- | --- | --- | --- |\n");
    for (Check each : DockerfileLinter.checks()) {
      page.append("| ").append(each.id()).append(" | ").append(each.severity().id());
      page.append(" | ").append(String.join(", ", each.aliases()));
      page.append(" | ").append(cell(each.title().english()));
      page.append(" | ").append(cell(each.remedy().english())).append(" |\n");
    }
    Path file = root().resolve("docs/checks.md");
    if (System.getProperty("golden.update") != null) Files.writeString(file, page);
    assertThat(page.toString()).isEqualTo(Files.readString(file));
  }

  private static String cell(String words) {
    return words.replace("|", "\\|").replace("<", "&lt;");
  }

  private static Path root() {
    Path dir = Path.of("").toAbsolutePath();
    while (dir != null && !Files.isDirectory(dir.resolve("docs"))) dir = dir.getParent();
    if (dir == null) throw new IllegalStateException("no docs folder above the working directory");
    return dir;
  }
}
