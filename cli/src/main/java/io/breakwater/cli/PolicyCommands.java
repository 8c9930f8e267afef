package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.cli.Command.Parameter;
import io.breakwater.model.Decision;
import io.breakwater.model.DecisionWriter;
import io.breakwater.model.Text;
import io.breakwater.policy.Packs;
import io.breakwater.policy.Policy;
import io.breakwater.policy.PolicySources;
import io.breakwater.policy.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code bw policy}: what may pass a gate. */
final class PolicyCommands {
  private PolicyCommands() {}

  /** The command. */
  static Command policy() {
    return Command.group(
        "policy",
        Msg.POLICY,
        List.of(
            new Example("bw policy init > gate.yaml", new Text("a policy to start from", "生成入门策略")),
            new Example("bw policy check gate.yaml report.json", new Text("ask it", "用它检查报告")),
            new Example("bw policy test policies/", new Text("test it", "测试策略"))),
        Command.leaf(
            "check",
            Msg.POLICY_CHECK,
            List.of(
                new Parameter("POLICY", Msg.POLICY_FILE, true, false),
                new Parameter("REPORT", Msg.POLICY_REPORT, true, false)),
            List.of(Opt.DIFF_FORMAT, Opt.UNKNOWN, Opt.ENVIRONMENT, Opt.MOMENT, Opt.BASELINE),
            List.of(
                new Example(
                    "bw policy check gate.yaml report.json",
                    new Text("a report that you have", "检查已有报告")),
                new Example(
                    "bw policy check pack:only-new new.json --baseline old.json",
                    new Text("only what a change brought in", "只看变更引入的内容"))),
            PolicyCommands::check),
        Command.leaf(
            "test",
            Msg.POLICY_TEST,
            List.of(new Parameter("DIR|FILE", Msg.POLICY_TEST_DIR, true, false)),
            List.of(),
            List.of(new Example("bw policy test policies/", new Text("all cases", "运行全部用例"))),
            new PolicyTestCommand()),
        Command.leaf(
            "explain",
            Msg.POLICY_EXPLAIN,
            List.of(
                new Parameter("POLICY", Msg.POLICY_FILE, true, false),
                new Parameter("RULE", Msg.POLICY_RULE, false, false)),
            List.of(),
            List.of(
                new Example("bw policy explain pack:strict", new Text("a pack", "说明内置策略")),
                new Example(
                    "bw policy explain pack:production root", new Text("one rule", "只看一条规则"))),
            PolicyCommands::explain),
        Command.leaf(
            "init",
            Msg.POLICY_INIT,
            List.of(new Parameter("pack:NAME", Msg.POLICY_PACK, false, false)),
            List.of(),
            List.of(
                new Example("bw policy init > gate.yaml", new Text("with remarks", "带注释")),
                new Example(
                    "bw policy init pack:grace-period > grace.yaml",
                    new Text("a pack, to change it", "取出内置策略加以修改"))),
            PolicyCommands::init));
  }

  private static int check(Arguments arguments, Terminal terminal) throws IOException {
    String format = arguments.oneOf(Opt.DIFF_FORMAT, "table", List.of("table", "json"));
    boolean unknownDenies =
        arguments.oneOf(Opt.UNKNOWN, "warn", List.of("warn", "deny")).equals("deny");
    String policy = arguments.positionals().get(0);
    PolicyGate gate = PolicyGate.of(List.of(policy), arguments);
    Decision decision = gate.judge(Subject.of(Policies.report(arguments.positionals().get(1))));
    if (format.equals("json")) {
      DecisionWriter.write(decision, terminal.out());
    } else {
      var table = new DecisionTable(decision, terminal);
      terminal.out().println(table.answer());
      for (String line : table.lines()) terminal.out().println(line.stripTrailing());
    }
    boolean open = decision.answer() == Decision.Answer.UNKNOWN && unknownDenies;
    return decision.refuses() || open ? Main.REFUSED : Main.OK;
  }

  private static int init(Arguments arguments, Terminal terminal) throws IOException {
    String name =
        arguments.positionals().isEmpty()
            ? Packs.PREFIX + "starter"
            : arguments.positionals().getFirst();
    Optional<PolicySources.Source> pack = Packs.find(name);
    if (pack.isEmpty()) {
      throw new UsageException(arguments.path(), Msg.UNEXPECTED, name);
    }
    terminal.out().print(pack.get().text());
    return Main.OK;
  }

  private static int explain(Arguments arguments, Terminal terminal) throws IOException {
    String name = arguments.positionals().getFirst();
    Policy policy = Policies.read(name);
    List<Policy.Summary> rules = policy.summaries();
    if (arguments.positionals().size() > 1) {
      String wanted = arguments.positionals().get(1);
      rules = rules.stream().filter(r -> r.id().equals(wanted)).toList();
      if (rules.isEmpty()) throw new UsageException(arguments.path(), Msg.UNEXPECTED, wanted);
    }
    var out = new Page(terminal);
    out.line(" " + terminal.paint(Ink.STRONG, Cells.clean(policy.name())));
    if (!policy.description().isEmpty()) out.indented(1, Cells.clean(policy.description()));
    for (Policy.Summary rule : rules) explain(rule, out, terminal);
    for (String line : out.lines()) terminal.out().println(line.stripTrailing());
    return Main.OK;
  }

  private static void explain(Policy.Summary rule, Page out, Terminal terminal) {
    out.line("");
    Msg level =
        switch (rule.level()) {
          case DENY -> Msg.POLICY_LEVEL_DENY;
          case WARN -> Msg.POLICY_LEVEL_WARN;
          case INFO, UNKNOWN -> Msg.POLICY_LEVEL_INFO;
        };
    String id = Cells.clean(rule.id());
    out.line(" " + terminal.paint(Ink.STRONG, id) + "  " + terminal.say(level));
    String when =
        rule.forEach()
            .map(list -> terminal.say(Msg.POLICY_EACH, list, rule.as()))
            .orElseGet(() -> terminal.say(Msg.POLICY_WHEN));
    out.indented(3, Cells.clean(when));
    out.indented(5, Cells.clean(rule.when()));
    line(Msg.POLICY_SAYS, terminal.say(rule.message()), out, terminal);
    var where = new java.util.ArrayList<String>();
    where.addAll(rule.repositories());
    where.addAll(rule.environments());
    where.addAll(rule.moments());
    line(Msg.POLICY_ONLY, String.join(", ", where), out, terminal);
    line(
        Msg.POLICY_READS, String.join(", ", rule.uses().stream().sorted().toList()), out, terminal);
    line(Msg.POLICY_DO, rule.remedy().map(t -> terminal.say(t)).orElse(""), out, terminal);
  }

  private static void line(Msg head, String words, Page out, Terminal terminal) {
    if (!words.isEmpty()) out.indented(3, terminal.say(head) + ": " + Cells.clean(words));
  }
}
