package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.cli.Command.Parameter;
import io.breakwater.model.Text;
import java.util.List;

/** The commands that look into images: layers. */
final class ImageCommands {
  private static final Parameter IMAGE = new Parameter("IMAGE", Msg.OPT_IMAGE, true, false);

  private ImageCommands() {}

  /** {@code bw layers}. */
  static Command layers() {
    return Command.leaf(
        "layers",
        Msg.LAYERS,
        List.of(IMAGE),
        List.of(
            Opt.PLATFORM,
            Opt.OFFLINE,
            Opt.INSECURE,
            Opt.CA_FILE,
            Opt.FORMAT,
            Opt.ALL,
            Opt.MAX_WASTE,
            Opt.MIN_EFFICIENCY,
            Opt.UNKNOWN),
        List.of(
            new Example("bw layers nginx:1.27", new Text("what costs what", "各层的代价")),
            new Example(
                "bw layers docker-archive:cart.tar --max-waste 10% --min-efficiency 0.95",
                new Text("a gate: exit code 2", "门禁：退出码 2")),
            new Example(
                "bw layers oci:build/image --format json",
                new Text("for scripts: docs/layers.md", "供脚本使用：docs/layers.md"))),
        new LayersCommand());
  }
}
