package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;
import static io.breakwater.model.Severity.NEGLIGIBLE;

import io.breakwater.inspect.internal.shell.Command;
import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Part;
import io.breakwater.inspect.internal.shell.Redirect;
import io.breakwater.inspect.internal.shell.Sequence;
import io.breakwater.inspect.internal.shell.Word;
import io.breakwater.model.Confidence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that the shell takes apart, and failures that it does not see. */
final class QuotingRules {
  private static final Set<String> DECLARES =
      Set.of("export", "local", "declare", "readonly", "typeset");
  private static final Set<String> ONE_WORD =
      Set.of(
          "nproc",
          "uname",
          "id",
          "dpkg",
          "arch",
          "lsb_release",
          "getconf",
          "whoami",
          "hostname",
          "mktemp",
          "rpm",
          "dpkg-architecture",
          "expr",
          "date");
  private static final Set<String> SYSTEM =
      Set.of(
          "", "bin", "boot", "dev", "etc", "home", "lib", "lib64", "media", "mnt", "opt", "root",
          "sbin", "srv", "sys", "tmp", "usr", "var");

  private QuotingRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("unquoted-variable", LOW, "SC2086")
            .title("A variable is not quoted", "变量未加引号")
            .why(
                "Blanks and patterns in its value split it into several words.",
                "其值中的空白和通配符会把它拆成多个词。")
            .remedy("Write \"$name\".", "写成 \"$name\"。")
            .look(QuotingRules::variables),
        Rule.of("unquoted-command-output", LOW, "SC2046")
            .title("The output of a command is not quoted", "命令输出未加引号")
            .why("Blanks and patterns in it split it into several words.", "其中的空白和通配符会把它拆成多个词。")
            .remedy("Write \"$(command)\".", "写成 \"$(command)\"。")
            .look(QuotingRules::outputs),
        Rule.of("cd-without-check", MEDIUM, "SC2164")
            .title("What follows runs in the wrong folder if cd fails", "若 cd 失败，后续命令会在错误的目录中执行")
            .why("The shell goes on after a failure.", "shell 在失败后会继续执行。")
            .remedy("Join with &&, or begin with set -e.", "用 && 连接，或以 set -e 开头。")
            .look(QuotingRules::unchecked),
        Rule.of("backticks", NEGLIGIBLE, "SC2006")
            .title("Backticks in place of $(…)", "使用反引号而不是 $(…)")
            .why("They do not nest, and backslashes mean something else.", "它们无法嵌套，而且反斜杠的含义不同。")
            .remedy("Write $(command).", "写成 $(command)。")
            .look(
                (code, hits) ->
                    eachPart(
                        code,
                        (part, _) -> {
                          boolean back =
                              part instanceof Part.Substitution s
                                  && s.kind() == Part.Substitution.Kind.BACKTICK;
                          if (back) hits.at(part.start());
                        })),
        Rule.of("and-or-is-not-if", LOW, "SC2015")
            .title("a && b || c is not if-then-else", "a && b || c 并不等于 if-then-else")
            .why("c runs too when a succeeds and b fails.", "当 a 成功而 b 失败时，c 也会执行。")
            .remedy("Write if a; then b; else c; fi.", "写成 if a; then b; else c; fi。")
            .look(QuotingRules::andOr),
        Rule.of("export-hides-failure", LOW, "SC2155")
            .title("A failure is hidden by the declaration around it", "失败被外层的声明掩盖")
            .why(
                "export and local succeed even if the command in the value fails.",
                "即使值中的命令失败，export 和 local 也会成功。")
            .remedy("Assign first, then export.", "先赋值，再 export。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("export", "local", "declare", "readonly")) {
                    for (var a : i.arguments()) {
                      boolean output = a.text().indexOf('=') > 0 && output(a.word().parts());
                      if (output) hits.at(a.word().start(), i.name());
                    }
                  }
                }),
        Rule.of("pattern-may-be-option", NEGLIGIBLE, "SC2035")
            .title("A file whose name begins with a dash becomes an option", "以短横线开头的文件名会被当作选项")
            .why("* passes names on as they are.", "* 会原样传递文件名。")
            .remedy("Write ./* or -- *.", "写成 ./* 或 -- *。")
            .look(
                (code, hits) -> {
                  for (Invocation i :
                      code.runs("rm", "mv", "cp", "chmod", "chown", "tar", "rsync", "zip", "ln")) {
                    if (i.has("--")) continue;
                    for (var a : i.arguments()) {
                      boolean bare =
                          !a.word().parts().isEmpty()
                              && a.word().parts().getFirst() instanceof Part.Literal l
                              && l.quoting() == Part.Quoting.NONE
                              && (l.text().startsWith("*") || l.text().startsWith("?"));
                      if (bare) hits.at(a.word().start(), a.text());
                    }
                  }
                }),
        Rule.of("rm-with-empty-variable", MEDIUM, "SC2115")
            .title("rm removes the system if the variable is empty", "若变量为空，rm 会删除系统目录")
            .why("An empty value leaves / or a folder of the system.", "空值会使路径变成 / 或系统目录。")
            .remedy("Write \"${name:?}/…\".", "写成 \"${name:?}/…\"。")
            .look(QuotingRules::emptied),
        Rule.of("unquoted-arguments", LOW, "SC2068", "SC2048")
            .title("$@ and $* are split again without quotes", "$@ 和 $* 不加引号会被再次拆分")
            .why("Arguments with blanks fall apart.", "含空白的参数会被拆开。")
            .remedy("Write \"$@\".", "写成 \"$@\"。")
            .everywhere()
            .look(
                (code, hits) -> {
                  for (Command c : code.analysis().commands()) {
                    if (!(c instanceof Command.Simple simple)) continue;
                    for (Word w : simple.words()) {
                      for (Part p : w.parts()) {
                        boolean all =
                            p instanceof Part.Parameter q
                                && q.plain()
                                && (q.name().equals("@") || q.name().equals("*"));
                        if (all) hits.at(p.start());
                      }
                    }
                  }
                }),
        Rule.of("find-piped-to-xargs", NEGLIGIBLE, "SC2038")
            .title(
                "Names with blanks fall apart between find and xargs", "find 与 xargs 之间含空白的文件名会被拆开")
            .why("xargs splits at blanks and quotes.", "xargs 会在空白和引号处拆分。")
            .remedy(
                "Write find -print0 | xargs -0, or find -exec … +.",
                "写成 find -print0 | xargs -0，或 find -exec … +。")
            .look(QuotingRules::findXargs),
        Rule.of("redirections-in-wrong-order", LOW, "SC2069")
            .title("2>&1 before > leaves errors on the terminal", "2>&1 写在 > 之前，错误仍输出到终端")
            .why("Redirections count from left to right.", "重定向从左到右生效。")
            .remedy("Write >file 2>&1.", "写成 >file 2>&1。")
            .look(
                (code, hits) -> {
                  for (Command c : code.analysis().commands()) {
                    if (!(c instanceof Command.Simple simple)) continue;
                    Redirect early = null;
                    for (Redirect r : simple.redirects()) {
                      boolean one = r.descriptor().isEmpty() || r.descriptor().equals("1");
                      if (r.operator().equals(">&") && r.descriptor().equals("2")) early = r;
                      else if (early != null && one && r.operator().startsWith(">")) {
                        hits.at(early.start());
                        break;
                      }
                    }
                  }
                }),
        Rule.of("file-read-and-overwritten", MEDIUM, "SC2094")
            .title("A file is emptied before it is read", "文件在读取之前就被清空")
            .why("The shell opens the target first.", "shell 会先打开目标文件。")
            .remedy("Write to another file and move it.", "写到另一个文件再移动。")
            .look(
                (code, hits) -> {
                  for (Invocation i :
                      code.runs("cat", "sed", "grep", "sort", "awk", "tr", "cut", "uniq", "jq")) {
                    for (Redirect r : i.command().redirects()) {
                      if (!r.operator().equals(">")) continue;
                      String target = r.target().literal().orElse("");
                      boolean device = target.isEmpty() || target.startsWith("/dev/");
                      if (!device && i.has(target)) hits.at(i.start(), target);
                    }
                  }
                }));
  }

  private interface PartLook {
    void at(Part part, boolean quoted);
  }

  private static void eachPart(Code code, PartLook look) {
    for (Command c : code.analysis().commands()) {
      if (!(c instanceof Command.Simple simple)) continue;
      for (var a : simple.assignments()) for (Word w : a.values()) parts(w.parts(), false, look);
      for (Word w : simple.words()) parts(w.parts(), false, look);
    }
  }

  private static void parts(List<Part> parts, boolean quoted, PartLook look) {
    for (Part part : parts) {
      look.at(part, quoted);
      if (part instanceof Part.DoubleQuoted q) parts(q.parts(), true, look);
    }
  }

  private static boolean output(List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Part.Substitution) return true;
      if (part instanceof Part.DoubleQuoted q && output(q.parts())) return true;
    }
    return false;
  }

  /** Names whose every value in the code is one plain word. */
  private static Set<String> plainNames(Code code) {
    Set<String> plain = new HashSet<>();
    Set<String> other = new HashSet<>();
    for (Command c : code.analysis().commands()) {
      if (c instanceof Command.Simple simple) {
        for (var a : simple.assignments()) {
          boolean one = !a.array() && a.values().size() == 1 && onePlain(a.values().getFirst());
          (one ? plain : other).add(a.name());
        }
        for (Word w : simple.words()) {
          String shape = code.analysis().shape(w);
          int equals = shape.indexOf('=');
          if (equals <= 0) continue;
          boolean one = harmless(shape.substring(equals + 1));
          (one ? plain : other).add(shape.substring(0, equals));
        }
      } else if (c instanceof Command.Compound loop
          && loop.kind() == Command.Compound.Kind.FOR
          && loop.words().size() > 1) {
        boolean one = true;
        for (Word w : loop.words().subList(1, loop.words().size())) one &= onePlain(w);
        (one ? plain : other).add(loop.words().getFirst().literal().orElse(""));
      }
    }
    plain.removeAll(other);
    return plain;
  }

  private static boolean onePlain(Word word) {
    String shape = word.shape(Map.of());
    return harmless(shape) && !oneWordOutputMissing(word);
  }

  private static boolean oneWordOutputMissing(Word word) {
    return word.literal().isEmpty() && !oneWord(word.parts());
  }

  private static boolean harmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (" \t\n*?[".indexOf(text.charAt(i)) >= 0) return false;
    }
    return true;
  }

  private static void variables(Code code, Hits hits) {
    Set<String> told = new HashSet<>(plainNames(code));
    for (Command c : code.analysis().commands()) {
      if (!(c instanceof Command.Simple simple) || simple.words().isEmpty()) continue;
      if (DECLARES.contains(simple.words().getFirst().literal().orElse(""))) continue;
      for (Word w : simple.words().subList(1, simple.words().size())) {
        for (Part p : w.parts()) {
          if (!(p instanceof Part.Parameter q) || !splits(q, code) || !told.add(q.name())) continue;
          hits.at(q.start(), "$" + q.name(), Confidence.MEDIUM);
        }
      }
    }
  }

  private static boolean splits(Part.Parameter p, Code code) {
    String name = p.name();
    boolean special = "@*#?-$!".contains(name) || p.operator().startsWith("#");
    if (special || p.operator().startsWith(":+") || p.operator().startsWith("+")) return false;
    boolean list = name.endsWith("S") || name.endsWith("ARGS") || name.endsWith("_LIST");
    if (list) return false;
    String known = code.stage().environment().get(name);
    return known == null || !harmless(known);
  }

  private static void outputs(Code code, Hits hits) {
    for (Command c : code.analysis().commands()) {
      if (!(c instanceof Command.Simple simple) || simple.words().isEmpty()) continue;
      if (DECLARES.contains(simple.words().getFirst().literal().orElse(""))) continue;
      for (Word w : simple.words().subList(1, simple.words().size())) {
        for (Part p : w.parts()) {
          if (!(p instanceof Part.Substitution s)) continue;
          boolean process = s.kind() == Part.Substitution.Kind.PROCESS;
          if (process || s.body().items().isEmpty() || oneWord(List.of(p))) continue;
          hits.at(p.start(), "$(…)", Confidence.MEDIUM);
        }
      }
    }
  }

  /** Whether all that is expanded is the output of programs that write one word. */
  private static boolean oneWord(List<Part> parts) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal _, Part.Arithmetic _ -> {}
        case Part.DoubleQuoted q -> {
          if (!oneWord(q.parts())) return false;
        }
        case Part.Parameter _ -> {
          return false;
        }
        case Part.Substitution s -> {
          boolean known =
              s.body().items().size() == 1
                  && s.body().items().getFirst().command() instanceof Command.Simple c
                  && !c.words().isEmpty()
                  && ONE_WORD.contains(c.words().getFirst().literal().orElse(""));
          if (!known) return false;
        }
      }
    }
    return true;
  }

  private static void unchecked(Code code, Hits hits) {
    for (String word : code.source().shell()) {
      boolean flags = word.startsWith("-") && !word.startsWith("--") && word.indexOf('e') > 0;
      if (flags || word.equals("errexit")) return;
    }
    for (Invocation i : code.runs("set", "sh", "bash", "ash", "dash", "zsh")) {
      for (var a : i.arguments()) {
        boolean flags = a.text().startsWith("-") && a.text().indexOf('e') > 0;
        if (flags || a.text().equals("errexit")) return;
      }
    }
    if (code.source().text().startsWith("#!") && firstLine(code).contains(" -e")) return;
    for (Sequence sequence : code.analysis().sequences()) {
      for (int k = 0; k + 1 < sequence.items().size(); k++) {
        Sequence.Item item = sequence.items().get(k);
        if (item.terminator() == Sequence.Terminator.BACKGROUND) continue;
        boolean cd =
            item.command() instanceof Command.Simple s
                && s.words().size() > 1
                && s.words().getFirst().literal().orElse("").equals("cd");
        if (cd) hits.at(item.command().start());
      }
    }
  }

  private static String firstLine(Code code) {
    String text = code.source().text();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static void andOr(Code code, Hits hits) {
    for (Command c : code.analysis().commands()) {
      if (!(c instanceof Command.AndOr chain)) continue;
      var ops = chain.operators();
      for (int k = 0; k + 1 < ops.size(); k++) {
        if (ops.get(k) != Command.Operator.AND || ops.get(k + 1) != Command.Operator.OR) continue;
        if (harmlessElse(chain.commands().get(k + 1))
            || harmlessElse(chain.commands().get(k + 2))) {
          continue;
        }
        hits.at(chain.commands().get(k).start());
        break;
      }
    }
  }

  private static boolean harmlessElse(Command command) {
    if (!(command instanceof Command.Simple simple)) return command instanceof Command.Compound;
    if (simple.words().isEmpty()) return true;
    String name = simple.words().getFirst().literal().orElse("");
    return Set.of(
            "true",
            ":",
            "exit",
            "return",
            "false",
            "echo",
            "printf",
            "[",
            "test",
            "break",
            "continue")
        .contains(name);
  }

  private static void emptied(Code code, Hits hits) {
    for (Invocation i : code.runs("rm")) {
      boolean recursive = i.arguments().stream().anyMatch(a -> recursive(a.text()));
      if (!recursive) continue;
      for (var a : i.arguments()) {
        String text = a.text();
        int slash = 0;
        while (slash < text.length() && text.charAt(slash) == Word.UNKNOWN) slash++;
        if (slash == 0 || slash >= text.length() || text.charAt(slash) != '/') continue;
        if (!mayBeEmpty(a.word().parts())) continue;
        String rest = text.substring(slash + 1);
        if (rest.endsWith("/*")) rest = rest.substring(0, rest.length() - 2);
        if (rest.equals("*")) rest = "";
        if (rest.endsWith("/")) rest = rest.substring(0, rest.length() - 1);
        if (SYSTEM.contains(rest)) hits.at(a.word().start(), Install.shown(text));
      }
    }
  }

  private static boolean recursive(String text) {
    if (text.equals("--recursive")) return true;
    boolean letters = text.startsWith("-") && !text.startsWith("--");
    return letters && (text.indexOf('r') > 0 || text.indexOf('R') > 0);
  }

  private static boolean mayBeEmpty(List<Part> parts) {
    if (parts.isEmpty()) return false;
    return switch (parts.getFirst()) {
      case Part.Parameter p -> p.plain();
      case Part.DoubleQuoted q -> mayBeEmpty(q.parts());
      case Part.Literal _, Part.Substitution _, Part.Arithmetic _ -> false;
    };
  }

  private static void findXargs(Code code, Hits hits) {
    for (Command c : code.analysis().commands()) {
      if (!(c instanceof Command.Pipeline pipeline)) continue;
      for (int k = 0; k + 1 < pipeline.stages().size(); k++) {
        var from = code.analysis().invocations(pipeline.stages().get(k));
        var to = code.analysis().invocations(pipeline.stages().get(k + 1));
        if (from.isEmpty() || to.isEmpty()) continue;
        if (!from.getFirst().is("find") || !to.getFirst().is("xargs")) continue;
        if (from.getFirst().has("-print0", "-printf")) continue;
        boolean split = to.getFirst().has("--null", "-0", "-d", "-I");
        if (!split) hits.at(from.getFirst().start());
      }
    }
  }
}
