package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.LOW;

import io.breakwater.inspect.internal.shell.Assignment;
import io.breakwater.inspect.internal.shell.Command;
import io.breakwater.inspect.internal.shell.Command.Compound.Kind;
import io.breakwater.inspect.internal.shell.Part;
import io.breakwater.inspect.internal.shell.Redirect;
import io.breakwater.inspect.internal.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** What bash knows and the {@code /bin/sh} of Debian, Ubuntu and Alpine does not. */
final class PortabilityRules {
  /** Distributions whose {@code /bin/sh} is bash. */
  private static final List<String> BASH_BASES =
      List.of(
          "fedora",
          "centos",
          "redhat",
          "rhel",
          "ubi",
          "rocky",
          "alma",
          "amazonlinux",
          "oracle",
          "suse",
          "sles",
          "bci",
          "archlinux",
          "photon",
          "azurelinux",
          "mariner");

  /** Shells of BusyBox know some of it. */
  private enum Ash {
    KNOWS,
    DOES_NOT
  }

  private interface Finder {
    void find(Command command, IntConsumer at);
  }

  private PortabilityRules() {}

  static List<Rule> all() {
    List<Rule> out = new ArrayList<>();
    out.add(
        rule(
            "sh-double-brackets",
            "SC3010",
            "[[ ]]",
            Ash.KNOWS,
            (c, at) -> {
              if (c instanceof Command.Compound t && t.kind() == Kind.TEST) at.accept(c.start());
            }));
    out.add(
        rule(
            "sh-double-equals",
            "SC3014",
            "[ a == b ]",
            Ash.KNOWS,
            (c, at) -> {
              if (!named(c, "[") && !named(c, "test")) return;
              for (Word w : ((Command.Simple) c).words()) if (is(w, "==")) at.accept(w.start());
            }));
    out.add(
        rule(
            "sh-source",
            "SC3046",
            "source",
            Ash.KNOWS,
            (c, at) -> {
              if (named(c, "source")) at.accept(c.start());
            }));
    out.add(
        rule(
            "sh-brace-expansion",
            "SC3009",
            "{a,b}",
            Ash.DOES_NOT,
            (c, at) -> {
              if (!(c instanceof Command.Simple s)) return;
              for (Word w : s.words()) if (braces(w)) at.accept(w.start());
            }));
    out.add(
        rule(
            "sh-here-string",
            "SC3011",
            "<<<",
            Ash.DOES_NOT,
            (c, at) -> {
              for (Redirect r : redirects(c)) if (r.operator().equals("<<<")) at.accept(r.start());
            }));
    out.add(
        rule(
            "sh-both-redirected",
            "SC3020",
            "&>",
            Ash.KNOWS,
            (c, at) -> {
              for (Redirect r : redirects(c)) {
                if (r.operator().startsWith("&>")) at.accept(r.start());
              }
            }));
    out.add(
        rule(
            "sh-process-substitution",
            "SC3001",
            "<( )",
            Ash.DOES_NOT,
            (c, at) -> {
              if (!(c instanceof Command.Simple s)) return;
              for (Word w : s.words()) {
                for (Part p : w.parts()) {
                  boolean process =
                      p instanceof Part.Substitution x
                          && x.kind() == Part.Substitution.Kind.PROCESS;
                  if (process) at.accept(p.start());
                }
              }
            }));
    out.add(
        rule(
            "sh-array",
            "SC3030",
            "name=(…)",
            Ash.DOES_NOT,
            (c, at) -> {
              if (!(c instanceof Command.Simple s)) return;
              for (Assignment a : s.assignments()) if (a.array()) at.accept(a.start());
            }));
    out.add(
        rule(
            "sh-arithmetic-command",
            "SC3006",
            "(( ))",
            Ash.DOES_NOT,
            (c, at) -> {
              if (c instanceof Command.Compound t && t.kind() == Kind.ARITHMETIC)
                at.accept(c.start());
            }));
    out.add(
        rule(
            "sh-pushd",
            "SC3044",
            "pushd, popd, shopt, declare",
            Ash.DOES_NOT,
            (c, at) -> {
              for (String name : List.of("pushd", "popd", "shopt", "declare")) {
                if (named(c, name)) at.accept(c.start());
              }
            }));
    out.add(
        rule(
            "sh-pipefail",
            "SC3040",
            "set -o pipefail",
            Ash.KNOWS,
            (c, at) -> {
              if (!named(c, "set")) return;
              for (Word w : ((Command.Simple) c).words())
                if (is(w, "pipefail")) at.accept(w.start());
            }));
    return List.copyOf(out);
  }

  private static Rule rule(String id, String code, String what, Ash ash, Finder finder) {
    return Rule.of(id, LOW, code)
        .title(what + " in a script for sh", "在 sh 脚本中使用 " + what)
        .why(
            "Only bash knows it; the shell that RUN starts takes it for something else or stops.",
            "只有 bash 支持；RUN 启动的 shell 会误解它或报错退出。")
        .remedy(
            "Put SHELL [\"/bin/bash\", \"-c\"] before it, or write it as POSIX does.",
            "在其前加上 SHELL [\"/bin/bash\", \"-c\"]，或改用 POSIX 写法。")
        .look(
            (run, hits) -> {
              if (!foreign(run, ash)) return;
              for (Command c : run.analysis().commands()) {
                if (!run.analysis().nested(c)) finder.find(c, hits::at);
              }
            });
  }

  private static boolean foreign(Code code, Ash ash) {
    String shell = code.shell();
    if (!shell.equals("sh") && !shell.equals("dash")) return false;
    String text = code.source().text();
    if (text.startsWith("#!") && !text.startsWith("#!/bin/sh")) return false;
    String base = code.stage().base().toLowerCase(Locale.ROOT);
    for (String name : BASH_BASES) if (base.contains(name)) return false;
    boolean busybox = base.contains("alpine") || base.contains("busybox");
    return !busybox || ash == Ash.DOES_NOT;
  }

  private static boolean named(Command c, String name) {
    return c instanceof Command.Simple s && !s.words().isEmpty() && is(s.words().getFirst(), name);
  }

  private static boolean is(Word word, String text) {
    return word.literal().filter(text::equals).isPresent();
  }

  private static List<Redirect> redirects(Command c) {
    return switch (c) {
      case Command.Simple s -> s.redirects();
      case Command.Compound s -> s.redirects();
      case Command.Case s -> s.redirects();
      case Command.Pipeline _, Command.AndOr _ -> List.of();
    };
  }

  /** Whether bash would make several words of it. */
  private static boolean braces(Word word) {
    for (Part p : word.parts()) {
      if (!(p instanceof Part.Literal l) || l.quoting() != Part.Quoting.NONE) continue;
      int open = l.text().indexOf('{');
      int close = l.text().indexOf('}', Math.max(open, 0));
      if (open < 0 || close < 0) continue;
      String inside = l.text().substring(open, close);
      if (inside.contains(",") || inside.contains("..")) return true;
    }
    return false;
  }
}
