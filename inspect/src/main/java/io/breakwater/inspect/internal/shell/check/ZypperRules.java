package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import java.util.List;
import java.util.Set;

/** SUSE's package manager. */
final class ZypperRules {
  static final Options.Spec SPEC =
      Options.Spec.of("c R D r t config root repo from type reposd-dir cache-dir userdata");
  private static final Set<String> INSTALL = Set.of("install", "in");
  private static final Set<String> ASKS =
      Set.of("install", "in", "remove", "rm", "source-install", "si", "patch", "update", "up");

  private ZypperRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("zypper-without-yes", MEDIUM, "DL3034")
            .title("zypper would ask a question", "zypper 会等待确认")
            .why("Nobody answers during a build, so it stops.", "构建过程中无人应答，构建会中断。")
            .remedy("Add --non-interactive.", "加上 --non-interactive。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, SPEC, ASKS, "zypper")) {
                    Options o = i.options();
                    if (o.has("n", "non-interactive", "y", "no-confirm")) continue;
                    hits.insert(
                        i.by().start(), "zypper", i.by().word().end(), " --non-interactive");
                  }
                }),
        Rule.of("zypper-distribution-upgrade", LOW, "DL3035")
            .title("zypper upgrades the whole distribution", "zypper 升级整个发行版")
            .why(
                "Two builds of the same file differ, and the old files stay in the layers below.",
                "同一文件的两次构建结果不同，旧文件仍留在下面的层中。")
            .remedy("Take a newer base image by its digest.", "改用按摘要引用的更新的基础镜像。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("zypper")) {
                    if (i.runs(SPEC, Set.of("dist-upgrade", "dup"))) hits.at(i.start());
                  }
                }),
        Rule.of("zypper-cache-left", LOW, "DL3036")
            .title("zypper leaves its cache in the layer", "zypper 将缓存留在镜像层中")
            .why(
                "Metadata and packages make the image larger and are of no use in it.",
                "元数据和软件包会增大镜像，且在其中毫无用处。")
            .remedy("End the same RUN with: zypper clean", "在同一条 RUN 末尾加上：zypper clean")
            .look(ZypperRules::cacheLeft),
        Rule.of("zypper-version-not-pinned", MEDIUM, "DL3037")
            .title("zypper installs a package without a version", "zypper 安装软件包时未指定版本")
            .why(
                "The next build may get another version and nobody sees it in the file.",
                "下次构建可能得到不同的版本，而文件中看不出任何变化。")
            .remedy("Write package=version.", "写成 package=version。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, SPEC, INSTALL, "zypper")) {
                    if (i.options().value("t", "type").filter("pattern"::equals).isPresent()) {
                      continue;
                    }
                    String loose = i.loose(ZypperRules::pinned);
                    if (!loose.isEmpty()) hits.at(i.by().start(), loose);
                  }
                }));
  }

  private static boolean pinned(String text) {
    return text.contains("=")
        || text.contains("<")
        || text.contains(">")
        || text.endsWith(".rpm")
        || text.startsWith("pattern:");
  }

  private static void cacheLeft(Code code, Hits hits) {
    if (!code.shipped() || code.source().keepsOut("/var/cache/zypp")) return;
    Install last = null;
    for (Install i : Install.by(code, SPEC, INSTALL, "zypper")) last = i;
    if (last == null || code.removedAfter(last.by(), "/var/cache/zypp")) return;
    boolean after = false;
    for (Invocation i : code.invocations()) {
      if (i.sameAs(last.by())) after = true;
      if (after && i.is("zypper") && i.runs(SPEC, Set.of("clean", "cc"))) return;
    }
    hits.at(last.by().start(), "zypper");
  }
}
