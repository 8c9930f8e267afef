package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.HIGH;
import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Command;
import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.inspect.internal.shell.Redirect;
import java.util.List;

/** Who may do what: modes of files, accounts, sudo. */
final class PermissionRules {
  private static final Options.Spec USERADD =
      Options.Spec.of(
          "u g G s d c e f p b k K Z uid gid groups shell home-dir home comment expiredate inactive"
              + " password base-dir skel key");

  private PermissionRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("world-writable-mode", MEDIUM)
            .title("Everybody may write to a file", "任何人都可以写入文件")
            .why(
                "A process without rights can put its own code where others run it.",
                "没有权限的进程可以把自己的代码放到别人会执行的地方。")
            .remedy(
                "Give the folder to the user that needs it (COPY --chown, chown) and use 755 or"
                    + " 750.",
                "把目录交给需要它的用户（COPY --chown、chown），并使用 755 或 750。")
            .see("https://cwe.mitre.org/data/definitions/732.html")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("chmod", "install", "mkdir")) {
                    String mode = mode(i);
                    if (worldWritable(mode)) hits.at(i.start(), i.name() + " " + mode);
                  }
                }),
        Rule.of("setuid-mode", HIGH)
            .title("A program gets the setuid or setgid bit", "为程序设置了 setuid 或 setgid 位")
            .why(
                "Whoever starts it runs with the rights of its owner; a hole in it gives root.",
                "启动者将以文件所有者的权限运行；其中的漏洞会带来 root 权限。")
            .remedy(
                "Leave the bit away; give single capabilities where they are needed.",
                "不要设置该位；在需要处授予单项 capability。")
            .see("https://cwe.mitre.org/data/definitions/250.html")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("chmod", "install")) {
                    String mode = mode(i);
                    if (setuid(mode)) hits.at(i.start(), i.name() + " " + mode);
                  }
                }),
        Rule.of("useradd-large-log", LOW, "DL3046")
            .title("useradd with a high uid writes a huge file", "useradd 使用较大的 uid 会写出巨大的文件")
            .why(
                "The log of last logins grows with the uid, and the layer with it.",
                "最后登录日志会随 uid 增大，镜像层也随之增大。")
            .remedy("Add -l (--no-log-init).", "加上 -l（--no-log-init）。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("useradd")) {
                    Options options = i.options(USERADD);
                    if (options.has("l", "no-log-init")) continue;
                    if (options.value("u", "uid").filter(u -> u.length() > 5).isEmpty()) continue;
                    hits.insert(i.start(), "useradd", i.word().end(), " -l");
                  }
                }),
        Rule.of("second-root-account", HIGH)
            .title("Another account gets uid 0", "另一个账户获得 uid 0")
            .why("It is root under a name that nobody watches.", "它是换了名字、无人注意的 root。")
            .remedy("Give it a uid of its own.", "为其分配独立的 uid。")
            .see("https://cwe.mitre.org/data/definitions/250.html")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("useradd", "adduser", "usermod")) {
                    boolean zero =
                        i.options(USERADD).value("u", "uid").filter("0"::equals).isPresent();
                    if (zero) hits.at(i.start(), i.name());
                  }
                }),
        Rule.of("sudo-without-password", HIGH)
            .title("An account becomes root without a password", "账户无需密码即可成为 root")
            .why(
                "Whoever takes over a process of that account is root in the container.",
                "接管该账户进程的人就是容器中的 root。")
            .remedy(
                "Do what needs root in the build, before USER, and leave sudo out.",
                "在 USER 之前的构建步骤中完成需要 root 的操作，不要安装 sudo。")
            .see("https://cwe.mitre.org/data/definitions/250.html")
            .look(PermissionRules::sudoers),
        Rule.of("account-joins-root-group", MEDIUM)
            .title("An account joins a group that is as good as root", "账户加入了等同于 root 的组")
            .why(
                "Members of sudo, wheel, docker, disk or shadow can become root.",
                "sudo、wheel、docker、disk 或 shadow 组的成员可以成为 root。")
            .remedy("Leave the group away.", "不要加入该组。")
            .see("https://docs.docker.com/engine/security/#docker-daemon-attack-surface")
            .look(
                (code, hits) -> {
                  for (Invocation i :
                      code.runs("useradd", "usermod", "adduser", "gpasswd", "addgroup")) {
                    String groups = i.options(USERADD).value("G", "groups").orElse("");
                    var operands = i.options(USERADD).operands();
                    boolean two = operands.size() == 2 && i.is("adduser", "addgroup", "gpasswd");
                    if (two) groups = operands.getLast().text();
                    for (String group : groups.split(",", -1)) {
                      if (List.of("sudo", "wheel", "docker", "disk", "shadow").contains(group)) {
                        hits.at(i.start(), group);
                      }
                    }
                  }
                }));
  }

  private static String mode(Invocation i) {
    if (i.is("install", "mkdir")) {
      Options options = i.options(Options.Spec.of("m o g t S mode owner group target-directory"));
      return options.value("m", "mode").orElse("");
    }
    for (var a : i.arguments()) {
      String text = a.text();
      boolean option =
          text.startsWith("-") && text.length() > 1 && "Rvcf-".indexOf(text.charAt(1)) >= 0;
      if (!option) return text;
    }
    return "";
  }

  private static boolean octal(String mode) {
    if (mode.length() < 3 || mode.length() > 5) return false;
    for (int i = 0; i < mode.length(); i++)
      if (mode.charAt(i) < '0' || mode.charAt(i) > '7') return false;
    return true;
  }

  private static boolean worldWritable(String mode) {
    if (octal(mode)) {
      int bits = Integer.parseInt(mode, 8);
      return (bits & 2) != 0 && (bits & 01000) == 0;
    }
    for (String clause : mode.split(",", -1)) {
      int sign = Math.max(clause.indexOf('+'), clause.indexOf('='));
      if (sign < 0) continue;
      String who = clause.substring(0, sign);
      boolean others = who.contains("o") || who.contains("a");
      String what = clause.substring(sign + 1);
      if (others && what.contains("w") && !what.contains("t")) return true;
    }
    return false;
  }

  private static boolean setuid(String mode) {
    if (octal(mode)) {
      int bits = Integer.parseInt(mode, 8);
      return (bits & 04000) != 0;
    }
    for (String clause : mode.split(",", -1)) {
      int sign = clause.indexOf('+');
      if (sign >= 0 && clause.substring(0, sign).contains("u") && clause.indexOf('s', sign) > 0)
        return true;
      if (sign == 0 && clause.equals("+s")) return true;
    }
    return false;
  }

  private static void sudoers(Code code, Hits hits) {
    for (Invocation i : code.invocations()) {
      if (!i.is("echo", "printf", "sed")) continue;
      for (var a : i.arguments()) {
        if (a.text().contains("NOPASSWD")) {
          hits.at(a.word().start());
          break;
        }
      }
    }
    for (Command command : code.analysis().commands()) {
      if (!(command instanceof Command.Simple simple)) continue;
      for (Redirect r : simple.redirects()) {
        if (r.body().map(code.analysis()::shape).orElse("").contains("NOPASSWD"))
          hits.at(r.start());
      }
    }
  }
}
