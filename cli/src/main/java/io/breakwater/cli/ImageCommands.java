package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.cli.Command.Parameter;
import io.breakwater.model.Text;
import java.util.List;

/** The commands that look into images: their layers, what they were built from. */
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
            Opt.BASES,
            Opt.CACHE,
            Opt.NO_CACHE,
            Opt.FORMAT,
            Opt.ALL,
            Opt.EXPLORE,
            Opt.MAX_WASTE,
            Opt.MIN_EFFICIENCY,
            Opt.UNKNOWN),
        List.of(
            new Example("bw layers nginx:1.27", new Text("what costs what", "各层的代价")),
            new Example("bw layers nginx:1.27 --explore", new Text("full screen", "全屏浏览")),
            new Example(
                "bw layers docker-archive:cart.tar --max-waste 10% --min-efficiency 0.95",
                new Text("a gate: exit code 2", "门禁：退出码 2")),
            new Example(
                "bw layers oci:build/image --format json",
                new Text("for scripts: docs/layers.md", "供脚本使用：docs/layers.md"))),
        new LayersCommand());
  }

  /** {@code bw files}. */
  static Command files() {
    return Command.leaf(
        "files",
        Msg.FILES_ABOUT,
        List.of(IMAGE),
        List.of(
            Opt.PLATFORM,
            Opt.OFFLINE,
            Opt.INSECURE,
            Opt.CA_FILE,
            Opt.CACHE,
            Opt.CACHE_SIZE,
            Opt.NO_CACHE,
            Opt.FORMAT,
            Opt.UNOWNED,
            Opt.SETUID,
            Opt.DIGESTS),
        List.of(
            new Example("bw files cart:1.8 --unowned", new Text("who brought these?", "这些是谁带来的？")),
            new Example("bw files cart:1.8 --setuid", new Text("who runs as root?", "谁以 root 运行？")),
            new Example(
                "bw files cart:1.8 --unowned --digests --format json",
                new Text("to look them up", "用于查询"))),
        new FilesCommand());
  }

  /** {@code bw diff}. */
  static Command diff() {
    return Command.leaf(
        "diff",
        Msg.DIFF,
        List.of(
            new Parameter("A", Msg.DIFF_OPERAND, true, false),
            new Parameter("B", Msg.DIFF_OPERAND, true, false)),
        List.of(
            Opt.PLATFORM,
            Opt.OFFLINE,
            Opt.INSECURE,
            Opt.CA_FILE,
            Opt.CACHE,
            Opt.CACHE_SIZE,
            Opt.NO_CACHE,
            Opt.DB,
            Opt.BASES,
            Opt.FORMAT,
            Opt.ALL,
            Opt.WORSE),
        List.of(
            new Example("bw diff cart:1.8.1 cart:1.8.2", new Text("what is new?", "有什么变化？")),
            new Example(
                "bw diff last.json oci:build/image --fail-on critical",
                new Text("a gate: 2 when worse", "门禁：变差时退出码 2")),
            new Example(
                "bw diff a.json b.json --format json",
                new Text("for scripts: docs/diff.md", "供脚本使用：docs/diff.md"))),
        new DiffCommand());
  }

  /** {@code bw base}. */
  static Command base() {
    return Command.group(
        "base",
        Msg.BASE,
        List.of(
            new Example("bw base add debian:12", new Text("from a registry", "来自仓库")),
            new Example("bw base detect cart:1.8", new Text("what was it built from?", "基于什么构建？"))),
        Command.leaf(
            "add",
            Msg.BASE_ADD,
            List.of(new Parameter("IMAGE", Msg.OPT_IMAGE, false, false)),
            List.of(Opt.PLATFORM, Opt.OFFLINE, Opt.INSECURE, Opt.CA_FILE, Opt.BASES, Opt.NAME),
            List.of(
                new Example(
                    "bw base add docker-archive:base.tar --name corp/java:21",
                    new Text("its layers count", "以层为准")),
                new Example("bw base add --name debian:12", new Text("its name counts", "以名称为准"))),
            new BaseCommands.Add()),
        Command.leaf(
            "list",
            Msg.BASE_LIST,
            List.of(),
            List.of(Opt.BASES, Opt.FORMAT),
            List.of(new Example("bw base list --format json", new Text("for scripts", "供脚本使用"))),
            new BaseCommands.Show()),
        Command.leaf(
            "remove",
            Msg.BASE_REMOVE,
            List.of(new Parameter("NAME", Msg.BASE_REMOVE_NAME, true, false)),
            List.of(Opt.BASES),
            List.of(new Example("bw base remove debian:11", new Text("too old", "太旧"))),
            new BaseCommands.Remove()),
        Command.leaf(
            "detect",
            Msg.BASE_DETECT,
            List.of(IMAGE),
            List.of(
                Opt.PLATFORM,
                Opt.OFFLINE,
                Opt.INSECURE,
                Opt.CA_FILE,
                Opt.CACHE,
                Opt.CACHE_SIZE,
                Opt.NO_CACHE,
                Opt.BASES,
                Opt.FORMAT),
            List.of(new Example("bw base detect cart:1.8", new Text("no layer is read", "不读取任何层"))),
            new BaseCommands.Detect()));
  }
}
