package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Assignment;
import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Package managers of Python. */
final class PythonRules {
  private static final String NO_CACHE = "PIP_NO_CACHE_DIR";
  static final Options.Spec SPEC =
      Options.Spec.of(
          "c e f i r t b constraint editable find-links index-url extra-index-url requirement"
              + " target build root prefix src platform python-version implementation abi no-binary"
              + " only-binary progress-bar proxy retries timeout trusted-host cert client-cert"
              + " cache-dir log upgrade-strategy exists-action global-option install-option"
              + " config-settings report python use-feature use-deprecated");
  private static final Options.Spec CONDA =
      Options.Spec.of("c n p channel name prefix file solver");
  private static final Set<String> INSTALL = Set.of("install");

  private PythonRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("pip-version-not-pinned", MEDIUM, "DL3013")
            .title("pip installs a package without a version", "pip 安装软件包时未指定版本")
            .why(
                "The next build may get another release, also one that somebody took over.",
                "下次构建可能得到另一个发布版本，甚至是被他人接管的版本。")
            .remedy(
                "Write package==version, or -r requirements.txt with hashes.",
                "写成 package==version，或使用带哈希的 -r requirements.txt。")
            .look(
                (code, hits) -> {
                  for (Install i : installs(code)) {
                    if (i.options().has("c", "constraint")) continue;
                    String loose = i.loose(PythonRules::pinned);
                    if (!loose.isEmpty()) hits.at(i.by().start(), loose);
                  }
                }),
        Rule.of("pip-cache-left", LOW, "DL3042")
            .title("pip leaves its cache in the layer", "pip 将缓存留在镜像层中")
            .why("The downloaded archives are of no use in the finished image.", "下载的归档在成品镜像中毫无用处。")
            .remedy(
                "Add --no-cache-dir, or mount a cache at /root/.cache/pip.",
                "加上 --no-cache-dir，或在 /root/.cache/pip 挂载缓存。")
            .look(
                (code, hits) -> {
                  if (code.source().keepsOut("/root/.cache/pip") || noCache(code)) return;
                  for (Install i : installs(code)) {
                    if (i.options().has("no-cache-dir") || noCache(i.by())) continue;
                    int end = i.verb().word().end();
                    hits.insert(i.by().start(), "pip", end, " --no-cache-dir");
                  }
                }),
        Rule.of("conda-cache-left", LOW)
            .title("conda leaves its packages in the layer", "conda 将软件包缓存留在镜像层中")
            .why(
                "Archives and unpacked copies make the image larger by hundreds of megabytes.",
                "归档和解包副本会使镜像增大数百兆字节。")
            .remedy(
                "End the same RUN with: conda clean --all --yes",
                "在同一条 RUN 末尾加上：conda clean --all --yes")
            .see("https://docs.conda.io/projects/conda/en/stable/commands/clean.html")
            .look(
                (code, hits) -> {
                  if (!code.shipped()) return;
                  String[] programs = {"conda", "mamba", "micromamba"};
                  Set<String> verbs = Set.of("install", "create", "update", "env");
                  for (Invocation i : code.runs(programs)) if (i.has("clean")) return;
                  if (code.source().keepsOut("/opt/conda/pkgs")) return;
                  for (Install i : Install.by(code, CONDA, verbs, programs)) {
                    hits.at(i.by().start(), i.by().name());
                    return;
                  }
                }));
  }

  private static List<Install> installs(Code code) {
    List<Install> out = new ArrayList<>();
    for (Invocation i : code.invocations()) {
      if (pip(i.name())) add(i, i.arguments(), out);
      if (!i.name().startsWith("python") && !i.name().startsWith("pypy")) continue;
      var arguments = i.arguments();
      for (int k = 0; k + 1 < arguments.size(); k++) {
        if (!arguments.get(k).text().startsWith("-")) break;
        if (arguments.get(k).text().equals("-m") && arguments.get(k + 1).text().equals("pip")) {
          add(i, arguments.subList(k + 2, arguments.size()), out);
        }
      }
    }
    return out;
  }

  private static void add(Invocation by, List<Invocation.Argument> arguments, List<Install> out) {
    var view = new Invocation(by.name(), by.word(), arguments, by.command(), by.via());
    Options options = view.options(SPEC);
    var operands = options.operands();
    if (operands.isEmpty() || !INSTALL.contains(operands.getFirst().text())) return;
    var packages = operands.subList(1, operands.size());
    out.add(new Install(by, options, operands.getFirst(), packages));
  }

  /** {@code pip}, {@code pip3}, {@code pip3.12}. */
  private static boolean pip(String name) {
    if (!name.startsWith("pip")) return false;
    for (int i = 3; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-') return false;
    }
    return true;
  }

  private static boolean pinned(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.startsWith(".") || text.startsWith("/") || text.startsWith("~")) return true;
    for (String end : List.of(".whl", ".tar.gz", ".zip", ".tar.bz2")) {
      if (lower.endsWith(end)) return true;
    }
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      int path = text.indexOf('/', scheme + 3);
      return !text.contains("git+") || (path >= 0 && text.indexOf('@', path) > 0);
    }
    for (String sign : List.of("==", ">=", "<=", "!=", "~=", ">", "<")) {
      if (text.contains(sign)) return true;
    }
    return text.startsWith("file:");
  }

  private static boolean noCache(Code code) {
    if (on(code.stage().environment().getOrDefault(NO_CACHE, "0"))) return true;
    for (Invocation i : code.runs("export", "env")) {
      for (var a : i.arguments()) {
        if (a.text().startsWith(NO_CACHE + "=") && on(a.text().substring(NO_CACHE.length() + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean noCache(Invocation i) {
    for (Assignment a : i.command().assignments()) {
      if (a.name().equals(NO_CACHE) && !a.values().isEmpty()) {
        return on(a.values().getFirst().shape(Map.of()));
      }
    }
    return false;
  }

  private static boolean on(String value) {
    return !Set.of("0", "off", "no", "false", "").contains(value.toLowerCase(Locale.ROOT));
  }
}
