package io.breakwater.cli;

import io.breakwater.model.Text;

/** Every sentence that the command line says by itself. Problems have their own table. */
enum Msg {
  // the tool
  ABOUT(
      "Container security: what is inside an image, what is wrong with it, what to fix first.",
      "容器安全：镜像里有什么、有何问题、先修什么。"),
  USAGE("Usage", "用法"),
  EXAMPLES("Examples", "示例"),
  COMMANDS("Commands", "命令"),
  ARGUMENTS("Arguments", "参数"),
  EXIT_CODES("Exit codes", "退出码"),
  EXIT_CODE_LIST(
      "0  done, and no gate refused\n1  an error: nothing was judged\n2  the gate refused the image",
      "0  完成，未被门禁拒绝\n1  出错，未作判断\n2  门禁拒绝该镜像"),
  MORE_HELP("More about a command: bw COMMAND --help", "查看某个命令的帮助：bw 命令 --help"),
  // groups of options
  GROUP_SOURCE("Where the image is", "镜像来源"),
  GROUP_KNOWN("What is known", "漏洞库"),
  GROUP_OUTPUT("What you see", "输出"),
  GROUP_GATE("Gate", "门禁"),
  GROUP_ALL("For every command", "通用选项"),
  // options
  OPT_HELP("Show this help.", "显示帮助。"),
  OPT_VERSION("Show the version.", "显示版本。"),
  OPT_LANG("Language: en or zh. Default: as LANG says.", "语言：en 或 zh，默认取自 LANG。"),
  OPT_DEBUG("Show the stack of an error.", "出错时显示调用栈。"),
  OPT_QUIET("No progress and no notes, errors only.", "不显示进度与提示，仅显示错误。"),
  OPT_IMAGE(
      "docker-archive:FILE, oci:DIR|TAR[:TAG|@DIGEST], dir:ROOTFS, podman:NAME, docker:NAME,"
          + " containerd:NAME, registry:NAME, sbom:FILE, - for standard input, or a bare name: local"
          + " stores first, then the registry.",
      "docker-archive:文件、oci:目录或归档[:标签|@摘要]、dir:根文件系统、podman:名称、docker:名称、"
          + "containerd:名称、registry:名称、sbom:文件，- 表示标准输入；只给名称时先查本地存储，再查仓库。"),
  OPT_PLATFORM(
      "Which image of an index, such as linux/arm64. Default: the one for this machine.",
      "选择索引中的平台，如 linux/arm64，默认与本机相同。"),
  OPT_OFFLINE("Promise: no network.", "承诺：不访问网络。"),
  OPT_INSECURE("Allow plain HTTP and untrusted certificates.", "允许明文 HTTP 和不受信任的证书。"),
  OPT_CA_FILE("Trust the authorities in this PEM file as well.", "同时信任该 PEM 文件中的 CA。"),
  OPT_CACHE(
      "Where results per layer are kept. Default: ~/.cache/breakwater",
      "各层分析结果的缓存目录，默认 ~/.cache/breakwater"),
  OPT_NO_CACHE("Neither use nor fill the cache.", "不使用也不写入缓存。"),
  OPT_CACHE_SIZE(
      "The most that the cache may hold, such as 500M or 2G. Default: 1G", "缓存上限，如 500M、2G，默认 1G"),
  OPT_DB(
      "The advisory database. Default: ~/.local/share/breakwater/advisories.db, else the starter"
          + " database inside bw.",
      "漏洞库文件，默认 ~/.local/share/breakwater/advisories.db，没有时使用内置的入门漏洞库。"),
  OPT_FORMAT(
      "table, json, cyclonedx or spdx, on standard output. Default: table",
      "标准输出格式：table、json、cyclonedx 或 spdx，默认 table"),
  OPT_OUTPUT("Write a format to a file as well; may be given several times.", "另将某种格式写入文件，可重复。"),
  OPT_ALL("List every finding, not only the first ones.", "列出全部发现，而不只是最前面的。"),
  OPT_FAIL_ON(
      "End with 2 when a finding is as bad as this or worse: critical, high, medium, low.",
      "有发现达到该级别或更高时以 2 退出：critical、high、medium、low。"),
  OPT_UNKNOWN(
      "What a gate says when evidence is missing: warn (exit 0) or deny (exit 2). Default: warn",
      "证据不足时门禁的处理：warn（退出码 0）或 deny（退出码 2），默认 warn"),
  // commands
  SCAN("What is in an image, what is wrong with it, what to fix first.", "镜像里有什么、有何问题、先修什么。"),
  DB("The advisory database: make it, look into it.", "漏洞库：生成与查看。"),
  DB_IMPORT("Make a database of feeds in their native form.", "用原生格式的漏洞源生成漏洞库。"),
  DB_IMPORT_INPUT("Folders, archives or files of feeds.", "漏洞源的目录、归档或文件。"),
  DB_STATUS("Which database is in use, what is in it, how old it is.", "正在使用的漏洞库、内容与日期。"),
  DB_SHOW("Everything that the database says about a hole.", "漏洞库对某个漏洞的全部记录。"),
  DB_SHOW_ID("A CVE, GHSA or other advisory id.", "CVE、GHSA 或其他公告编号。"),
  VERSION("How ecosystems order their versions.", "各生态的版本顺序。"),
  VERSION_COMPARE(
      "Compare two versions: <, =, > or ! (invalid). Without versions, answer tab-separated pairs"
          + " from standard input, line by line.",
      "比较两个版本：<、=、> 或 !（无效）。不给版本时，逐行回答标准输入中以制表符分隔的版本对。"),
  VERSION_SCHEME(
      "deb, rpm, apk, npm, maven, pypi, golang, gem, composer, nuget, cargo, semver …",
      "deb、rpm、apk、npm、maven、pypi、golang、gem、composer、nuget、cargo、semver 等。"),
  VERSION_A("A version.", "一个版本。"),
  CACHE("The cache of results per layer: look at it, clean it.", "各层结果的缓存：查看与清理。"),
  CACHE_STATUS("How much is in the cache.", "缓存的大小。"),
  CACHE_CLEAN("Empty the cache.", "清空缓存。"),
  CACHE_CLEANED("{0} removed, {1} freed", "已删除 {0} 项，释放 {1}"),
  CACHE_LINE("{0}: {1} layer results, {2} of at most {3}", "{0}：{1} 层结果，共 {2}，上限 {3}"),
  // errors of use
  UNKNOWN_OPTION("there is no option {0} here", "没有选项 {0}"),
  UNKNOWN_COMMAND("there is no command {0}", "没有命令 {0}"),
  UNEXPECTED("what is {0} for? There is one argument too many", "多余的参数：{0}"),
  DID_YOU_MEAN("Did you mean {0}?", "您是否想输入 {0}？"),
  MISSING("{0} is missing", "缺少 {0}"),
  BAD_VALUE("{0} cannot be {1}; it is {2}", "{0} 不能是 {1}；可用：{2}"),
  SEE_HELP("See: {0} --help", "参见：{0} --help"),
  ONE_OF("one of {0}", "{0} 之一"),
  A_SCHEME("version scheme", "版本方案"),
  A_SIZE("a size such as 500M or 2G", "大小，如 500M、2G"),
  A_PLATFORM("a platform such as linux/arm64", "平台，如 linux/arm64"),
  A_FORMAT_FILE("FORMAT=FILE, with a format of {0}", "格式=文件，格式为 {0}"),
  DEBUG_HINT("The stack of this error: the same command with --debug", "查看调用栈：同一命令加 --debug"),
  // the report
  FOUND_IN("found in {0}", "来源：{0}"),
  IN_LAYERS("{0} in {1} layers, {2} of them base", "{0}，共 {1} 层，其中基础镜像 {2} 层"),
  IN_LAYERS_PLAIN("{0} in {1} layers", "{0}，共 {1} 层"),
  IN_ONE_LAYER("{0} in one layer", "{0}，共 1 层"),
  ROOT_FILE_SYSTEM("root file system", "根文件系统"),
  UNKNOWN_OS("unknown distribution", "未知发行版"),
  FIX_FIRST("FIX FIRST", "优先修复"),
  FINDINGS_IN("{0} findings in {1} components", "{1} 个组件中有 {0} 个发现"),
  NOTHING_FOUND("No known holes in {0} components.", "{0} 个组件中未发现已知漏洞。"),
  NO_COMPONENTS("No package was found in this image.", "镜像中未发现任何软件包。"),
  FROM_BASE("base", "基础镜像"),
  FROM_OWN("yours", "自有"),
  FROM_UNKNOWN("image", "镜像"),
  NO_FIX("no fix", "暂无修复"),
  WONT_FIX("will not be fixed", "不予修复"),
  EXPLOITED("exploited", "已被利用"),
  RANSOMWARE("exploited, also by ransomware", "已被利用，包括勒索软件"),
  EPSS("EPSS {0} %", "EPSS {0}%"),
  ALSO_IN("also in {0}", "同样影响 {0}"),
  AND_MORE("{0} and {1} more", "{0}，另有 {1} 个"),
  LAYER("layer {0}", "第 {0} 层"),
  MORE_OVER(
      "… {0} more; all of them: --all, or --output json=FILE",
      "… 另有 {0} 项；查看全部：--all 或 --output json=文件"),
  CRITICAL("critical", "严重"),
  HIGH("high", "高危"),
  MEDIUM("medium", "中危"),
  LOW("low", "低危"),
  NEGLIGIBLE("negligible", "可忽略"),
  UNRATED("unrated", "未评级"),
  NOT_ANALYSED("Not analysed", "未能分析"),
  NOT_COVERED("Not covered", "未被覆盖"),
  NOT_COVERED_LINE(
      "{0} components that no feed of this database speaks about: {1}", "{0} 个组件没有漏洞源覆盖：{1}"),
  DATABASE("Database", "漏洞库"),
  DATABASE_LINE("{0}, {1} providers, {2} records, {3} d old", "{0}，{1} 个漏洞源，{2} 条记录，{3} 天前"),
  DATABASE_UNDATED("{0} providers, {1} records", "{0} 个漏洞源，{1} 条记录"),
  DATABASE_STARTER(
      "starter: {0} records on famous holes, {1} d old. It is no substitute for feeds: bw db import",
      "入门漏洞库：著名漏洞的 {0} 条记录，{1} 天前。它不能代替完整漏洞源：bw db import"),
  SECONDS("{0} s", "{0} 秒"),
  FROM_CACHE("{0} of {1} layers from the cache", "{1} 层中 {0} 层来自缓存"),
  PASS("PASS", "通过"),
  WARN("WARN", "警告"),
  DENY("DENY", "拒绝"),
  UNKNOWN("UNKNOWN", "未知"),
  GATE_UNKNOWN("not everything is known: {0}", "证据不全：{0}"),
  // SBOM
  SBOM(
      "The bill of materials of an image: write, convert, compare it.",
      "镜像的软件物料清单（SBOM）：生成、转换与比较。"),
  SBOM_CONVERT("Write an SBOM in another format.", "将 SBOM 转换为另一种格式。"),
  SBOM_IN(
      "CycloneDX (JSON, XML), SPDX 2 (JSON, tag-value) or Syft's JSON; - for standard input,"
          + " attached:IMAGE for the one that is attached to an image.",
      "CycloneDX（JSON、XML）、SPDX 2（JSON、tag-value）或 Syft 的 JSON；- 表示标准输入，"
          + "attached:镜像 表示附加在镜像上的 SBOM。"),
  SBOM_DIFF(
      "What one image or SBOM has and the other has not; ends with 2 when they differ.",
      "比较两个镜像或 SBOM 的组件差异；有差异时以 2 退出。"),
  SBOM_SIDE(
      "An SBOM file, an image as for scan, or attached:IMAGE.",
      "SBOM 文件、与 scan 相同的镜像引用，或 attached:镜像。"),
  OPT_SBOM_FORMAT(
      "cyclonedx (1.6) or spdx (2.3), as JSON. Default: cyclonedx",
      "cyclonedx（1.6）或 spdx（2.3），均为 JSON，默认 cyclonedx"),
  OPT_SBOM_FILE("Write to this file instead of standard output.", "写入该文件而不是标准输出。"),
  OPT_SERIAL_NUMBER(
      "Give each SBOM a serial number of its own. Default: the same image, the same bytes.",
      "为每份 SBOM 生成独立的序列号。默认同一镜像得到相同的字节。"),
  OPT_DIFF_FORMAT("table or json. Default: table", "table 或 json，默认 table"),
  OPT_ATTACHED(
      "Compare with the SBOM that is attached to A. Its signature is not checked.",
      "与附加在 A 上的 SBOM 比较，不校验其签名。"),
  SBOM_ATTACHED(
      "What is attached to an image in a registry or OCI layout, and which of it is an SBOM.",
      "列出仓库或 OCI 目录中附加在镜像上的文档，以及其中的 SBOM。"),
  SBOM_ATTACHED_IMAGE(
      "registry:NAME, oci:DIR|TAR[:TAG|@DIGEST], or a name in a registry.",
      "registry:名称、oci:目录或归档[:标签|@摘要]，或仓库中的名称。"),
  NOTHING_ATTACHED("Nothing is attached to this image.", "该镜像没有附加任何文档。"),
  SBOM_LISTS("{0} components", "{0} 个组件"),
  NO_SBOM("no SBOM", "不是 SBOM"),
  AN_SBOM("an SBOM, not the image itself", "SBOM 文档，并非镜像本身"),
  DIFF_SAME("No difference in {0} components.", "{0} 个组件，没有差异。"),
  DIFF_COUNTS(
      "{0} only in the first, {1} only in the second, {2} in other versions, {3} the same",
      "仅前者有 {0} 个，仅后者有 {1} 个，版本不同 {2} 个，相同 {3} 个"),
  // database
  IMPORTING("importing {0}", "正在导入 {0}"),
  IMPORT_PROGRESS("{0}: {1} files so far", "{0}：已读取 {1} 个文件"),
  IMPORT_WRITING("writing the database", "正在写入漏洞库"),
  IMPORTED(
      "{0} records of {1} providers in {2}: {3}, {4} s", "{1} 个漏洞源共 {0} 条记录，写入 {2}：{3}，用时 {4} 秒"),
  RECOGNISED("  {0}: {1} records in {2} files", "  {0}：{2} 个文件中 {1} 条记录"),
  SKIPPED("  skipped {0} files, {1}, such as {2}", "  跳过 {0} 个文件，{1}，如 {2}"),
  NOTHING_KNOWN("The database says nothing about {0}.", "漏洞库中没有 {0} 的记录。"),
  STATUS_STARTER("starter database inside bw", "bw 内置入门漏洞库"),
  PROVIDER("provider", "漏洞源"),
  RECORDS("records", "记录数"),
  NEWEST("newest", "最新"),
  WITHDRAWN("withdrawn", "已撤回"),
  ALIASES("aliases", "别名"),
  AFFECTED("affected", "受影响"),
  READING("reading {0}", "正在读取 {0}");

  private final Text text;

  Msg(String english, String chinese) {
    this.text = new Text(english, chinese);
  }

  Text text() {
    return text;
  }
}
