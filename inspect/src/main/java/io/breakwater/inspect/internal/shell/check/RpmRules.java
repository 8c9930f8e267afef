package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.inspect.internal.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The package managers of the Red Hat family. */
final class RpmRules {
  static final Options.Spec SPEC =
      Options.Spec.of(
          "c d e R x config releasever enablerepo disablerepo setopt exclude installroot repo"
              + " repoid debuglevel errorlevel randomwait comment forcearch rpmverbosity advisory");
  private static final Set<String> INSTALL =
      Set.of("install", "in", "groupinstall", "localinstall", "module", "group");
  private static final Set<String> WRITES =
      Set.of(
          "install",
          "in",
          "reinstall",
          "rei",
          "upgrade",
          "up",
          "update",
          "upgrade-minimal",
          "up-min",
          "groupinstall",
          "localinstall",
          "downgrade",
          "distro-sync",
          "module",
          "group");
  private static final String[] YUM = {"yum"};
  private static final String[] DNF = {"dnf", "microdnf", "dnf5", "tdnf"};

  private RpmRules() {}

  static List<Rule> all() {
    List<Rule> out = new ArrayList<>(of("yum", YUM, "DL3030", "DL3032", "DL3033", "DL3031"));
    out.addAll(of("dnf", DNF, "DL3038", "DL3040", "DL3041", "DL3039"));
    return out;
  }

  private static List<Rule> of(
      String name, String[] programs, String yes, String clean, String version, String upgrade) {
    return List.of(
        Rule.of(name + "-without-yes", MEDIUM, yes)
            .title(name + " install would ask a question", name + " install 会等待确认")
            .why("Nobody answers during a build, so it stops.", "构建过程中无人应答，构建会中断。")
            .remedy("Add -y.", "加上 -y。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, SPEC, INSTALL, programs)) {
                    if (!installs(i) || i.options().has("y", "assumeyes")) {
                      continue;
                    }
                    int end = i.verb().word().end();
                    hits.insert(i.by().start(), i.by().name(), end, " -y");
                  }
                }),
        Rule.of(name + "-cache-left", LOW, clean)
            .title(name + " leaves its cache in the layer", name + " 将缓存留在镜像层中")
            .why(
                "Metadata and packages make the image larger and are of no use in it.",
                "元数据和软件包会增大镜像，且在其中毫无用处。")
            .remedy(
                "End the same RUN with: " + name + " clean all",
                "在同一条 RUN 末尾加上：" + name + " clean all")
            .look((code, hits) -> cacheLeft(code, hits, programs)),
        Rule.of(name + "-version-not-pinned", MEDIUM, version)
            .title(name + " installs a package without a version", name + " 安装软件包时未指定版本")
            .why(
                "The next build may get another version and nobody sees it in the file.",
                "下次构建可能得到不同的版本，而文件中看不出任何变化。")
            .remedy("Write package-version.", "写成 package-version。")
            .look((code, hits) -> loose(code, hits, programs)),
        Rule.of(name + "-upgrade", LOW, upgrade)
            .title(name + " upgrades everything in a build", "在构建中用 " + name + " 升级所有软件包")
            .why(
                "Two builds of the same file differ, and the old files stay in the layers below.",
                "同一文件的两次构建结果不同，旧文件仍留在下面的层中。")
            .remedy("Take a newer base image by its digest.", "改用按摘要引用的更新的基础镜像。")
            .look(
                (code, hits) -> {
                  Set<String> verbs = Set.of("update", "upgrade", "up", "distro-sync");
                  for (Install i : Install.by(code, SPEC, verbs, programs)) {
                    if (i.packages().isEmpty()) hits.at(i.by().start());
                  }
                }));
  }

  /** Whether {@code module} and {@code group} are followed by the verb. */
  private static boolean installs(Install i) {
    String verb = i.verb().text();
    if (!verb.equals("module") && !verb.equals("group")) return true;
    return !i.packages().isEmpty() && i.packages().getFirst().text().equals("install");
  }

  private static void cacheLeft(Code code, Hits hits, String... programs) {
    if (!code.shipped()) return;
    if (keepsOut(code, "/var/cache/yum", "/var/cache/dnf", "/var/cache/libdnf5")) return;
    Install last = null;
    for (Install i : Install.by(code, SPEC, WRITES, programs)) if (installs(i)) last = i;
    if (last == null) return;
    boolean after = false;
    for (Invocation i : code.invocations()) {
      if (i.sameAs(last.by())) after = true;
      boolean same = i.name().equals(last.by().name());
      if (after && same && i.runs(SPEC, Set.of("clean"))) return;
    }
    if (code.removedAfter(last.by(), "/var/cache/yum", "/var/cache/dnf", "/var/cache/libdnf5")) {
      return;
    }
    hits.at(last.by().start(), last.by().name());
  }

  private static boolean keepsOut(Code code, String... folders) {
    for (String folder : folders) if (code.source().keepsOut(folder)) return true;
    return false;
  }

  private static void loose(Code code, Hits hits, String... programs) {
    for (Install i : Install.by(code, SPEC, INSTALL, programs)) {
      String verb = i.verb().text();
      if (!installs(i) || verb.equals("group") || verb.equals("groupinstall")) continue;
      boolean module = verb.equals("module");
      var packages = module ? i.packages().subList(1, i.packages().size()) : i.packages();
      var rest = new Install(i.by(), i.options(), i.verb(), packages);
      String found = rest.loose(p -> module ? p.contains(":") : pinned(p));
      if (!found.isEmpty()) hits.at(i.by().start(), found);
    }
  }

  /** Whether a dash is followed by what looks like a version, or it is a file or a group. */
  static boolean pinned(String text) {
    if (text.endsWith(".rpm") || text.startsWith("@") || text.contains("=")) return true;
    for (int i = 1; i + 1 < text.length(); i++) {
      char next = text.charAt(i + 1);
      if (text.charAt(i) == '-' && ((next >= '0' && next <= '9') || next == Word.UNKNOWN)) {
        return true;
      }
    }
    return false;
  }
}
