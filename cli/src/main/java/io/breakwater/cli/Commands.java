package io.breakwater.cli;

import io.breakwater.cli.Command.Example;
import io.breakwater.cli.Command.Parameter;
import io.breakwater.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Every command of {@code bw}: its table of contents. */
final class Commands {
  private Commands() {}

  /** {@code bw} itself. */
  static Command root() {
    return Command.group(
        "bw",
        Msg.ABOUT,
        List.of(
            new Example(
                "bw scan nginx:1.27", new Text("from a local store or a registry", "来自本地存储或仓库")),
            new Example(
                "bw scan docker-archive:cart.tar --fail-on high",
                new Text("a gate: exit code 2", "门禁：退出码 2")),
            new Example(
                "bw db import feeds/ && bw scan oci:build/image",
                new Text("with your own feeds", "使用自己的漏洞源"))),
        scan(),
        secrets(),
        ReasonCommands.why(),
        ReasonCommands.whyNot(),
        ReasonCommands.vex(),
        ReportCommand.command(),
        ImageCommands.layers(),
        ImageCommands.base(),
        ImageCommands.files(),
        ImageCommands.diff(),
        sbom(),
        LintCommand.command(),
        LicenceCommands.licences(),
        PolicyCommands.policy(),
        db(),
        version(),
        cache());
  }

