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
}
