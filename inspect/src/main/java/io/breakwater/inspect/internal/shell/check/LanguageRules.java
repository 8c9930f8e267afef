package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.inspect.internal.shell.Word;
import java.util.List;
import java.util.Set;

/** Package managers of JavaScript, Ruby, Go, Rust and PHP. */
final class LanguageRules {
  private static final String[] WHY = {
    "The next build may get another release, also one that somebody took over.",
    "下次构建可能得到另一个发布版本，甚至是被他人接管的版本。"
  };
  private static final String[] WHY_CACHE = {
    "Downloaded archives are of no use in the finished image.", "下载的归档在成品镜像中毫无用处。"
  };
  private static final Options.Spec NPM =
      Options.Spec.of(
          "loglevel registry prefix tag cache userconfig globalconfig otp w workspace C omit include"
              + " fetch-retries fetch-timeout script-shell scope node-options before");
  private static final Options.Spec GEM =
      Options.Spec.of(
          "v version i install-dir n bindir s source P trust-policy platform B build-root g file p"
              + " http-proxy use-system-libraries");
  private static final Options.Spec GO =
      Options.Spec.oneDash(
          "o p tags ldflags gcflags asmflags mod modfile overlay pkgdir toolexec exec C buildmode"
              + " compiler installsuffix");
  private static final Options.Spec CARGO =
      Options.Spec.of(
          "version git branch tag rev path root F features j jobs profile target target-dir bin"
              + " example index registry Z config color");

