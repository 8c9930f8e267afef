package io.breakwater.inspect.internal.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of docs/exposure.md is made from the checks: {@code -Dgolden.update} writes it. */
class ExposureDocsTest {
  private static final String START = "<!-- checks -->\n";
  private static final String END = "<!-- end of checks -->";

  @Test
  void theDocumentListsEveryCheck() throws IOException {
    Path file = document();
    String text = Files.readString(file);
    int start = text.indexOf(START) + START.length();
    int end = text.indexOf(END);
    String expected = text.substring(0, start) + table() + text.substring(end);
    if (System.getProperty("golden.update") != null) Files.writeString(file, expected);
    assertThat(Files.readString(file)).isEqualTo(expected);
  }

  private static Path document() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path file = dir.resolve("docs").resolve("exposure.md");
      if (Files.exists(file)) return file;
    }
    throw new AssertionError("docs/exposure.md is nowhere above the working directory");
  }

  private static String table() {
    var out =
        new StringBuilder("| check | severity | what | remedy |\n| --- | --- | --- | --- |\n");
    for (Check check : Checks.all()) {
      out.append("| `").append(check.id()).append("` | ").append(check.severity().id());
      out.append(" | ").append(check.title().english());
      out.append(" | ").append(check.remedy().english()).append(" |\n");
    }
    return out.toString();
  }
}
