package io.breakwater.inspect.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inspect.internal.shell.check.ShellChecks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whatever a script is, it is read to its end or to a place that is told, and checks hold out. */
class ShellFuzzTest {
  @FuzzTest
  void anyText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Script script = Script.parse(text);
    Analysis analysis = Analysis.of(script, Map.of());
    for (Command command : analysis.commands()) {
      assertThat(command.start()).isBetween(0, text.length());
      assertThat(command.end()).isBetween(0, text.length());
    }
    var source =
        new ShellSource(
            ShellSource.Form.RUN,
            text,
            new Same(),
            List.of("/bin/sh", "-c"),
            false,
            false,
            List.of());
    var stage = new ShellStage(0, "", "debian", -1, Map.of(), List.of(source));
    ShellChecks.inspect(
        List.of(stage),
        hit -> {
          assertThat(hit.offset()).isBetween(0, text.length());
          for (ShellHit.Edit edit : hit.fix()) {
            assertThat(edit.start()).isBetween(0, edit.end());
            assertThat(edit.end()).isLessThanOrEqualTo(text.length());
          }
        });
  }

  private record Same() implements Places {
    @Override
    public int origin(int offset) {
      return offset;
    }

    @Override
    public int line(int offset) {
      return 1;
    }

    @Override
    public int column(int offset) {
      return offset + 1;
    }
  }
}