  private LanguageRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("npm-version-not-pinned", MEDIUM, "DL3016")
            .title("npm installs a package without a version", "npm 安装软件包时未指定版本")
            .why(WHY[0], WHY[1])
            .remedy(
                "Write package@version, or npm ci with a lock file.",
                "写成 package@version，或用锁文件执行 npm ci。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, NPM, Set.of("install", "i", "add"), "npm")) {
                    String loose = i.loose(LanguageRules::npmPinned);
                    if (!loose.isEmpty()) hits.at(i.by().start(), loose);
                  }
                }),
        Rule.of("npm-install-without-lock", LOW)
            .title("npm install may change the lock file", "npm install 可能会改动锁文件")
            .why(
                "npm ci takes exactly what the lock file says and stops when it does not fit.",
                "npm ci 严格按锁文件安装，不一致时即停止。")
            .remedy(
                "Write npm ci, and copy package-lock.json before it.",
                "改用 npm ci，并先复制 package-lock.json。")
            .see("https://docs.npmjs.com/cli/commands/npm-ci")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, NPM, Set.of("install", "i"), "npm")) {
                    boolean global = i.options().has("g", "global", "no-package-lock");
                    if (i.packages().isEmpty() && !global) hits.at(i.by().start());
                  }
                }),
        Rule.of("npm-cache-left", LOW)
            .title("npm leaves its cache in the layer", "npm 将缓存留在镜像层中")
            .why(WHY_CACHE[0], WHY_CACHE[1])
            .remedy(
                "Mount a cache at /root/.npm, or end the same RUN with: npm cache clean --force",
                "在 /root/.npm 挂载缓存，或在同一条 RUN 末尾加上：npm cache clean --force")
            .see("https://docs.docker.com/build/cache/optimize/#use-cache-mounts")
            .look(
                (code, hits) -> {
                  if (!code.shipped() || code.source().keepsOut("/root/.npm")) return;
                  for (Invocation i : code.runs("npm")) if (i.has("cache")) return;
                  Set<String> verbs = Set.of("install", "i", "add", "ci");
                  for (Install i : Install.by(code, NPM, verbs, "npm")) {
                    if (code.removedAfter(i.by(), "/root/.npm", "~/.npm")) continue;
                    hits.at(i.by().start(), "npm");
                    return;
                  }
                }),
        Rule.of("yarn-cache-left", LOW, "DL3060")
            .title("yarn leaves its cache in the layer", "yarn 将缓存留在镜像层中")
            .why(WHY_CACHE[0], WHY_CACHE[1])
            .remedy("End the same RUN with: yarn cache clean", "在同一条 RUN 末尾加上：yarn cache clean")
            .look(LanguageRules::yarnCache),
        Rule.of("gem-version-not-pinned", MEDIUM, "DL3028")
            .title("gem installs a package without a version", "gem 安装软件包时未指定版本")
            .why(WHY[0], WHY[1])
            .remedy("Write gem:version, or -v version.", "写成 gem:version，或加 -v version。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, GEM, Set.of("install", "i"), "gem")) {
                    if (i.options().has("v", "version", "g", "file")) continue;
                    String loose = upTo("--", i).loose(p -> p.contains(":") || p.endsWith(".gem"));
                    if (!loose.isEmpty()) hits.at(i.by().start(), loose);
                  }
                }),
        Rule.of("go-version-not-pinned", MEDIUM, "DL3062")
            .title("go installs a package without a version", "go 安装软件包时未指定版本")
            .why(WHY[0], WHY[1])
            .remedy("Write package@version, not @latest.", "写成 package@version，不要用 @latest。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, GO, Set.of("install", "get", "run"), "go")) {
                    var all = i.packages();
                    boolean first = i.verb().text().equals("run") && all.size() > 1;
                    var packages = first ? all.subList(0, 1) : all;
                    var view = new Install(i.by(), i.options(), i.verb(), packages);
                    String loose = view.loose(LanguageRules::goPinned);
                    if (!loose.isEmpty()) hits.at(i.by().start(), loose);
                  }
                }),
        Rule.of("cargo-version-not-pinned", MEDIUM)
            .title("cargo installs a program without a version", "cargo 安装程序时未指定版本")
            .why(WHY[0], WHY[1])
            .remedy(
                "Add --version and --locked, or --git with --rev.",
                "加上 --version 与 --locked，或 --git 配合 --rev。")
            .see("https://doc.rust-lang.org/cargo/commands/cargo-install.html")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, CARGO, Set.of("install"), "cargo")) {
                    if (i.options().has("version", "vers", "path", "rev", "tag")) continue;
                    String loose = i.loose(p -> p.contains("@"));
                    if (!loose.isEmpty()) hits.at(i.by().start(), loose);
                  }
                }),
        Rule.of("composer-cache-left", LOW)
            .title("composer leaves its cache in the layer", "composer 将缓存留在镜像层中")
            .why(WHY_CACHE[0], WHY_CACHE[1])
            .remedy("Add --no-cache.", "加上 --no-cache。")
            .see("https://getcomposer.org/doc/03-cli.md")
            .look(
                (code, hits) -> {
                  if (!code.shipped() || code.source().keepsOut("/tmp/cache")) return;
                  for (Invocation i : code.runs("composer")) {
                    if (i.has("clear-cache", "clearcache", "cc")) return;
                  }
                  if (!code.source().mounts().isEmpty()) return;
                  Set<String> verbs = Set.of("install", "require", "update", "create-project");
                  for (Install i : Install.by(code, Options.Spec.of("d"), verbs, "composer")) {
                    if (i.options().has("no-cache")) continue;
                    hits.insert(i.by().start(), "composer", i.verb().word().end(), " --no-cache");
                  }
                }));
  }

  private static boolean npmPinned(String text) {
    boolean git = text.startsWith("git+") || text.startsWith("git:") || text.startsWith("git@");
    if (git) return text.contains("#");
    for (String end : List.of(".tar", ".tar.gz", ".tgz")) if (text.endsWith(end)) return true;
    for (String begin : List.of("/", "./", "../", "~/", "file:")) {
      if (text.startsWith(begin)) return true;
    }
    if (text.equals(".") || text.equals("..")) return true;
    int name = text.startsWith("@") ? text.indexOf('/') + 1 : 0;
    return text.indexOf('@', name) >= Math.max(name, 1);
  }

  private static boolean goPinned(String text) {
    if (text.startsWith(".") || text.startsWith("/") || text.endsWith(".go")) return true;
    if (text.charAt(0) == Word.UNKNOWN && text.indexOf('@') < 0) return true;
    if (Set.of("all", "std", "cmd", "tool").contains(text)) return true;
    return text.contains("@") && !text.endsWith("@latest");
  }

  private static Install upTo(String separator, Install install) {
    for (var argument : install.by().arguments()) {
      if (!argument.text().equals(separator)) continue;
      int cut = argument.word().start();
      var before = install.packages().stream().filter(p -> p.word().start() < cut).toList();
      return new Install(install.by(), install.options(), install.verb(), before);
    }
    return install;
  }

  private static void yarnCache(Code code, Hits hits) {
    if (!code.shipped() || code.source().keepsOut("/root/.cache/yarn")) return;
    Invocation last = null;
    boolean cleaned = false;
    for (Invocation i : code.runs("yarn")) {
      var operands = i.options(Options.Spec.of("cwd registry")).operands();
      String verb = operands.isEmpty() ? "" : operands.getFirst().text();
      if (verb.equals("install") || verb.equals("add") || (verb.isEmpty() && bare(i))) {
        last = i;
        cleaned = false;
      }
      if (verb.equals("cache") && i.has("clean")) cleaned = true;
    }
    if (last == null || cleaned || code.removedAfter(last, "/root/.cache", "~/.cache")) return;
    hits.at(last.start(), "yarn");
  }

  private static boolean bare(Invocation i) {
    return !i.has("--version", "-v", "--help", "-h");
  }
}
