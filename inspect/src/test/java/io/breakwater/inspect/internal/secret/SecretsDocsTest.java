package io.breakwater.inspect.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of docs/secrets.md is made from the rules: {@code -Dgolden.update=1} writes it. */
class SecretsDocsTest {
  private static final String START = "<!-- kinds -->\n";
  private static final String END = "<!-- end of kinds -->";

  @Test
  void theDocumentListsEveryKind() throws IOException {
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
      Path file = dir.resolve("docs").resolve("secrets.md");
      if (Files.exists(file)) return file;
    }
    throw new AssertionError("docs/secrets.md is nowhere above the working directory");
  }

  private static String table() {
    var out = new StringBuilder("| kind | severity | what |\n| --- | --- | --- |\n");
    for (SecretRule rule : SecretRules.own().rules()) {
      out.append("| `").append(rule.id()).append("` | ").append(rule.facts().severity().id());
      out.append(" | ").append(rule.facts().name().english()).append(" |\n");
    }
    return out.toString();
  }
}
