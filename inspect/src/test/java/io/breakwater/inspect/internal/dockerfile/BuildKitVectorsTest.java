package io.breakwater.inspect.internal.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inspect.lint.InvalidConfigurationException;
import io.breakwater.model.json.Json;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser agrees with BuildKit's, by the test files of BuildKit's own parser. */
class BuildKitVectorsTest {
  static List<Path> trees() throws IOException {
    return folders("vectors/dockerfile/buildkit-ast");
  }

  static List<Path> refused() throws IOException {
    return folders("vectors/dockerfile/buildkit-negative");
  }

  private static List<Path> folders(String name) throws IOException {
    try (Stream<Path> all = Files.list(SharedData.path(name))) {
      return all.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("trees")
  void aFileIsReadAsBuildKitReadsIt(Path folder) throws Exception {
    Dockerfile read = DockerfileParser.parse(Files.readString(folder.resolve("Dockerfile")));
    var out = new StringBuilder();
    for (Instruction each : read.instructions()) out.append(tree(each)).append('\n');
    assertThat(out.toString().strip())
        .isEqualTo(Files.readString(folder.resolve("result")).strip());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatBuildKitRefusesIsRefused(Path folder) throws Exception {
    String text = Files.readString(folder.resolve("Dockerfile"));
    assertThatThrownBy(() -> DockerfileParser.parse(text))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  @org.junit.jupiter.api.Test
  void execFormsAreThoseOfBuildKit() throws Exception {
    var file = SharedData.path("vectors/dockerfile/buildkit-exec-form.json");
    Json.Arr cases = (Json.Arr) Json.parse(Files.readAllBytes(file));
    for (Json each : cases.elements()) {
      Json.Obj one = (Json.Obj) each;
      String text = one.text("text");
      var result = JsonStrings.read(text, 0, text.length());
      assertThat(result instanceof JsonStrings.Result.Strings)
          .as(text)
          .isEqualTo(one.isTrue("valid"));
      if (result instanceof JsonStrings.Result.Strings strings) {
        assertThat(strings.words().stream().map(Word::text).toList())
            .isEqualTo(one.array("items").stream().map(i -> ((Json.Str) i).value()).toList());
      }
    }
  }

  private static String tree(Instruction each) {
    var out = new StringBuilder("(").append(each.written().toLowerCase(Locale.ROOT));
    if (!each.flags().isEmpty()) {
      out.append(" [");
      for (int i = 0; i < each.flags().size(); i++) {
        out.append(i == 0 ? "" : " ").append(quoted(each.flags().get(i).word().text()));
      }
      out.append(']');
    }
    arguments(each.arguments(), out);
    return out.append(')').toString();
  }

  private static void arguments(Arguments arguments, StringBuilder out) {
    switch (arguments) {
      case Arguments.Exec exec ->
          exec.words().forEach(w -> out.append(' ').append(quoted(w.text())));
      case Arguments.Words words ->
          words.words().forEach(w -> out.append(' ').append(quoted(w.text())));
      case Arguments.Plain plain -> {
        if (!plain.text().text().isEmpty()) out.append(' ').append(quoted(plain.text().text()));
      }
      case Arguments.Pairs pairs -> {
        for (var pair : pairs.pairs()) {
          out.append(' ').append(quoted(pair.name().text()));
          out.append(' ').append(quoted(pair.value().text()));
          out.append(' ').append(quoted(pair.separator()));
        }
      }
      case Arguments.Health health -> {
        health.type().ifPresent(t -> out.append(' ').append(quoted(t.text())));
        health.command().ifPresent(c -> arguments(c, out));
      }
      case Arguments.Trigger trigger -> out.append(' ').append(tree(trigger.instruction()));
      case Arguments.None none -> {}
    }
  }

  /** As Go's strconv.Quote writes it. */
  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
          else out.append(c);
        }
      }
    }
    return out.append('"').toString();
  }
}
