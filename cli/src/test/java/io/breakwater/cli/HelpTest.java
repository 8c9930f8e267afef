package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  static List<String> everyCommand() {
    var paths = new ArrayList<String>();
    collect("", Commands.root(), paths);
    return paths;
  }

  private static void collect(String path, Command command, List<String> paths) {
    paths.add(path.strip());
    for (Command child : command.children()) collect(path + " " + child.name(), child, paths);
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void helpStartsWithExamplesAndFitsThePage(String path) {
    for (Language language : Language.values()) {
      Run help = Run.bw(language, "", (path + " --help").strip().split(" ", -1));
      assertThat(help.code()).isZero();
      assertThat(help.err()).isEmpty();
      String[] lines = help.out().split("\n", -1);
      int gap = List.of(lines).indexOf("");
      assertThat(lines[gap + 1]).isIn("Examples", "示例");
      assertThat(lines[gap + 2]).startsWith("  ");
      assertThat(lines).allSatisfy(line -> assertThat(Cells.width(line)).isLessThanOrEqualTo(100));
    }
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void examplesNameCommandsAndOptionsThatExist(String path) {
    Command command = Commands.root();
    for (String word : path.isEmpty() ? new String[0] : path.split(" ", -1)) {
      command =
          command.children().stream().filter(c -> c.name().equals(word)).findFirst().orElseThrow();
    }
    for (Command.Example example : command.examples()) {
      for (String part : example.line().split(" && | \\| ", -1)) {
        if (!part.startsWith("bw ")) continue;
        var words = List.of(part.substring(3).replaceAll(" [<>] .*", "").split(" ", -1));
        CommandParser.read(CommandParser.find(Commands.root(), words));
      }
    }
  }

  @Test
  void bwAloneShowsHelp() {
    assertThat(Run.bw().out()).contains("bw scan nginx:1.27").contains("Exit codes");
  }

  @Test
  void aMistypedOptionIsAnErrorWithASuggestion() {
    Run run = Run.bw("scan", "--ofline", "x");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("--ofline").contains("--offline").contains("bw scan --help");
  }

  @Test
  void aMistypedCommandIsAnErrorWithASuggestion() {
    Run run = Run.bw("scna", "x");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("scna").contains("scan");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(Run.bw("scan").err()).contains("IMAGE");
    assertThat(Run.bw("scan", "--db").err()).contains("FILE");
    assertThat(Run.bw("scan", "a", "b").err()).contains("b");
    assertThat(Run.bw(Language.CHINESE, "", "scan").err()).contains("缺少 IMAGE");
  }

  @Test
  void aBadValueIsToldWithTheGoodOnes() {
    assertThat(Run.bw("scan", "--format", "xml", "x").err())
        .contains("xml")
        .contains("table, json");
    assertThat(Run.bw("scan", "--fail-on", "bad", "x").err()).contains("bad").contains("critical");
    assertThat(Run.bw("scan", "--output", "json", "x").err()).contains("FORMAT=FILE");
    assertThat(Run.bw("cache", "status", "--cache-size", "big").err()).contains("500M");
  }
}
