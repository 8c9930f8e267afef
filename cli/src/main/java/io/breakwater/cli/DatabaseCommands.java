package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.model.Text;
import java.util.List;

/** The commands that fetch, ship and compare databases. */
final class DatabaseCommands {
  private DatabaseCommands() {}

  static Command update() {
    return Command.leaf(
        "update",
        Msg.DB_UPDATE,
        List.of(),
        List.of(
            Opt.OFFLINE,
            Opt.INSECURE,
            Opt.CA_FILE,
            Opt.DB,
            Opt.PROVIDER,
            Opt.FROM,
            Opt.ACCEPT_SHRUNK,
            Opt.FEEDS,
            Opt.FEEDS_FILE,
            Opt.STRICT),
        List.of(
            new Example("bw db update", new Text("every feed that is on", "所有启用的漏洞源")),
            new Example(
                "bw db update --provider kev --provider epss",
                new Text("two of them, the rest as it is", "仅更新其中两个")),
            new Example(
                "bw db update --provider debian --from tracker.json --offline",
                new Text("a file that you brought", "使用自带的文件"))),
        new UpdateCommand());
  }

  static Command export() {
    return Command.leaf(
        "export",
        Msg.DB_EXPORT,
        List.of(new Command.Parameter("FILE", Msg.DB_EXPORT_FILE, true, false)),
        List.of(Opt.DB, Opt.FEEDS),
        List.of(
            new Example("bw db export advisories.tar.zst", new Text("to carry along", "便于携带")),
            new Example(
                "bw db import advisories.tar.zst", new Text("on the other side", "在另一侧导入"))),
        new ExportCommand());
  }

  static Command push() {
    return Command.leaf(
        "push",
        Msg.DB_PUSH,
        List.of(new Command.Parameter("REFERENCE", Msg.DB_REFERENCE, true, false)),
        List.of(Opt.OFFLINE, Opt.INSECURE, Opt.CA_FILE, Opt.DB, Opt.SIGN_KEY),
        List.of(
            new Example("bw db push registry.example/bw/db:latest", new Text("unsigned", "不签名")),
            new Example(
                "bw db push registry.example/bw/db:latest --sign-key db.key",
                new Text("signed, as cosign does", "签名，与 cosign 兼容"))),
        new PushCommand());
  }

  static Command pull() {
    return Command.leaf(
        "pull",
        Msg.DB_PULL,
        List.of(new Command.Parameter("REFERENCE", Msg.DB_REFERENCE, true, false)),
        List.of(Opt.OFFLINE, Opt.INSECURE, Opt.CA_FILE, Opt.DB, Opt.VERIFY_KEY),
        List.of(
            new Example(
                "bw db pull registry.example/bw/db:latest --verify-key db.pub",
                new Text("refuses what is not signed", "拒绝未签名的内容")),
            new Example(
                "bw db pull registry.example/bw/db:latest --db advisories.db",
                new Text("to another file", "写入其他文件"))),
        new PullCommand());
  }

  static Command diff() {
    return Command.leaf(
        "diff",
        Msg.DB_DIFF,
        List.of(
            new Command.Parameter("A", Msg.DB_DIFF_SIDE, true, false),
            new Command.Parameter("B", Msg.DB_DIFF_SIDE, true, false)),
        List.of(Opt.DIFF_FORMAT),
        List.of(
            new Example("bw db diff old.db new.db", new Text("what is new?", "有何变化？")),
            new Example(
                "bw db diff old.db new.db --format json", new Text("for a program", "供程序使用"))),
        new DatabaseDiffCommand());
  }

  static Command stats() {
    return Command.leaf(
        "stats",
        Msg.DB_STATS,
        List.of(),
        List.of(Opt.DB, Opt.DIFF_FORMAT),
        List.of(
            new Example("bw db stats", new Text("the database in use", "当前使用的漏洞库")),
            new Example("bw db stats --format json", new Text("for a program", "供程序使用"))),
        new DatabaseStatsCommand());
  }
}
