package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.HIGH;
import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Assignment;
import io.breakwater.inspect.internal.shell.Command;
import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.inspect.internal.shell.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Proof of who sent something, switched off. */
final class TrustRules {
  private static final Options.Spec CURL =
      Options.Spec.of(
          "o H d u X A e b c m T F x K w E data header user request output url cacert cert");
  private static final Set<String> OFF = Set.of("0", "false", "no", "off");

  /** Variables that switch verification off, and the values that do so. */
  private static final Map<String, Set<String>> VARIABLES =
      Map.of(
          "GIT_SSL_NO_VERIFY", Set.of("1", "true", "yes", "on"),
          "NODE_TLS_REJECT_UNAUTHORIZED", Set.of("0"),
          "PYTHONHTTPSVERIFY", Set.of("0"),
          "NPM_CONFIG_STRICT_SSL", Set.of("false"),
          "npm_config_strict_ssl", Set.of("false"),
          "GOINSECURE", Set.of("*"),
          "CURL_INSECURE", Set.of("1"));

  private TrustRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("tls-verification-disabled", HIGH)
            .title("The certificate of the server is not checked", "未校验服务器证书")
            .why(
                "Anybody on the way can answer in its place and put code into the image.",
                "途中的任何人都可以冒充它应答，并把代码放进镜像。")
            .remedy(
                "Remove the switch; add the missing authority to the certificates of the image.",
                "去掉该开关；把缺少的证书颁发机构加入镜像的证书库。")
            .see("https://cwe.mitre.org/data/definitions/295.html")
            .everywhere()
            .look(TrustRules::tls),
        Rule.of("package-signature-not-checked", HIGH)
            .title("Signatures of packages are not checked", "未校验软件包签名")
            .why(
                "A package that was replaced on the mirror or on its way is installed as root.",
                "在镜像站或途中被替换的软件包会以 root 身份安装。")
            .remedy("Import the key of the repository and remove the switch.", "导入软件源的密钥并去掉该开关。")
            .see("https://cwe.mitre.org/data/definitions/347.html")
            .look(TrustRules::signatures),
        Rule.of("ssh-host-key-not-checked", MEDIUM)
            .title("The key of an SSH server is not checked", "未校验 SSH 服务器的主机密钥")
            .why("Anybody on the way can take the place of the server.", "途中的任何人都可以冒充该服务器。")
            .remedy(
                "Put the known key into known_hosts and remove StrictHostKeyChecking=no.",
                "把已知的密钥写入 known_hosts，并去掉 StrictHostKeyChecking=no。")
            .see("https://man.openbsd.org/ssh_config#StrictHostKeyChecking")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.invocations()) {
                    for (var a : i.arguments()) {
                      String text = a.text().toLowerCase(Locale.ROOT).replace(' ', '=');
                      if (!text.contains("stricthostkeychecking=no")) continue;
                      hits.at(a.word().start());
                      break;
                    }
                  }
                }),
        Rule.of("apt-key-used", LOW)
            .title("apt-key trusts a key for every repository", "apt-key 会让密钥对所有软件源生效")
            .why(
                "It is gone from current releases, and one such key may sign any package.",
                "新版本已移除该命令，而且这样的密钥可以为任何软件包签名。")
            .remedy(
                "Save the key under /etc/apt/keyrings and name it with signed-by.",
                "把密钥保存到 /etc/apt/keyrings，并用 signed-by 指定。")
            .see("https://wiki.debian.org/DebianRepository/UseThirdParty")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("apt-key")) hits.at(i.start());
                }),
        Rule.of("short-key-id", MEDIUM)
            .title("A key is fetched by a short id", "以短 ID 获取密钥")
            .why("Anybody can make a key with the same short id.", "任何人都可以制作具有相同短 ID 的密钥。")
            .remedy("Write the whole fingerprint of 40 digits.", "写出完整的 40 位指纹。")
            .see("https://datatracker.ietf.org/doc/html/rfc4880#section-12.2")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("gpg", "gpg2", "apt-key")) {
                    if (!i.has("--recv-keys", "--recv-key", "--recv")) continue;
                    for (var a : i.arguments()) {
                      if (shortId(a.text())) hits.at(a.word().start(), a.text());
                    }
                  }
                }));
  }

  private static boolean shortId(String text) {
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    if (digits.length() != 8 && digits.length() != 16) return false;
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), 16) < 0) return false;
    }
    return true;
  }

  private static void tls(Code code, Hits hits) {
    for (Invocation i : code.invocations()) {
      boolean off =
          switch (i.name()) {
            case "curl" -> i.options(CURL).has("k", "insecure", "proxy-insecure");
            case "wget" -> i.has("--no-check-certificate");
            case "aria2c" -> i.has("--check-certificate=false");
            case "git" -> setting(i, "http.sslverify");
            case "npm", "yarn", "pnpm" -> setting(i, "strict-ssl") || setting(i, "--strict-ssl");
            case "conda", "mamba" -> setting(i, "ssl_verify") || i.has("--insecure", "-k");
            case "composer" -> i.has("disable-tls", "--disable-tls");
            case "svn" -> i.has("--trust-server-cert");
            case "aws" -> i.has("--no-verify-ssl");
            case "helm", "kubectl" -> i.has("--insecure-skip-tls-verify");
            case "yum", "dnf", "microdnf" ->
                begins(i, "--setopt=sslverify=", "--setopt=*.sslverify=");
            case "apt-get", "apt" -> holds(i, "Verify-Peer=false");
            case "export", "env" -> exported(i);
            default ->
                (i.name().startsWith("pip") || i.name().startsWith("python"))
                    && (begins(i, "--trusted-host") || i.has("global.trusted-host"));
          };
      if (off) hits.at(i.start(), i.name());
    }
    for (Command command : code.analysis().commands()) {
      if (!(command instanceof Command.Simple simple)) continue;
      for (Assignment a : simple.assignments()) {
        String value = a.values().isEmpty() ? "" : code.analysis().shape(a.values().getFirst());
        if (VARIABLES.getOrDefault(a.name(), Set.of()).contains(value)) {
          hits.at(a.start(), a.name());
        }
      }
    }
  }

  private static boolean exported(Invocation i) {
    for (var a : i.arguments()) {
      int equals = a.text().indexOf('=');
      if (equals <= 0) continue;
      Set<String> values = VARIABLES.getOrDefault(a.text().substring(0, equals), Set.of());
      if (values.contains(a.text().substring(equals + 1))) return true;
    }
    return false;
  }

  /** {@code name=false}, or {@code name false}. */
  private static boolean setting(Invocation i, String name) {
    for (int k = 0; k < i.arguments().size(); k++) {
      String text = i.arguments().get(k).text().toLowerCase(Locale.ROOT);
      if (text.startsWith(name + "=") && OFF.contains(text.substring(name.length() + 1))) {
        return true;
      }
      if (!text.equals(name) || k + 1 >= i.arguments().size()) continue;
      if (OFF.contains(i.arguments().get(k + 1).text().toLowerCase(Locale.ROOT))) return true;
    }
    return false;
  }

  private static boolean begins(Invocation i, String... starts) {
    for (var a : i.arguments()) {
      for (String start : starts) {
        if (a.text().startsWith(start)) {
          boolean switches = start.endsWith("=");
          if (!switches || OFF.contains(a.text().substring(start.length()))) return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(Invocation i, String... pieces) {
    for (var a : i.arguments()) for (String p : pieces) if (a.text().contains(p)) return true;
    return false;
  }

  private static void signatures(Code code, Hits hits) {
    for (Invocation i : code.invocations()) {
      boolean off =
          switch (i.name()) {
            case "apt-get", "apt", "aptitude" ->
                i.has("--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories")
                    || holds(
                        i,
                        "AllowUnauthenticated=true",
                        "AllowUnauthenticated=1",
                        "AllowInsecureRepositories=true");
            case "apk" -> i.has("--allow-untrusted");
            case "yum", "dnf", "microdnf", "tdnf", "yum-config-manager" ->
                i.has("--nogpgcheck", "--nogpg")
                    || begins(i, "--setopt=gpgcheck=", "--setopt=*.gpgcheck=");
            case "zypper" -> i.has("--no-gpg-checks", "--allow-unsigned-rpm");
            case "rpm" -> i.has("--nosignature", "--nodigest", "--nogpg");
            case "debootstrap" -> i.has("--no-check-gpg");
            case "echo", "printf" -> writesTrust(i);
            default -> false;
          };
      if (off) hits.at(i.start(), i.name());
      for (Redirect r : i.via().isEmpty() ? i.command().redirects() : List.<Redirect>of()) {
        String body = r.body().map(code.analysis()::shape).orElse("");
        if (trusts(body)) hits.at(i.start(), i.name());
      }
    }
  }

  private static boolean writesTrust(Invocation i) {
    for (var a : i.arguments()) if (trusts(a.text())) return true;
    return false;
  }

  private static boolean trusts(String text) {
    return text.contains("trusted=yes")
        || text.contains("gpgcheck=0")
        || text.contains("SigLevel = Never")
        || text.contains("AllowUnauthenticated \"true\"");
  }
}
