package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.cli.Command.Parameter;
import io.breakwater.model.Text;
import java.util.List;

/** The commands that give reasons: why a finding is one, why not, and VEX for others to read. */
final class ReasonCommands {
  private static final Parameter ID = new Parameter("ID", Msg.DB_SHOW_ID, true, false);
  private static final Parameter IMAGE = new Parameter("IMAGE", Msg.OPT_IMAGE, true, false);

  private ReasonCommands() {}

  static Command why() {
    return Command.leaf(
        "why",
        Msg.WHY,
        List.of(ID, IMAGE),
        Commands.withSource(Opt.DB, Opt.BASES, Opt.PACKAGES, Opt.VEX, Opt.IGNORE, Opt.DIFF_FORMAT),
        List.of(
            new Example(
                "bw why CVE-2021-44228 shop/cart:1.8",
                new Text("evidence, records, comparisons", "证据、记录与比较过程")),
            new Example(
                "bw why GHSA-jfh8-c2jp-5v3q dir:. --format json",
                new Text("for a program", "供程序使用"))),
        new WhyCommand(true));
  }

  static Command whyNot() {
    return Command.leaf(
        "why-not",
        Msg.WHY_NOT,
        List.of(ID, IMAGE),
        Commands.withSource(
            Opt.DB, Opt.BASES, Opt.PACKAGES, Opt.PACKAGE, Opt.VEX, Opt.IGNORE, Opt.DIFF_FORMAT),
        List.of(
            new Example(
                "bw why-not CVE-2024-3094 debian:12",
                new Text("what kept each package out", "每个软件包未被报告的原因")),
            new Example(
                "bw why-not CVE-2023-0286 cart:1.8 --package openssl",
                new Text("one package only", "仅一个软件包"))),
        new WhyCommand(false));
  }

  static Command vex() {
    return Command.leaf(
        "vex",
        Msg.VEX_COMMAND,
        List.of(IMAGE),
        Commands.withSource(
            Opt.DB,
            Opt.BASES,
            Opt.PACKAGES,
            Opt.VEX,
            Opt.IGNORE,
            Opt.VEX_FILE,
            Opt.AUTHOR,
            Opt.TIMESTAMP),
        List.of(
            new Example(
                "bw vex shop/cart:1.8 --ignore team.yaml -o cart.openvex.json",
                new Text("what your users need not fear", "告知用户哪些漏洞不必担心")),
            new Example(
                "bw vex shop/cart:1.8 --timestamp 2027-01-31T00:00:00Z",
                new Text("the same bytes every time", "每次得到相同的字节"))),
        new VexCommand());
  }
}
