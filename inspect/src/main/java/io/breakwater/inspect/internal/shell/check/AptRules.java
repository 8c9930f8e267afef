package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.inspect.internal.shell.ShellHit.Edit;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Debian's and Ubuntu's package manager. */
final class AptRules {
  private static final String GUIDE =
      "https://docs.docker.com/build/building/best-practices/#apt-get";
  private static final String LISTS = "/var/lib/apt/lists";
  static final Options.Spec SPEC =
      Options.Spec.of("t o c a target-release default-release option config-file");
  private static final Set<String> INSTALL = Set.of("install");

  private AptRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("apt-version-not-pinned", MEDIUM, "DL3008")
            .title("apt installs a package without a version", "apt 安装软件包时未指定版本")
            .why(
                "The next build may get another version and nobody sees it in the file.",
                "下次构建可能得到不同的版本，而文件中看不出任何变化。")
            .remedy(
                "Write package=version, or build from a snapshot of the archive.",
                "写成 package=version，或使用归档快照构建。")
            .see("https://github.com/hadolint/hadolint/wiki/DL3008", GUIDE)
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, SPEC, INSTALL, "apt-get", "apt", "aptitude")) {
                    String loose = i.loose(AptRules::pinned);
                    if (!loose.isEmpty()) hits.at(i.by().start(), loose);
                  }
                }),
        Rule.of("apt-lists-left", LOW, "DL3009")
            .title("The package lists of apt stay in the layer", "apt 的软件包列表留在镜像层中")
            .why(
                "They add tens of megabytes, and a later layer cannot take them away again.",
                "它们会增加数十兆字节，之后的层也无法再将其移除。")
            .remedy(
                "End the same RUN with: rm -rf /var/lib/apt/lists/*",
                "在同一条 RUN 末尾加上：rm -rf /var/lib/apt/lists/*")
            .see("https://github.com/hadolint/hadolint/wiki/DL3009", GUIDE)
            .look(AptRules::listsLeft),
        Rule.of("apt-without-yes", MEDIUM, "DL3014")
            .title("apt-get install would ask a question", "apt-get install 会等待确认")
            .why("Nobody answers during a build, so it stops.", "构建过程中无人应答，构建会中断。")
            .remedy("Add -y.", "加上 -y。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, SPEC, INSTALL, "apt-get", "apt")) {
                    if (yes(i.options())) continue;
                    hits.insert(i.by().start(), i.by().name(), i.verb().word().end(), " -y");
                  }
                }),
        Rule.of("apt-recommended-packages", LOW, "DL3015")
            .title("apt-get installs recommended packages too", "apt-get 会连同推荐的软件包一起安装")
            .why(
                "What nobody asked for makes the image larger and gives an attacker more to use.",
                "多余的软件包会增大镜像，也给攻击者更多可利用之物。")
            .remedy("Add --no-install-recommends.", "加上 --no-install-recommends。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, SPEC, INSTALL, "apt-get", "apt")) {
                    if (withoutRecommended(i.options())) continue;
                    hits.insert(
                        i.by().start(),
                        i.by().name(),
                        i.verb().word().end(),
                        " --no-install-recommends");
                  }
                }),
        Rule.of("apt-for-people", LOW, "DL3027")
            .title("apt is made for people at a terminal", "apt 是供终端用户使用的命令")
            .why(
                "Its output and options change between releases; apt-get and apt-cache keep theirs.",
                "其输出和选项会随版本变化；apt-get 与 apt-cache 则保持稳定。")
            .remedy("Write apt-get or apt-cache.", "改用 apt-get 或 apt-cache。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("apt")) {
                    boolean same = i.runs(SPEC, Set.of("update", "install", "remove", "purge"));
                    if (same && i.word().literal().filter("apt"::equals).isPresent()) {
                      var edit = new Edit(i.word().start(), i.word().end(), "apt-get");
                      hits.at(i.start(), "apt", List.of(edit));
                    } else {
                      hits.at(i.start());
                    }
                  }
                }),
        Rule.of("apt-update-alone", MEDIUM)
            .title(
                "apt-get update without an installation in the same RUN",
                "同一条 RUN 中只有 apt-get update 而没有安装")
            .why(
                "The lists come from the build cache later on, so old packages, with their holes, are"
                    + " installed.",
                "之后软件包列表会来自构建缓存，于是装上的是带有漏洞的旧软件包。")
            .remedy(
                "Join it with the installation: apt-get update && apt-get install …",
                "与安装合并：apt-get update && apt-get install …")
            .see(GUIDE)
            .look(
                (code, hits) -> {
                  List<Invocation> all = code.runs("apt-get", "apt", "aptitude");
                  for (Invocation i : all) if (!i.runs(SPEC, Set.of("update"))) return;
                  if (code.source().keepsOut(LISTS) || code.invocations().size() > 6) return;
                  for (Invocation i : all) hits.at(i.start());
                }),
        Rule.of("apt-install-without-update", LOW)
            .title(
                "apt-get install without update in the same RUN",
                "同一条 RUN 中有 apt-get install 但没有 update")
            .why(
                "It uses the lists of an older layer, or finds none: packages are old or missing.",
                "它使用旧层中的列表，或者根本没有列表：软件包过旧或找不到。")
            .remedy("Put apt-get update && before it.", "在其前加上 apt-get update &&。")
            .see(GUIDE)
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("apt-get", "apt", "aptitude")) {
                    if (i.runs(SPEC, Set.of("update"))) return;
                  }
                  boolean scripts = !code.runs("sh", "bash").isEmpty();
                  if (scripts || code.source().keepsOut(LISTS)) return; // one may update the lists
                  for (Install i : Install.by(code, SPEC, INSTALL, "apt-get", "apt")) {
                    boolean files = true;
                    for (var p : i.packages()) files &= p.text().contains("/");
                    if (!files) hits.at(i.by().start(), i.by().name());
                  }
                }),
        Rule.of("apt-distribution-upgrade", LOW, "DL3005")
            .title("The whole distribution is upgraded in a build", "在构建中升级整个发行版")
            .why(
                "Two builds of the same file differ, and the old files stay in the layers below.",
                "同一文件的两次构建结果不同，旧文件仍留在下面的层中。")
            .remedy("Take a newer base image by its digest.", "改用按摘要引用的更新的基础镜像。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("apt-get", "apt", "aptitude")) {
                    if (i.runs(SPEC, Set.of("dist-upgrade", "full-upgrade"))) hits.at(i.start());
                  }
                }));
  }

  private static boolean pinned(String text) {
    return text.contains("=") || text.contains("/") || text.endsWith(".deb");
  }

  private static boolean yes(Options options) {
    if (options.has("y", "yes", "assume-yes") || options.count("q", "quiet") > 1) return true;
    if (options.value("q", "quiet").filter(v -> !v.equals("1") && !v.equals("0")).isPresent()) {
      return true;
    }
    for (var flag : options.flags()) {
      if (flag.value().filter(v -> v.startsWith("APT::Get::Assume-Yes")).isPresent()) return true;
    }
    return false;
  }

  private static boolean withoutRecommended(Options options) {
    if (options.has("no-install-recommends")) return true;
    for (var flag : options.flags()) {
      String value = flag.value().orElse("");
      if (!value.startsWith("APT::Install-Recommends=")) continue;
      String to = value.substring(value.indexOf('=') + 1);
      if (Set.of("0", "false", "no", "off").contains(to)) return true;
    }
    return false;
  }

  private static void listsLeft(Code code, Hits hits) {
    if (!code.shipped() || code.source().keepsOut(LISTS)) return;
    for (Invocation i : code.runs("apt-get", "apt", "aptitude")) {
      if (!i.runs(SPEC, Set.of("update"))) continue;
      if (code.removedAfter(i, LISTS, "/var/lib/apt", "/var/lib/{apt")) continue;
      OptionalInt end = code.appendable();
      boolean installs = !Install.by(code, SPEC, INSTALL, "apt-get", "apt", "aptitude").isEmpty();
      if (end.isPresent() && installs && i.via().isEmpty()) {
        hits.insert(i.start(), LISTS, end.getAsInt(), " && rm -rf /var/lib/apt/lists/*");
      } else {
        hits.at(i.start(), LISTS);
      }
      return;
    }
  }
}
