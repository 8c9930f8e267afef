package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import java.util.List;
import java.util.Set;

/** Alpine's package manager. */
final class ApkRules {
  private static final String CACHE = "/var/cache/apk";
  static final Options.Spec SPEC =
      Options.Spec.of(
          "p X t root repository virtual keys-dir repositories-file wait arch cache-dir"
              + " cache-max-age progress-fd");
  private static final Set<String> ADD = Set.of("add");

  private ApkRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("apk-version-not-pinned", MEDIUM, "DL3018")
            .title("apk installs a package without a version", "apk 安装软件包时未指定版本")
            .why(
                "The next build may get another version and nobody sees it in the file.",
                "下次构建可能得到不同的版本，而文件中看不出任何变化。")
            .remedy(
                "Write package=version or package~version.",
                "写成 package=version 或 package~version。")
            .look(
                (code, hits) -> {
                  for (Install i : Install.by(code, SPEC, ADD, "apk")) {
                    String loose = i.loose(ApkRules::pinned);
                    if (!loose.isEmpty()) hits.at(i.by().start(), loose);
                  }
                }),
        Rule.of("apk-cache-left", LOW, "DL3019")
            .title("apk add keeps its cache in the layer", "apk add 将缓存留在镜像层中")
            .why("The package index is of no use in the finished image.", "软件包索引在成品镜像中毫无用处。")
            .remedy("Add --no-cache.", "加上 --no-cache。")
            .look(
                (code, hits) -> {
                  if (code.source().keepsOut(CACHE)) return;
                  for (Install i : Install.by(code, SPEC, ADD, "apk")) {
                    if (i.options().has("no-cache") || code.removedAfter(i.by(), CACHE)) continue;
                    hits.insert(i.by().start(), "apk", i.verb().word().end(), " --no-cache");
                  }
                }),
        Rule.of("apk-upgrade", LOW, "DL3017")
            .title("apk upgrade in a build", "在构建中执行 apk upgrade")
            .why(
                "Two builds of the same file differ, and the old files stay in the layers below.",
                "同一文件的两次构建结果不同，旧文件仍留在下面的层中。")
            .remedy("Take a newer base image by its digest.", "改用按摘要引用的更新的基础镜像。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("apk")) {
                    if (i.runs(SPEC, Set.of("upgrade"))) hits.at(i.start());
                  }
                }));
  }

  private static boolean pinned(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("=~<>".indexOf(text.charAt(i)) >= 0) return true;
    }
    return text.endsWith(".apk") || text.startsWith(".") || text.startsWith("!");
  }
}
