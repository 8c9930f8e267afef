package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.cli.Command.Parameter;
import io.breakwater.model.Text;
import java.util.List;

/** {@code bw licences}. */
final class LicenceCommands {
  private LicenceCommands() {}

  static Command licences() {
    return Command.leaf(
        "licences",
        Msg.LICENCES,
        List.of(new Parameter("IMAGE", Msg.OPT_IMAGE, true, false)),
        List.of(
            Opt.PLATFORM,
            Opt.OFFLINE,
            Opt.INSECURE,
            Opt.CA_FILE,
            Opt.CACHE,
            Opt.CACHE_SIZE,
            Opt.NO_CACHE,
            Opt.LICENCE_POLICY,
            Opt.LICENCES_FORMAT,
            Opt.LICENCES_ALL,
            Opt.NOTICE,
            Opt.NOTICE_FORMAT,
            Opt.LICENCES_FAIL_ON),
        List.of(
            new Example("bw licences nginx:1.27", new Text("what does it ask for?", "有哪些许可要求？")),
            new Example(
                "bw licences cart:1.8 --licence-policy licences.yaml --fail-on deny",
                new Text("a gate: exit code 2", "门禁：退出码 2")),
            new Example(
                "bw licences cart:1.8 --notice",
                new Text("texts and copyright statements, to pass on", "供分发的许可文本与版权声明")),
            new Example(
                "bw licences sbom:cart.cdx.json --format csv",
                new Text("for a spreadsheet", "供表格软件使用"))),
        new LicencesCommand());
  }
}
