package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.HIGH;
import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Command;
import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.inspect.internal.shell.Part;
import io.breakwater.inspect.internal.shell.Sequence;
import io.breakwater.inspect.internal.shell.Word;
import java.util.List;
import java.util.Set;

/** What is fetched from elsewhere, and what becomes of it. */
final class DownloadRules {
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "fish");
  private static final Set<String> INTERPRETERS =
      Set.of("python", "python2", "python3", "perl", "ruby", "node", "php");
  private static final Options.Spec WGET =
      Options.Spec.of("O o a e P t T w Q U i B A R D I X l output-document output-file progress");

  private DownloadRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("download-piped-to-shell", HIGH)
            .title("A download is run without a look at it", "下载的内容未经检查就被执行")
            .why(
                "Whoever controls the server, or the way to it, runs code in the build; a cut"
                    + " connection runs half a script.",
                "控制服务器或传输路径的人可以在构建中执行代码；连接中断时会执行半个脚本。")
            .remedy(
                "Save the file, check its digest with sha256sum -c, then run it; or ADD"
                    + " --checksum.",
                "先保存文件，用 sha256sum -c 校验摘要后再执行；或使用 ADD --checksum。")
            .see("https://docs.docker.com/reference/dockerfile/#add---checksum")
            .everywhere()
            .look(DownloadRules::piped),
        Rule.of("download-over-http", MEDIUM)
            .title("A download over http can be replaced on its way", "通过 http 下载的内容可能在途中被替换")
            .why(
                "Nothing proves who answers: anybody on the way can send something else.",
                "无法证明应答者的身份：途中的任何人都可以发送别的内容。")
            .remedy("Use https://, and check a digest.", "使用 https://，并校验摘要。")
            .see("https://cwe.mitre.org/data/definitions/494.html")
            .look(
                (code, hits) -> {
                  for (Invocation i :
                      code.runs("curl", "wget", "aria2c", "git", "pip", "pip3", "rpm", "npm")) {
                    for (var a : i.arguments()) {
                      String text = a.text().startsWith("git+") ? a.text().substring(4) : a.text();
                      if (!plain(text)) continue;
                      hits.at(a.word().start(), Install.shown(text));
                      break;
                    }
                  }
                }),
        Rule.of("wget-progress", LOW, "DL3047")
            .title("wget fills the log with its progress bar", "wget 的进度条会充斥日志")
            .why("A large file writes thousands of lines.", "下载大文件会写出数千行日志。")
            .remedy("Add --progress=dot:giga, or -nv.", "加上 --progress=dot:giga 或 -nv。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("wget")) {
                    Options options = i.options(WGET);
                    if (options.has("q", "quiet", "o", "output-file", "a", "append-output")
                        || options.has("progress", "no-verbose", "b", "background")
                        || options.has("version", "V", "help")
                        || i.arguments().stream().anyMatch(a -> a.text().startsWith("-nv"))) {
                      continue;
                    }
                    hits.insert(i.start(), "wget", i.word().end(), " --progress=dot:giga");
                  }
                }),
        Rule.of("wget-and-curl", LOW, "DL4001")
            .title("Both wget and curl are used", "同时使用了 wget 和 curl")
            .why("One of them is enough; each adds packages and holes.", "用其中之一即可；每一个都会带来软件包和漏洞。")
            .remedy("Use one of the two.", "只使用其中之一。")
            .look(
                (code, hits) -> {
                  boolean wget = code.before().wget();
                  boolean curl = code.before().curl();
                  for (Invocation i : code.runs("wget", "curl")) {
                    if (wget && curl) return;
                    wget |= i.is("wget");
                    curl |= i.is("curl");
                    if (wget && curl) hits.at(i.start());
                  }
                }),
        Rule.of("pipe-without-pipefail", MEDIUM, "DL4006")
            .title("A failure before the pipe goes unseen", "管道前面的失败会被忽略")
            .why(
                "Only the last program counts: a download that failed leaves an empty file and a"
                    + " green build.",
                "只有最后一个程序的结果有效：下载失败会留下空文件，而构建依然成功。")
            .remedy(
                "Put SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] before it, or set -o"
                    + " pipefail.",
                "在其前加上 SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]，或 set -o pipefail。")
            .look(DownloadRules::pipefail));
  }

  private static boolean plain(String text) {
    if (!text.startsWith("http://") || text.length() < 10) return false;
    String rest = text.substring(7);
    if (rest.charAt(0) == Word.UNKNOWN) return false;
    for (String local : List.of("localhost", "127.", "[::1]", "0.0.0.0", "host.docker.internal")) {
      if (rest.startsWith(local)) return false;
    }
    return true;
  }

  private static void pipefail(Code code, Hits hits) {
    List<String> shell = code.source().shell();
    boolean knows = Set.of("bash", "zsh", "ash", "ksh").contains(code.shell());
    if (knows && shell.stream().anyMatch(w -> w.contains("pipefail"))) return;
    for (Invocation i : code.invocations()) {
      if ((i.is("set") || SHELLS.contains(i.name())) && i.has("pipefail")) return;
    }
    for (Command command : code.analysis().commands()) {
      if (command instanceof Command.Pipeline p && p.stages().size() > 1) {
        hits.at(p.start());
        return;
      }
    }
  }

  private static void piped(Code code, Hits hits) {
    for (Command command : code.analysis().commands()) {
      if (command instanceof Command.Pipeline pipeline) {
        boolean fetched = false;
        for (Command stage : pipeline.stages()) {
          List<Invocation> started = code.analysis().invocations(stage);
          if (started.isEmpty()) continue;
          Invocation last = started.getLast();
          if (fetched && runsItsInput(last)) {
            hits.at(pipeline.start(), last.name());
            break;
          }
          if (last.is("curl", "wget", "fetch")) fetched = true;
        }
      }
    }
    for (Invocation i : code.invocations()) {
      boolean shell = SHELLS.contains(i.name());
      if (!shell && !i.is("eval", "source", ".")) continue;
      boolean takesText = i.is("eval") || i.arguments().stream().anyMatch(a -> dashC(a.text()));
      for (var a : i.arguments()) {
        if (fetches(a.word().parts(), takesText, 0)) hits.at(i.start(), i.name());
      }
    }
  }

  private static boolean dashC(String text) {
    return text.startsWith("-") && !text.startsWith("--") && text.indexOf('c') > 0;
  }

  /** Whether a word is what was fetched: as a file, or as text where that is run. */
  private static boolean fetches(List<Part> parts, boolean text, int depth) {
    for (Part part : parts) {
      if (part instanceof Part.DoubleQuoted q && depth < 4 && fetches(q.parts(), text, depth + 1)) {
        return true;
      }
      if (!(part instanceof Part.Substitution s)) continue;
      if (!text && s.kind() != Part.Substitution.Kind.PROCESS) continue;
      for (Sequence.Item item : s.body().items()) {
        if (item.command() instanceof Command.Simple simple && !simple.words().isEmpty()) {
          String name = simple.words().getFirst().literal().orElse("");
          if (name.equals("curl") || name.equals("wget")) return true;
        }
      }
    }
    return false;
  }

  private static boolean runsItsInput(Invocation i) {
    boolean shell = SHELLS.contains(i.name());
    if (!shell && !INTERPRETERS.contains(i.name())) return false;
    for (var a : i.arguments()) {
      String text = a.text();
      if (text.equals("-") || text.equals("/dev/stdin") || (shell && text.equals("-s"))) {
        return true;
      }
      if (!text.startsWith("-")) return false;
      if (dashC(text) || (!shell && (text.equals("-e") || text.equals("-m")))) return false;
      if (text.equals("--")) return true;
    }
    return true;
  }
}
