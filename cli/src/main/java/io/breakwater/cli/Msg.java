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
      """
      0  done, and no gate refused
      1  an error: nothing was judged
      2  the gate refused the image\
      """,
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
          + " containerd:NAME, registry:NAME, sbom:FILE, - for standard input, or a bare name:"
          + " local stores first, then the registry.",
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
      "On standard output: table, json, html, sarif, junit, markdown, csv, cyclonedx, spdx,"
          + " openvex, github, gitlab, trivy-json or template:FILE. Default: table",
      "标准输出格式：table、json、html、sarif、junit、markdown、csv、cyclonedx、spdx、openvex、github、gitlab、"
          + "trivy-json 或 template:文件，默认 table"),
  OPT_DOCKERFILE(
      "The Dockerfile of the image: SARIF then shows each finding at the instruction that brought"
          + " it.",
      "镜像的 Dockerfile：SARIF 会把每个发现标在引入它的指令上。"),
  REPORT("Print a stored report (--format json) in another form.", "将保存的报告（--format json）转换为其他格式。"),
  REPORT_FORMAT(
      "sarif, junit, html, markdown, csv, openvex, github, gitlab, trivy-json or template:FILE.",
      "sarif、junit、html、markdown、csv、openvex、github、gitlab、trivy-json 或 template:文件。"),
  REPORT_FILE("A report in JSON; - for standard input.", "JSON 报告，- 表示标准输入。"),
  REPORT_NO_FORMAT("no such format: {0}; there are {1}", "没有该格式：{0}；可用的有 {1}"),
  OPT_OUTPUT("Write a format to a file as well; may be given several times.", "另将某种格式写入文件，可重复。"),
  OPT_ALL("List every finding, not only the first ones.", "列出全部发现，而不只是最前面的。"),
  OPT_FAIL_ON(
      "End with 2 when a finding is as bad as this or worse: critical, high, medium, low.",
      "有发现达到该级别或更高时以 2 退出：critical、high、medium、low。"),
  OPT_UNKNOWN(
      "What a gate says when evidence is missing: warn (exit 0) or deny (exit 2). Default: warn",
      "证据不足时门禁的处理：warn（退出码 0）或 deny（退出码 2），默认 warn"),
  SECRETS("Find secrets in an image, a folder, a file or standard input.", "在镜像、目录、文件或标准输入中查找密钥。"),
  SECRETS_WHERE(
      "An image as for bw scan; a folder; a file; - for standard input.",
      "与 bw scan 相同的镜像，或目录、文件；- 表示标准输入。"),
  OPT_SHOW_SECRETS("Show secrets as they are. Only on a terminal.", "显示密钥原文，仅限终端。"),
  NO_SHOW_SECRETS(
      "--show-secrets is refused: standard output is not a terminal, and secrets must not end up in"
          + " files and logs",
      "拒绝 --show-secrets：标准输出不是终端，密钥不应进入文件与日志"),
  OPT_SECRET_CONFIG(
      "Own kinds of secrets and what is allowed: gitleaks' TOML or Trivy's trivy-secret.yaml; may"
          + " be given several times. bw secrets FOLDER finds .gitleaks.toml there by itself",
      "自定义密钥类型与允许项：gitleaks 的 TOML 或 Trivy 的 trivy-secret.yaml，可重复。bw secrets 目录 会自动使用其中的"
          + " .gitleaks.toml"),
  OPT_SECRETS_FORMAT(
      "What to write to standard output: table, json or sarif. Default: table",
      "标准输出格式：table、json 或 sarif，默认 table"),
  OPT_SECRETS_FAIL_ON(
      "End with 2 when a finding of high confidence is as bad as this or worse: critical, high,"
          + " medium, low. Without it: 0, whatever is found; 1 when something cannot be read.",
      "有高置信发现达到该级别或更高时以 2 退出：critical、high、medium、low。不指定则始终为 0；无法读取时为 1。"),
  SECRET_CONFIG_FOUND("using the kinds of secrets in {0}", "使用 {0} 中的密钥类型"),
  SECRET_CONFIG_NOTICE("{0}: {1}", "{0}：{1}"),
  CONFIDENCE_MEDIUM("medium confidence", "中等置信"),
  CONFIDENCE_LOW("low confidence", "低置信"),
  REMEDY_ABOVE("→ as above", "→ 同上"),
  NO_SECRETS("No secrets found.", "未发现密钥。"),
  SECRETS_FOUND(
      "{0} secrets found: {1} high, {2} medium, {3} low confidence.",
      "发现 {0} 个密钥：高置信 {1}、中 {2}、低 {3}。"),
  OPT_MALWARE_HASHES(
      "Digests of known malware: a line each (MD5, SHA-1, SHA-256), CSV or ClamAV .hdb/.hsb. May be"
          + " repeated.",
      "已知恶意软件的摘要列表：每行一个（MD5、SHA-1、SHA-256），或 CSV、ClamAV .hdb/.hsb，可重复。"),
  OPT_YARA("YARA rules, or a folder of them. May be repeated.", "YARA 规则文件或目录，可重复。"),
  OPT_CLAMD("Show every file to this clamd. Default: BW_CLAMD", "将每个文件交给该 clamd 检查，默认取自 BW_CLAMD"),
  CLAMD_ADDRESSES("unix:/path or tcp:HOST:PORT", "unix:/路径 或 tcp:主机:端口"),
  NETWORK_CLAMD(
      "--offline promises no network, and --clamd names another machine",
      "--offline 承诺不访问网络，而 --clamd 指向另一台机器"),
  OPT_SCANNERS(
      "What to look for, with commas: vuln, secret, config, exposure, malware, licence (all)",
      "要查找的内容，以逗号分隔：vuln、secret、config、exposure、malware、licence（默认全部）"),
  OPT_PACKAGES(
      "Which packages to compare with the advisories: the installed ones, also those that lock"
          + " files declare for running, or all. Default: installed for images, declared for dir:"
          + " and sbom:",
      "比对哪些软件包：installed 仅已安装；declared 另含锁文件声明的运行依赖；all 全部。镜像默认 installed，dir: 与 sbom: 默认"
          + " declared"),
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
  // layers, base images, differences, files
  LAYERS(
      "What each layer adds, changes and removes, what is wasted, and how to save it.",
      "各层新增、修改、删除了什么，浪费了多少，如何节省。"),
  OPT_MAX_WASTE(
      "End with 2 when more is wasted: a size such as 50M, or a share of what the layers above the"
          + " first add, such as 10%.",
      "浪费超过该值时以 2 退出：大小如 50M，或占首层以上各层所增内容的比例如 10%。"),
  OPT_MIN_EFFICIENCY(
      "End with 2 when the efficiency is lower; a ratio such as 0.95.", "效率低于该值时以 2 退出，如 0.95。"),
  A_SIZE_OR_PERCENT("a size such as 50M or a share such as 10%", "大小如 50M，或比例如 10%"),
  A_RATIO("a ratio from 0 to 1, such as 0.95", "0 到 1 之间的比例，如 0.95"),
  COLUMN_LAYER("layer", "层"),
  COLUMN_SIZE("files", "文件大小"),
  COLUMN_ADDED("added", "新增"),
  COLUMN_CHANGED("changed", "修改"),
  COLUMN_REMOVED("removed", "删除"),
  COLUMN_INSTRUCTION("instruction", "指令"),
  EFFICIENCY("efficiency {0} %", "效率 {0}%"),
  WASTED("wasted {0}, {1} % of what the layers above the first add", "浪费 {0}，占首层以上各层所增内容的 {1}%"),
  WASTES_MOST("WASTES MOST", "浪费最多"),
  TIMES("{0} layers", "{0} 层"),
  SAVE_FIRST("SAVE FIRST", "优先节省"),
  ONE_FILE("1 file", "1 个文件"),
  FILES("{0} files", "{0} 个文件"),
  COPIED_UP(
      "layer {0} writes {1} of layer {2} again only to change mode or owner. Set these where it is"
          + " added: COPY --chmod --chown, or in the same RUN.",
      "第 {0} 层重写了第 {2} 层的 {1}，只为修改权限或属主。应在加入文件时设置：COPY --chmod --chown，或放在同一个 RUN 中。"),
  ADDED_TWICE(
      "layer {0} adds {1} of layer {2} once more, without a change. Once is enough.",
      "第 {0} 层原样重复加入了第 {2} 层的 {1}。只加入一次即可。"),
  REPLACED(
      "layer {0} puts other content in the place of {1} of layer {2}. Write it once, or join the"
          + " two instructions.",
      "第 {0} 层替换了第 {2} 层的 {1}。只写一次，或合并这两条指令。"),
  DELETED(
      "layer {0} deletes {1} of layer {2}, whose bytes stay there. Delete in the instruction that"
          + " adds, or add in another build stage.",
      "第 {0} 层删除了第 {2} 层的 {1}，但字节仍留在原层。应在产生它们的指令中删除，或放到另一个构建阶段。"),
  LEFT_BEHIND(
      "layer {0} leaves {1} behind that only the build needs. In the same instruction: {2}",
      "第 {0} 层留下了只有构建才需要的 {1}。在同一条指令中：{2}"),
  MORE_WITH_ALL("… {0} more; all of them: --all", "… 另有 {0} 项；查看全部：--all"),
  OPT_BASES(
      "The list of declared base images. Default: ~/.local/share/breakwater/bases.jsonl",
      "已声明的基础镜像清单，默认 ~/.local/share/breakwater/bases.jsonl"),
  OPT_NAME(
      "The name that the base shall be known by. Alone, without an image: declare the name of an"
          + " image that was or will be scanned.",
      "该基础镜像的名称。单独使用（不给镜像）时，声明一个已扫描或将要扫描的镜像名称。"),
  BASE(
      "Base images: declare them, find out what an image was built from.", "基础镜像：声明，以及找出镜像基于什么构建。"),
  BASE_ADD("Declare an image as a base.", "声明一个基础镜像。"),
  BASE_LIST("The declared base images.", "已声明的基础镜像。"),
  BASE_REMOVE("Take a declaration back.", "撤销声明。"),
  BASE_REMOVE_NAME("The name of a declared base image.", "已声明的基础镜像的名称。"),
  BASE_DETECT(
      "Every image that may be the base of an image, the likeliest first.", "镜像可能的基础镜像，可能性最大的在前。"),
  BASE_ADDED("{0} is a base image now, {1} layers", "{0} 已声明为基础镜像，共 {1} 层"),
  BASE_NAMED("images named {0} are base images now", "名为 {0} 的镜像已声明为基础镜像"),
  BASE_REMOVED("{0} is no longer a base image", "{0} 不再是基础镜像"),
  A_BASE("declared base image", "已声明的基础镜像"),
  BASE_NONE("No base image is declared: bw base add", "尚未声明基础镜像：bw base add"),
  BASE_NOT_FOUND(
      "Nothing says what this image was built from. Scan or declare its base: bw base add",
      "没有信息表明该镜像基于什么构建。请扫描或声明其基础镜像：bw base add"),
  BASE_LAYERS("{0} of {1} layers", "{1} 层中的 {0} 层"),
  BASE_COUNT("{0} layers", "{0} 层"),
  BASE_NAME_ONLY("name only", "仅名称"),
  BASE_NO_NAME("an image without a known name", "名称未知的镜像"),
  BASE_LAYERS_UNKNOWN("layers not known", "层数未知"),
  BASE_IMAGE("base {0}", "基础镜像 {0}"),
  REASON_DECLARED("declared, and its layers are the lowest ones", "已声明，且其各层即最底层"),
  REASON_SCANNED("scanned before, and its layers are the lowest ones", "曾被扫描，且其各层即最底层"),
  REASON_LABEL("the image names it in a label or annotation", "镜像的标签或注解中写明"),
  REASON_HISTORY("the history looks as if it ended there", "从构建历史推测"),
  SURE_HIGH("sure", "确定"),
  SURE_MEDIUM("likely", "很可能"),
  SURE_LOW("a guess", "推测"),
  FILES_ABOUT(
      "The files that can be run or loaded, and which package they belong to.",
      "可执行或可加载的文件，以及它们所属的软件包。"),
  OPT_UNOWNED("Only files that belong to no package.", "只列出不属于任何软件包的文件。"),
  OPT_SETUID(
      "Only files that run with more rights than whoever starts them: setuid, setgid,"
          + " capabilities.",
      "只列出运行时权限高于启动者的文件：setuid、setgid、capabilities。"),
  OPT_DIGESTS(
      "With SHA-256 digests, for which the layers of the listed files are read again.",
      "附上 SHA-256 摘要，为此重新读取所列文件所在的层。"),
  NO_FILES("No such file is in this image.", "镜像中没有这样的文件。"),
  NO_OWNER("no package", "无所属包"),
  COUNTED_FILES("{0}, {1} of them in no package", "{0}，其中 {1} 个不属于任何软件包"),
  DIFF(
      "What came, went and changed between two images: packages, configuration, findings.",
      "两个镜像之间新增、移除与变化的内容：软件包、配置、发现。"),
  DIFF_OPERAND(
      "An image as for bw scan, or the file of a report: bw scan --output json=FILE",
      "镜像（同 bw scan），或报告文件：bw scan --output json=文件"),
  OPT_WORSE(
      "End with 2 when a finding is new that is as bad as this or worse: critical, high, medium,"
          + " low. Default: high",
      "出现该级别或更高的新发现时以 2 退出：critical、high、medium、low，默认 high"),
  COMPONENTS("PACKAGES", "软件包"),
  EXECUTABLES("FILES THAT CAN BE RUN OR LOADED", "可执行或可加载的文件"),
  CONFIGURATION("CONFIGURATION", "配置"),
  FINDINGS("FINDINGS", "发现"),
  CAME_WENT("{0} came, {1} went", "新增 {0}，移除 {1}"),
  CAME_WENT_CHANGED("{0} came, {1} went, {2} changed", "新增 {0}，移除 {1}，变化 {2}"),
  NEW_FIXED("{0} new, {1} fixed", "新增 {0}，已修复 {1}"),
  NO_DIFFERENCE("No difference.", "没有差异。"),
  WORSE("WORSE", "变差"),
  NOT_WORSE("NOT WORSE", "未变差"),
  WORSE_REASON("{0} new findings of {1} or worse", "{0} 个新发现达到或高于{1}"),
  NOTHING_SET("nothing", "无"),
  NO_REPORT("this is no report of bw scan: {0}", "这不是 bw scan 的报告：{0}"),
  OPT_EXPLORE(
      "Look through the layers and their files, full screen. Keys: arrows, Tab, Enter, / to search,"
          + " a for all files, q to leave.",
      "全屏浏览各层及其文件。按键：方向键、Tab、Enter、/ 搜索、a 显示全部文件、q 退出。"),
  NEEDS_TERMINAL("{0} needs a terminal", "{0} 需要终端"),
  LAYERS_TITLE("layers", "层"),
  FILES_OF("changes of layer {0}", "第 {0} 层的变化"),
  FILES_UP_TO("all files up to layer {0}", "到第 {0} 层为止的全部文件"),
  WASTED_SHORT("wasted {0}", "浪费 {0}"),
  NO_CHANGE("no file is changed", "没有文件变化"),
  NOT_FOUND("not found: {0}", "未找到：{0}"),
  EXPLORER_KEYS(
      "↑↓ move  Tab pane  Enter open  / search  n next  a all files  q quit",
      "↑↓ 移动  Tab 切换  Enter 展开  / 搜索  n 下一个  a 全部文件  q 退出"),
  NOTHING_WASTED("No path is written twice or removed: nothing is wasted.", "没有重复写入或删除的路径，无浪费。"),
  WASTE_OVER("{0} wasted, more than {1}", "浪费 {0}，超过 {1}"),
  EFFICIENCY_UNDER("efficiency {0}, less than {1}", "效率 {0}，低于 {1}"),
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
  OS_ENDED("{0} has reached its end: no security updates since {1}", "{0} 已终止支持：自 {1} 起不再有安全更新"),
  OS_EXTENDED(
      "{0} is past its standard support ({1}): updates until {2} with {3} only",
      "{0} 的标准支持已于 {1} 结束：至 {2} 仅 {3} 提供更新"),
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
  DELETED_LATER("deleted by a later layer, and still in the image", "后面的层删除了它，但它仍在镜像中"),
  REPLACED_LATER("replaced by a later layer, and still in the image", "后面的层替换了它，但它仍在镜像中"),
  MALICIOUS_PACKAGE("malicious package", "恶意软件包"),
  REMOVE("remove it, and change every secret that it could read", "请移除，并更换它可能读取到的所有密钥"),
  EPSS("EPSS\u00a0{0}\u00a0%", "EPSS\u00a0{0}%"),
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
  NOT_JUDGED("Declared only", "仅有声明"),
  NOT_JUDGED_LINE(
      "{0} packages that only lock files name, not judged: --packages declared|all",
      "{0} 个软件包仅见于锁文件，未作比对：--packages declared|all"),
  DATABASE("Database", "漏洞库"),
  DATABASE_LINE("{0}, {1} providers, {2} records, {3} d old", "{0}，{1} 个漏洞源，{2} 条记录，{3} 天前"),
  DATABASE_UNDATED("{0} providers, {1} records", "{0} 个漏洞源，{1} 条记录"),
  DATABASE_STARTER(
      "starter: {0} records on famous holes, {1} d old. It is no substitute for feeds: bw db"
          + " update, bw db import",
      "入门漏洞库：著名漏洞的 {0} 条记录，{1} 天前。它不能代替完整漏洞源：bw db update、bw db import"),
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
  // VEX, ignore rules, reasons
  OPT_VEX(
      "Take out what VEX calls not affected or fixed: a file (OpenVEX, CSAF 2.0, CycloneDX), a"
          + " folder or repository of VEX, or oci for what is attached to the image. May be"
          + " repeated.",
      "去掉 VEX 声明为不受影响或已修复的发现：文件（OpenVEX、CSAF 2.0、CycloneDX）、目录或 VEX 仓库，"
          + "或用 oci 表示附加在镜像上的文档。可重复。"),
  OPT_IGNORE(
      "Leave out what the rules in this file name, YAML or .trivyignore. May be repeated. Default:"
          + " breakwater-ignore.yaml and .trivyignore in the current folder.",
      "去掉该文件中规则所指的发现，YAML 或 .trivyignore。可重复，"
          + "默认使用当前目录中的 breakwater-ignore.yaml 与 .trivyignore。"),
  OPT_SHOW_SUPPRESSED(
      "List what VEX and ignore rules took out, and why.", "列出被 VEX 与忽略规则去掉的发现及原因。"),
  OPT_TIMESTAMP(
      "The document's time, such as 2027-01-31T00:00:00Z. Default: now",
      "文档时间，如 2027-01-31T00:00:00Z，默认为当前时间"),
  OPT_AUTHOR("Who answers for the document.", "文档的责任人。"),
  OPT_PACKAGE("Only packages of this name.", "只看该名称的软件包。"),
  A_TIME("a time such as 2027-01-31T00:00:00Z", "时间，如 2027-01-31T00:00:00Z"),
  VEX_COMMAND(
      "What a scan says about an image, as OpenVEX for those who use it.",
      "把扫描结论写成 OpenVEX，供镜像的使用者使用。"),
  WHY(
      "Why a hole is found in an image: evidence, records, comparisons, priority.",
      "为什么镜像中存在某个漏洞：证据、记录、比较过程与优先级。"),
  WHY_NOT(
      "Why a hole is not found in an image: what kept each package out.",
      "为什么镜像中没有报告某个漏洞：每个软件包未被报告的原因。"),
  IGNORE_FOUND("using the ignore rules in {0}", "使用 {0} 中的忽略规则"),
  VEX_SKIPPED("cannot use the VEX in {0}: {1}", "无法使用 {0} 中的 VEX：{1}"),
  NO_ATTACHMENTS(
      "only images in a registry or OCI layout have attachments", "只有仓库或 OCI 目录中的镜像才有附加文档"),
  SUPPRESSED("Suppressed", "已去掉"),
  BY_VEX("{0} by VEX", "VEX 去掉 {0} 个"),
  BY_RULES("{0} by ignore rules", "忽略规则去掉 {0} 个"),
  COMMA(", ", "，"),
  SHOW_THEM("{0}; list them: --show-suppressed", "{0}；查看：--show-suppressed"),
  UNTIL("until {0}", "至 {0}"),
  IGNORE_RULE("Ignore rule", "忽略规则"),
  RULE_EXPIRED("expired on {0}, takes out nothing", "已于 {0} 过期，不再生效"),
  RULE_UNUSED("matches no finding", "没有匹配的发现"),
  RULE_TOO_BROAD("too broad: {0} findings", "范围过宽：{0} 个发现"),
  WHY_RECORDS("compared with {1}; records of this hole: {0}", "与 {1} 比较；该漏洞有 {0} 条记录"),
  WHY_NONE(
      "No package of this image has it. What kept it out: bw why-not {0} IMAGE",
      "镜像中没有受影响的软件包。原因：bw why-not {0} 镜像"),
  WHY_NOT_NONE(
      "No package that is kept out. What is found: bw why {0} IMAGE",
      "没有被排除的软件包。已报告的发现：bw why {0} 镜像"),
  WHY_NOT_NAMED(
      "No package of this image has a name that a record of it uses.", "镜像中没有软件包被该漏洞的记录提到。"),
  WHY_RESULT("result", "结论"),
  WHY_PACKAGE("package", "软件包"),
  WHY_PLACE("lies in", "位置"),
  WHY_EVIDENCE("evidence", "证据"),
  WHY_RECORD("records", "记录"),
  WHY_FIX("fix", "修复"),
  WHY_SEVERITY("severity", "严重级别"),
  WHY_PRIORITY("priority", "优先级"),
  WHY_ABSENT("not here", "镜像中没有"),
  WHY_MORE("… {0} more: --format json", "… 另有 {0} 条：--format json"),
  WHY_SEVERITY_RULE(
      "rule: of a distribution's package its own word; else the newest CVSS, the feed's before"
          + " NVD's; else the feed's word",
      "规则：发行版软件包以发行版的评级为准；否则取最新版本的 CVSS，漏洞源优先于 NVD；再否则取漏洞源的评级"),
  WHY_AFFECTED("affected: a record holds this version", "受影响：有记录包含该版本"),
  WHY_OVERRULED(
      "not reported: the word of its distribution holds against the others", "未报告：发行版的结论优先于其他记录"),
  WHY_NOT_AFFECTED("not reported: its publisher says that it is not affected", "未报告：发布者声明不受影响"),
  WHY_FIXED("not reported: this version has the fix", "未报告：该版本已修复"),
  WHY_OUTSIDE("not reported: no record holds this version", "未报告：没有记录包含该版本"),
  WHY_OTHER_STREAM("not reported: the records are about other module streams", "未报告：记录针对其他模块流"),
  WHY_UNMET(
      "not reported: the records hold beside other software only, which is not here",
      "未报告：记录仅在与其他软件并存时成立，而镜像中没有该软件"),
  WHY_UNDECIDED("not reported: the versions cannot be ordered", "未报告：版本无法排序"),
  WHY_OWNED(
      "not reported: {0} installed it, so the distribution decides", "未报告：由 {0} 安装，以发行版的结论为准"),
  WHY_NOT_COVERED(
      "not reported: no feed of this database speaks about its ecosystem", "未报告：漏洞库中没有覆盖该生态的漏洞源"),
  WHY_OTHER_ECOSYSTEM("not reported: only records of {0} name it", "未报告：只有 {0} 的记录提到它"),
  WHY_NOT_JUDGED(
      "not reported: only declared, or for development: --packages declared|all",
      "未报告：仅有声明或仅用于开发：--packages declared|all"),
  WHY_BY_VEX("not reported: VEX took it out", "未报告：被 VEX 去掉"),
  WHY_BY_RULE("not reported: an ignore rule took it out", "未报告：被忽略规则去掉"),
  SAYS_AFFECTED("says: affected", "结论：受影响"),
  SAYS_SAFE("says: not affected", "结论：不受影响"),
  SAYS_NOTHING("says nothing about this version", "未涉及该版本"),
  SAYS_UNDECIDED("cannot be decided", "无法判定"),
  SAYS_UNMET("holds beside other software only", "仅在与其他软件并存时成立"),
  SAYS_OTHER_STREAM("is about another module stream", "针对其他模块流"),
  STEP_INTRODUCED("introduced", "引入版本"),
  STEP_FIXED("fixed", "修复版本"),
  STEP_LAST_AFFECTED("last affected", "最后受影响版本"),
  STEP_LIMIT("limit", "上限"),
  STEP_LISTED("listed", "逐一列出"),
  STEP_OPEN("every later version", "之后的所有版本"),
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
  // the database: update, export, push, compare
  DB_UPDATE("Fetch the feeds that changed and make the database of them.", "获取有变化的漏洞源并生成漏洞库。"),
  DB_EXPORT(
      "Write the database and the state of its feeds to one file, for a closed network.",
      "将漏洞库及漏洞源状态写入一个文件，供隔离网络使用。"),
  DB_EXPORT_FILE("The file: NAME.tar.zst or NAME.tar.gz.", "输出文件：名称.tar.zst 或 名称.tar.gz。"),
  DB_PUSH("Store the database in a registry, signed if you like.", "将漏洞库推送到仓库，可签名。"),
  DB_PULL("Fetch the database from a registry and check it.", "从仓库获取漏洞库并校验。"),
  DB_REFERENCE("REGISTRY/REPOSITORY[:TAG|@DIGEST].", "仓库地址/名称[:标签|@摘要]。"),
  DB_DIFF("What one database has and another has not.", "比较两个漏洞库的差异。"),
  DB_DIFF_SIDE("A database file.", "漏洞库文件。"),
  DB_STATS("What the database holds, by provider and by ecosystem.", "按漏洞源与生态系统统计漏洞库内容。"),
  OPT_PROVIDER("Only this feed; may be given several times.", "仅更新该漏洞源，可重复。"),
  OPT_FROM(
      "Fetch the one feed from here instead: an address, or a file of this machine.",
      "改从此处获取该漏洞源：网址或本机文件。"),
  OPT_ACCEPT_SHRUNK(
      "Accept that this feed lost more than half of its content; may be given several times.",
      "接受该漏洞源内容缩减过半，可重复。"),
  OPT_FEEDS(
      "Where feeds are kept. Default: ~/.local/share/breakwater/feeds",
      "漏洞源的保存目录，默认 ~/.local/share/breakwater/feeds"),
  OPT_FEEDS_FILE(
      "Your own list of feeds and mirrors. Default: ~/.local/share/breakwater/feeds.yaml",
      "自己的漏洞源与镜像列表，默认 ~/.local/share/breakwater/feeds.yaml"),
  OPT_STRICT("End with 2 when a feed could not be updated.", "有漏洞源未能更新时以 2 退出。"),
  OPT_SIGN_KEY(
      "Sign with this private key: ECDSA P-256 or Ed25519, PKCS#8 in PEM.",
      "用该私钥签名：ECDSA P-256 或 Ed25519，PEM 格式的 PKCS#8。"),
  OPT_VERIFY_KEY(
      "Refuse what is not signed with the private key of this public key (PEM).",
      "拒绝未用该公钥（PEM）对应私钥签名的内容。"),
  THE_FEEDS("the feeds", "漏洞源"),
  FROM_WANTS_ONE("--from needs exactly one --provider", "--from 需要且仅需要一个 --provider"),
  NOTHING_UPDATED(
      "No feed could be fetched, and none was before: there is no database.", "没有可用的漏洞源，未生成漏洞库。"),
  UPDATE_WRITTEN("{0}: {1} records", "{0}：{1} 条记录"),
  UPDATE_SAME("{0}: {1} records, nothing new", "{0}：{1} 条记录，无变化"),
  UPDATE_PARTIAL(
      "Some feeds could not be updated; their last good state is used where there is one.",
      "部分漏洞源未能更新，将使用其最近一次的有效内容（如有）。"),
  FEED("feed", "漏洞源"),
  SIZE("size", "大小"),
  STATE("state", "状态"),
  CHECKED("checked (UTC)", "检查时间（UTC）"),
  FEED_UPDATED("updated", "已更新"),
  FEED_UNCHANGED("unchanged", "无变化"),
  FEED_GOOD("good", "正常"),
  FEED_STALE("stale since {0}: {1}", "自 {0} 起过期：{1}"),
  FEED_MISSING("failing since {0}: {1}", "自 {0} 起失败：{1}"),
  RECEIVING("{0}: {1} received so far", "{0}：累计已接收 {1}"),
  EXPORTED("{0}: {1}, {2} records", "{0}：{1}，{2} 条记录"),
  IMPORTED_STALE("{0} was stale since {1} when this was exported", "导出时 {0} 自 {1} 起已过期"),
  PUSHED("{0}@{1}", "{0}@{1}"),
  PUSHED_SIGNED("signed: {0}", "已签名：{0}"),
  PULLED("{0}: {1} records, database of {2}", "{0}：{1} 条记录，漏洞库日期 {2}"),
  PULL_UNCHANGED("{0} is this database already.", "{0} 已是该漏洞库。"),
  PULL_UNSIGNED("not verified: no --verify-key", "未校验签名：未指定 --verify-key"),
  CAME("came", "新增"),
  WENT("went", "移除"),
  CHANGED("changed", "变更"),
  SAME("same", "相同"),
  FACTS_CHANGED(
      "holes: {0} newly known to be exploited, {1} with another EPSS score",
      "漏洞：{0} 个新增已知利用，{1} 个 EPSS 分数变化"),
  PACKAGES("packages", "软件包"),
  STATEMENTS("statements", "声明"),
  EXPLOITS("exploits", "有利用"),
  NO_SEVERITY("unrated", "无评级"),
  ECOSYSTEM("ecosystem", "生态系统"),
  STATS_TOTAL(
      "{0} holes, {1} records, {2} packages, {3} statements", "{0} 个漏洞，{1} 条记录，{2} 个软件包，{3} 条声明"),
  READING("reading {0}", "正在读取 {0}"),
  // bw licences
  LICENCES(
      "The licences of what is in an image, what they ask for, and whether a policy allows them.",
      "镜像中各组件的许可证、许可要求以及是否符合策略。"),
  OPT_LICENCE_POLICY(
      "Which licences are allowed, to be looked at, or refused: docs/licences.md",
      "允许、需关注或拒绝的许可证：docs/licences.md"),
  OPT_LICENCES_FORMAT("table, json or csv. Default: table", "table、json 或 csv，默认 table"),
  OPT_LICENCES_ALL("List every component of every licence.", "列出每个许可证的全部组件。"),
  OPT_NOTICE(
      "Write what is passed on with the image: components, copyright statements, texts of"
          + " licences and notices, all out of the image.",
      "输出随镜像分发的声明文件：组件、版权声明、许可证文本与 NOTICE 内容，全部取自镜像。"),
  OPT_NOTICE_FORMAT(
      "How --notice looks: text, markdown or html. Default: text",
      "--notice 的格式：text、markdown 或 html，默认 text"),
  OPT_LICENCES_FAIL_ON(
      "Exit code 2 when the policy says so of any component; warn counts deny, too.",
      "任一组件达到该策略结论时退出码为 2；warn 也包含 deny。"),
  LICENCES_COUNT("{0} components", "{0} 个组件"),
  LICENCE_NOT_STATED("(none stated)", "（未声明）"),
  LICENCE_DENIED("DENIED ", "拒绝"),
  LICENCE_WARNED("WARNING", "警告"),
  LICENCES_JUDGED(
      "Policy: {0} denied, {1} to be looked at, {2} allowed", "策略：拒绝 {0}，需关注 {1}，允许 {2}"),
  NOTICE_TITLE("Third-party notices for {0}", "{0} 的第三方声明"),
  NOTICE_ABOUT(
      "Every word of copyright, licence and notice below stands in files of the image itself."
          + " What the image does not hold is listed at the end.",
      "以下版权声明、许可证文本和 NOTICE 内容均取自镜像自身的文件；镜像中没有的内容列于文末。"),
  NOTICE_COMPONENTS("Components", "组件"),
  NOTICE_OTHERS("Texts that belong to no listed component", "不属于上列组件的文本"),
  NOTICE_TEXTS("Licence texts", "许可证文本"),
  NOTICE_NOTICES("Notices", "声明（NOTICE）"),
  NOTICE_PURL("Package URL", "软件包 URL"),
  NOTICE_LICENCE("Licence", "许可证"),
  NOTICE_FROM("From {0}", "取自 {0}"),
  NOTICE_MISSING("Licences whose text was not found in the image", "未在镜像中找到文本的许可证"),
  NOTICE_USED_BY("Used by", "使用者"),
  NOTICE_MORE(" and {0} more", " 等，另有 {0} 个"),
  NOTICE_SILENT("Components without a licence or notice file in the image", "镜像中没有许可证或声明文件的组件"),
  NOTICE_LEFT_OUT("Files that could not be reproduced", "未能收录的文件"),
  // bw db coverage
  COVERAGE(
      "Which feeds could speak about each package of an image, and about which packages nobody"
          + " could: the silence that means nothing.",
      "镜像中每个软件包有哪些漏洞源覆盖，哪些软件包无人覆盖。"),
  COVERAGE_FORMAT("table or json. Default: table", "table 或 json，默认 table"),
  COVERAGE_ALL("List every package that nobody covers.", "列出全部未被覆盖的软件包。"),
  COVERAGE_COUNT("feeds could speak about {0} of {1} packages", "{1} 个软件包中有 {0} 个有漏洞源覆盖"),
  COVERAGE_NOTHING("no packages were found in it", "其中未发现软件包"),
  COVERAGE_ASKED("asked", "来源"),
  COVERAGE_PACKAGES("packages", "软件包"),
  COVERAGE_FEEDS("feeds and their records", "漏洞源及其记录数"),
  COVERAGE_OWNED(
      "{0} of them language packages that the distribution installed", "其中 {0} 个为发行版安装的语言包"),
  COVERAGE_STARTER(
      "This is the starter database: it knows famous holes only, so \"could speak\" means little."
          + " Import feeds: docs/feeds.md.",
      "当前为入门漏洞库，只含知名漏洞，“有覆盖”意义有限。请导入漏洞源：docs/feeds.md。"),
  COVERAGE_FROZEN(
      "Support of {0} ended on {1}: its feed is frozen, and what was found since is not in it. Move"
          + " to a release that is supported.",
      "{0} 已于 {1} 停止支持：漏洞源不再更新，此后发现的漏洞不在其中。请升级到受支持的版本。"),
  COVERAGE_GAPS("Nobody speaks about {0} packages", "{0} 个软件包无人覆盖"),
  COVERAGE_GAP_ECOSYSTEM(
      "no feed of {0} in this database: bw db update or bw db import, docs/feeds.md",
      "漏洞库中没有 {0} 的漏洞源：bw db update 或 bw db import，见 docs/feeds.md"),
  COVERAGE_GAP_DISTRIBUTION(
      "nothing tells which distribution installed them, or it publishes no feed. Keep os-release in"
          + " the image, or use a base image with a feed",
      "无法判断其所属发行版，或该发行版不发布漏洞源。请保留镜像中的 os-release，或改用有漏洞源的基础镜像"),
  COVERAGE_GAP_CPE(
      "recognised by content, and no feed with CPE names is in this database. Import"
          + " NVD: bw db update or bw db import, docs/feeds.md",
      "由内容识别，但漏洞库中没有带 CPE 的漏洞源。请导入 NVD：bw db update 或 bw db import，见 docs/feeds.md"),
  COVERAGE_GAP_NAMELESS(
      "no package manager knows them, and they have no CPE name. Follow their makers' news",
      "不属于任何包管理器，也没有 CPE 名称。请关注其发布者的公告"),
  COVERAGE_GAP_TYPE(
      "no feed speaks about packages of this type. Follow their makers' news",
      "没有漏洞源覆盖此类软件包。请关注其发布者的公告"),
  // bw lint
  LINT(
      "What is wrong in Dockerfiles, Kubernetes manifests and Compose files, and the change that"
          + " removes it.",
      "检查 Dockerfile、Kubernetes 清单和 Compose 文件中的问题，并给出修改方法。"),
  LINT_INPUT(
      "A file; a folder, which is searched for Dockerfiles, manifests and Compose files; or - for"
          + " standard input.",
      "文件；目录（将搜索其中的 Dockerfile、清单和 Compose 文件）；- 表示标准输入。"),
  LINT_FORMAT("table, json or sarif. Default: table", "table、json 或 sarif，默认 table"),
  LINT_FIX(
      "Change the files where that is safe, then report what is left.", "在安全的情况下直接修改文件，然后报告其余问题。"),
  LINT_POD_SECURITY(
      "Hold pods to privileged, baseline or restricted; end with 2 when one is refused.",
      "按 privileged、baseline 或 restricted 检查 Pod；有 Pod 被拒绝时以 2 退出。"),
  LINT_POD_VERSION(
      "The version of the Pod Security Standards: v1.N or latest. Default: latest",
      "Pod 安全标准的版本：v1.N 或 latest，默认 latest"),
  LINT_COUNT("{0} findings", "{0} 个发现"),
  LINT_SUMMARY("{0} findings in {1} of {2} files", "{2} 个文件中有 {1} 个存在问题，共 {0} 个发现"),
  LINT_CLEAN("nothing to change in {0} files", "{0} 个文件均无需修改"),
  LINT_FIXABLE("{0} of them can be removed safely: bw lint --fix", "其中 {0} 个可安全修复：bw lint --fix"),
  LINT_FIXED("fixed {0} findings in {1} files", "已在 {1} 个文件中修复 {0} 个发现"),
  LINT_NO_FILES(
      "no Dockerfile, manifest or Compose file was found", "未找到 Dockerfile、清单或 Compose 文件"),
  LINT_TOO_LONG("longer than {0} MiB, which no such file is", "超过 {0} MiB，不可能是此类文件"),
  LINT_NOT_TEXT("this is no text", "不是文本文件"),
  LINT_FIX_STDIN("a file that can be changed", "可以修改的文件"),
  LINT_POD_ALLOWED("Pod Security {0} {1}: allowed", "Pod 安全 {0} {1}：允许"),
  LINT_POD_REFUSED("Pod Security {0} {1}: refused", "Pod 安全 {0} {1}：拒绝"),
  LINT_POD_A_VERSION("v1.N or latest", "v1.N 或 latest"),
  // bw policy
  POLICY("Policies: what may pass a gate.", "策略：什么可以通过门禁。"),
  POLICY_OPT(
      "Gate by this policy; may be given more than once. pack:NAME is one that ships with bw.",
      "按该策略把关，可多次给出；pack:名称 为内置策略。"),
  POLICY_ENVIRONMENT(
      "Where the image is to run, such as production; rules may ask.",
      "镜像将运行的环境，如 production，供规则使用。"),
  POLICY_MOMENT(
      "build, push, pull, admission or run; rules may ask. Default: build",
      "时机：build、push、pull、admission 或 run，供规则使用，默认 build"),
  POLICY_BASELINE("An earlier report in JSON: what it has is not new.", "较早的 JSON 报告：其中已有的发现不算新增。"),
  POLICY_CHECK("Asks a policy about a report in JSON, without a scan.", "用策略检查一份 JSON 报告，不重新扫描。"),
  POLICY_FILE("A policy file, or pack:NAME.", "策略文件，或 pack:名称。"),
  POLICY_REPORT("A report: bw scan --output json=FILE", "报告文件：bw scan --output json=文件"),
  POLICY_TEST(
      "Runs the cases beside policies: files that end in .test.yaml.",
      "运行策略旁的测试：以 .test.yaml 结尾的文件。"),
  POLICY_TEST_DIR("A folder, or a test file.", "目录或测试文件。"),
  POLICY_TEST_SUMMARY("{0} cases, {1} failed", "{0} 个用例，{1} 个失败"),
  POLICY_TEST_OK("ok", "通过"),
  POLICY_TEST_FAILED("FAILED", "失败"),
  POLICY_TEST_WANTED("expected {0}, was {1}", "期望 {0}，实际 {1}"),
  POLICY_TEST_RULE("expected the rule {0} to speak; it did not", "期望规则 {0} 命中，但未命中"),
  POLICY_TEST_NO_RULE("did not expect the rule {0}: {1}", "不应命中规则 {0}：{1}"),
  POLICY_TEST_NONE("no file ends in .test.yaml", "没有以 .test.yaml 结尾的文件"),
  POLICY_EXPLAIN("Says in words what a policy asks.", "用文字说明策略的内容。"),
  POLICY_RULE("Only this rule.", "只看该规则。"),
  POLICY_LEVEL_DENY("denies", "拒绝"),
  POLICY_LEVEL_WARN("warns", "警告"),
  POLICY_LEVEL_INFO("informs", "提示"),
  POLICY_EACH("when one of {0}, called {1}, fulfils", "当 {0} 中的某一项（称为 {1}）满足"),
  POLICY_WHEN("when", "当"),
  POLICY_SAYS("says", "提示语"),
  POLICY_READS("reads", "读取"),
  POLICY_ONLY("only for", "仅适用于"),
  POLICY_DO("what to do", "处理方法"),
  POLICY_INIT("Prints a policy to start from, or the text of a pack.", "输出一份入门策略，或某个内置策略的文本。"),
  POLICY_PACK("pack:NAME", "内置策略，如 pack:baseline"),
  POLICY_WAIVED("let pass", "已放行"),
  POLICY_WAIVED_LINE("{0} {1}: {2} ({3}, until {4})", "{0} {1}：{2}（{3}，截至 {4}）"),
  POLICY_NOTE("note", "注意");

  private final Text text;

  Msg(String english, String chinese) {
    this.text = new Text(english, chinese);
  }

  Text text() {
    return text;
  }
}