  private static Command scan() {
    return Command.leaf(
        "scan",
        Msg.SCAN,
        List.of(new Parameter("IMAGE", Msg.OPT_IMAGE, true, false)),
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
            Opt.PACKAGES,
            Opt.SCANNERS,
            Opt.LICENCE_POLICY,
            Opt.MALWARE_HASHES,
            Opt.YARA,
            Opt.CLAMD,
            Opt.SECRET_CONFIG,
            Opt.VEX,
            Opt.IGNORE,
            Opt.FORMAT,
            Opt.OUTPUT,
            Opt.DOCKERFILE,
            Opt.SERIAL_NUMBER,
            Opt.ALL,
            Opt.SHOW_SUPPRESSED,
            Opt.FAIL_ON,
            Opt.UNKNOWN,
            Opt.POLICY,
            Opt.ENVIRONMENT,
            Opt.MOMENT,
            Opt.BASELINE),
        List.of(
            new Example("bw scan nginx:1.27", new Text("read the report", "阅读报告")),
            new Example(
                "bw scan docker-archive:cart.tar --fail-on high --output json=report.json",
                new Text("gate a build and keep the document", "作为构建门禁并保留报告")),
            new Example(
                "bw scan shop/cart:1.8 -o html=cart.html -o sarif=cart.sarif --dockerfile"
                    + " Dockerfile",
                new Text("a page for people, lines for the code host", "给人看的网页与给代码平台的行号")),
            new Example(
                "bw scan nginx:1.27 --vex vendor.openvex.json --ignore team.yaml",
                new Text("without what does no harm here", "去掉在此无害的发现")),
            new Example(
                "bw scan nginx:1.27 --scanners malware --yara rules/ --clamd unix:/run/clamd.ctl",
                new Text("with your own malware signatures", "使用自己的恶意软件特征")),
            new Example(
                "bw scan cart:1.9 --policy pack:production --environment production",
                new Text("a gate by rules", "按规则把关")),
            new Example(
                "podman save cart | bw scan - --offline --db advisories.db",
                new Text("no network, own database", "不联网，使用自己的漏洞库"))),
        new ScanCommand());
  }

  private static Command secrets() {
    return Command.leaf(
        "secrets",
        Msg.SECRETS,
        List.of(new Parameter("WHERE", Msg.SECRETS_WHERE, true, false)),
        List.of(
            Opt.PLATFORM,
            Opt.OFFLINE,
            Opt.INSECURE,
            Opt.CA_FILE,
            Opt.CACHE,
            Opt.CACHE_SIZE,
            Opt.NO_CACHE,
            Opt.SECRET_CONFIG,
            Opt.IGNORE,
            Opt.SECRETS_FORMAT,
            Opt.SHOW_SECRETS,
            Opt.SECRETS_FAIL_ON),
        List.of(
            new Example("bw secrets .", new Text("a project's folder", "项目目录")),
            new Example(
                "bw secrets docker-archive:cart.tar --fail-on high",
                new Text("all layers of an image, as a gate", "镜像所有层，作为门禁")),
            new Example(
                "bw secrets . --secret-config team.toml --format sarif",
                new Text("own kinds, for a code host", "自定义类型，供代码平台使用")),
            new Example(
                "kubectl get secret,configmap -o yaml | bw secrets -",
                new Text("whatever a command prints", "检查命令的输出"))),
        new SecretsCommand());
  }

  private static Command sbom() {
    return Command.leaf(
            "sbom",
            Msg.SBOM,
            List.of(new Parameter("IMAGE", Msg.OPT_IMAGE, true, false)),
            withSource(Opt.SBOM_FORMAT, Opt.SBOM_FILE, Opt.SERIAL_NUMBER),
            List.of(
                new Example(
                    "bw sbom nginx:1.27", new Text("CycloneDX to standard output", "输出 CycloneDX")),
                new Example(
                    "bw sbom oci:build/image --format spdx -o cart.spdx.json",
                    new Text("SPDX to a file", "将 SPDX 写入文件")),
                new Example(
                    "bw scan sbom:cart.cdx.json --fail-on high",
                    new Text("judge an SBOM without its image", "没有镜像也能检查 SBOM"))),
            new SbomCommands.Write())
        .with(
            Command.leaf(
                "convert",
                Msg.SBOM_CONVERT,
                List.of(new Parameter("FILE", Msg.SBOM_IN, true, false)),
                List.of(
                    Opt.PLATFORM,
                    Opt.OFFLINE,
                    Opt.INSECURE,
                    Opt.CA_FILE,
                    Opt.SBOM_TO,
                    Opt.SBOM_FILE,
                    Opt.SERIAL_NUMBER),
                List.of(
                    new Example(
                        "bw sbom convert bom.xml --to spdx -o bom.spdx.json",
                        new Text("CycloneDX to SPDX", "CycloneDX 转 SPDX")),
                    new Example(
                        "bw sbom convert bom.spdx",
                        new Text("tag-value to CycloneDX", "tag-value 转 CycloneDX"))),
                new SbomCommands.Convert()),
            Command.leaf(
                "diff",
                Msg.SBOM_DIFF,
                List.of(
                    new Parameter("A", Msg.SBOM_SIDE, true, false),
                    new Parameter("B", Msg.SBOM_SIDE, false, false)),
                withSource(Opt.ATTACHED, Opt.DIFF_FORMAT),
                List.of(
                    new Example(
                        "bw sbom diff vendor.spdx.json registry:shop/cart:1.8",
                        new Text("is the vendor's list complete?", "厂商的清单完整吗？")),
                    new Example(
                        "bw sbom diff registry:shop/cart:1.8 --attached",
                        new Text("what we see, what its maker claims", "实际内容与作者声明的差异")),
                    new Example(
                        "bw sbom diff cart:1.8.1 cart:1.8.2 --format json",
                        new Text("two images, for a program", "比较两个镜像，供程序使用"))),
                new SbomCommands.Diff()),
            Command.leaf(
                "attached",
                Msg.SBOM_ATTACHED,
                List.of(new Parameter("IMAGE", Msg.SBOM_ATTACHED_IMAGE, true, false)),
                List.of(Opt.PLATFORM, Opt.OFFLINE, Opt.INSECURE, Opt.CA_FILE),
                List.of(
                    new Example(
                        "bw sbom attached registry:shop/cart:1.8",
                        new Text("referrers, tags and attestations", "引用者、标签与证明")),
                    new Example(
                        "bw sbom convert attached:shop/cart:1.8",
                        new Text("print the SBOM", "输出该 SBOM"))),
                new SbomCommands.ListAttached()));
  }

  /** How images are found and kept, and what else a command takes. */
  static List<Opt> withSource(Opt... others) {
    var all =
        new ArrayList<>(
            List.of(
                Opt.PLATFORM,
                Opt.OFFLINE,
                Opt.INSECURE,
                Opt.CA_FILE,
                Opt.CACHE,
                Opt.CACHE_SIZE,
                Opt.NO_CACHE));
    all.addAll(List.of(others));
    return all;
  }

  private static Command db() {
    return Command.group(
        "db",
        Msg.DB,
        List.of(
            new Example("bw db update", new Text("fetch what is new", "获取最新内容")),
            new Example("bw db import feeds/", new Text("folders and archives", "目录与归档")),
            new Example("bw db status", new Text("how old is it?", "漏洞库有多旧？")),
            new Example("bw db show CVE-2021-44228", new Text("every record", "全部记录"))),
        Command.leaf(
            "import",
            Msg.DB_IMPORT,
            List.of(new Parameter("DIR|ARCHIVE", Msg.DB_IMPORT_INPUT, true, true)),
            List.of(Opt.DB),
            List.of(
                new Example(
                    "bw db import osv/npm.zip osv/Debian.zip kev.json",
                    new Text("single files", "单个文件")),
                new Example(
                    "bw db import --db advisories.db feeds/",
                    new Text("a database to carry along", "可携带的漏洞库"))),
            new DbCommands.Import()),
        Command.leaf(
            "status",
            Msg.DB_STATUS,
            List.of(),
            List.of(Opt.DB, Opt.FEEDS),
            List.of(new Example("bw db status", new Text("the one in use", "当前使用的漏洞库"))),
            new DbCommands.Status()),
        Command.leaf(
            "show",
            Msg.DB_SHOW,
            List.of(new Parameter("ID", Msg.DB_SHOW_ID, true, false)),
            List.of(Opt.DB),
            List.of(
                new Example("bw db show CVE-2021-44228", new Text("all feeds' words", "各漏洞源的说法"))),
            new DbCommands.Show()),
        DatabaseCommands.update(),
        DatabaseCommands.export(),
        DatabaseCommands.push(),
        DatabaseCommands.pull(),
        DatabaseCommands.diff(),
        DatabaseCommands.stats(),
        coverage());
  }

  private static Command coverage() {
    return Command.leaf(
        "coverage",
        Msg.COVERAGE,
        List.of(new Parameter("IMAGE", Msg.OPT_IMAGE, true, false)),
        withSource(Opt.DB, Opt.PACKAGES, Opt.COVERAGE_FORMAT, Opt.COVERAGE_ALL),
        List.of(
            new Example("bw db coverage nginx:1.27", new Text("who would tell us?", "谁会告诉我们？")),
            new Example(
                "bw db coverage docker-archive:cart.tar --all",
                new Text("every package that nobody covers", "全部无人覆盖的软件包")),
            new Example(
                "bw db coverage oci:build/image --format json",
                new Text("package by package, for a program", "逐个软件包，供程序使用"))),
        new CoverageCommand());
  }

  private static Command version() {
    return Command.group(
        "version",
        Msg.VERSION,
        List.of(
            new Example(
                "bw version compare deb 1.2-1 1.2-1+deb12u1", new Text("answers <", "回答 <"))),
        Command.leaf(
            "compare",
            Msg.VERSION_COMPARE,
            List.of(
                new Parameter("SCHEME", Msg.VERSION_SCHEME, true, false),
                new Parameter("A", Msg.VERSION_A, false, false),
                new Parameter("B", Msg.VERSION_A, false, false)),
            List.of(),
            List.of(
                new Example("bw version compare maven 1.0-rc1 1.0", new Text("answers <", "回答 <")),
                new Example(
                    "bw version compare npm < pairs.tsv", new Text("line by line", "逐行回答"))),
            new VersionCompareCommand()));
  }

  private static Command cache() {
    return Command.group(
        "cache",
        Msg.CACHE,
        List.of(new Example("bw cache status", new Text("how large is it?", "有多大？"))),
        Command.leaf(
            "status",
            Msg.CACHE_STATUS,
            List.of(),
            List.of(Opt.CACHE, Opt.CACHE_SIZE),
            List.of(new Example("bw cache status", new Text("the default cache", "默认缓存"))),
            new CacheCommands.Status()),
        Command.leaf(
            "clean",
            Msg.CACHE_CLEAN,
            List.of(),
            List.of(Opt.CACHE),
            List.of(
                new Example(
                    "bw cache clean --cache /var/cache/bw", new Text("another one", "其他缓存"))),
            new CacheCommands.Clean()));
  }
}
