package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.HIGH;
import static io.breakwater.model.Severity.LOW;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Programs that have no place in a build, or in an image. */
final class ToolRules {
  private static final String[] FOR_PEOPLE = {
    "ssh",
    "vim",
    "vi",
    "nano",
    "shutdown",
    "reboot",
    "service",
    "ps",
    "free",
    "top",
    "htop",
    "kill",
    "mount",
    "ifconfig"
  };
  private static final Set<String> SERVERS =
      Set.of("openssh-server", "dropbear", "telnetd", "vsftpd", "tinyssh", "xrdp");
  private static final Set<String> COMPILERS =
      Set.of(
          "build-essential",
          "gcc",
          "g++",
          "gcc-c++",
          "clang",
          "make",
          "cmake",
          "build-base",
          "rust",
          "rustc",
          "cargo",
          "golang",
          "golang-go",
          "musl-dev",
          "libc-dev",
          "libc6-dev",
          "kernel-devel",
          "base-devel");
  private static final Set<String> ATTACK =
      Set.of(
          "nmap",
          "netcat",
          "netcat-openbsd",
          "netcat-traditional",
          "nc",
          "ncat",
          "nmap-ncat",
          "socat",
          "tcpdump",
          "telnet",
          "hydra",
          "sqlmap",
          "masscan",
          "proxychains",
          "proxychains4",
          "gdb",
          "strace");
  private static final Set<String> INSTALL = Set.of("install", "add", "in", "groupinstall");
  private static final Set<String> REMOVE =
      Set.of("remove", "purge", "autoremove", "del", "erase", "autopurge", "rm");
  private static final String[] MANAGERS = {
    "apt-get", "apt", "aptitude", "apk", "yum", "dnf", "microdnf", "zypper", "tdnf"
  };

  private ToolRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("command-for-people", LOW, "DL3001")
            .title("This command makes no sense while an image is built", "该命令在构建镜像时没有意义")
            .why(
                "It works on a running machine with people at it; in a build it does nothing that"
                    + " stays.",
                "它用于有人操作的运行中的机器；在构建中不会留下任何有用的结果。")
            .remedy("Remove the command.", "删除该命令。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs(FOR_PEOPLE)) hits.at(i.start(), i.name());
                }),
        Rule.of("cd-where-workdir-is-meant", LOW, "DL3003")
            .title("cd changes the folder for this RUN only", "cd 只在这一条 RUN 中切换目录")
            .why("The next instruction starts in the old folder again.", "下一条指令又会从原来的目录开始。")
            .remedy("Use WORKDIR.", "使用 WORKDIR。")
            .look(
                (code, hits) -> {
                  List<Invocation> all = code.runs("cd");
                  if (!all.isEmpty()) hits.at(all.getFirst().start());
                }),
        Rule.of("sudo-used", MEDIUM, "DL3004")
            .title("sudo in a build", "在构建中使用 sudo")
            .why(
                "A build runs as root anyway; sudo handles signals and terminals in its own way and"
                    + " stays in the image.",
                "构建本来就以 root 运行；sudo 对信号和终端有自己的处理方式，且会留在镜像中。")
            .remedy("Remove sudo, or change USER for this step.", "去掉 sudo，或为这一步切换 USER。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("sudo")) hits.at(i.start());
                }),
        Rule.of("shell-relinked", MEDIUM, "DL4005")
            .title("The default shell is relinked", "重新链接了默认 shell")
            .why(
                "Every script of the image gets another shell, and packages may undo it.",
                "镜像中的每个脚本都会换用另一个 shell，而软件包可能会将其还原。")
            .remedy("Use SHELL [\"/bin/bash\", \"-c\"].", "使用 SHELL [\"/bin/bash\", \"-c\"]。")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("ln")) if (i.has("/bin/sh")) hits.at(i.start());
                }),
        Rule.of("service-started-in-build", LOW)
            .title("A service is started in a build", "在构建中启动了服务")
            .why(
                "Processes end with the RUN that started them; the container has to start its own.",
                "进程会随启动它的 RUN 一起结束；容器必须自行启动。")
            .remedy("Start it with ENTRYPOINT or CMD.", "用 ENTRYPOINT 或 CMD 启动。")
            .see("https://docs.docker.com/engine/containers/multi-service_container/")
            .look(
                (code, hits) -> {
                  for (Invocation i : code.runs("systemctl", "service", "rc-service", "initctl")) {
                    if (i.has("start", "restart", "reload")) hits.at(i.start(), i.name());
                  }
                  for (Invocation i : code.invocations()) {
                    boolean init = i.word().literal().orElse("").startsWith("/etc/init.d/");
                    if (init && i.has("start", "restart")) hits.at(i.start(), i.name());
                  }
                }),
        Rule.of("kernel-tool-used", MEDIUM)
            .title("A build cannot change the kernel", "构建无法改变内核")
            .why(
                "Modules and parameters belong to the host; this fails, or changes the builder.",
                "内核模块和参数属于宿主机；这会失败，或改动构建机。")
            .remedy(
                "Set it on the host, or with the settings of the pod.", "在宿主机上设置，或通过 Pod 的设置完成。")
            .see("https://docs.docker.com/engine/security/")
            .look(
                (code, hits) -> {
                  String[] tools = {"modprobe", "insmod", "rmmod", "sysctl", "iptables", "nft"};
                  for (Invocation i : code.runs(tools)) hits.at(i.start(), i.name());
                }),
        Rule.of("login-server-installed", HIGH)
            .title("A server for logins is installed", "安装了登录服务器")
            .why(
                "It is one more way in, with its own keys and passwords, past the platform's log.",
                "它多开了一个入口，拥有自己的密钥和密码，并绕过平台的审计。")
            .remedy("Use docker exec or kubectl exec.", "使用 docker exec 或 kubectl exec。")
            .see("https://docs.docker.com/reference/cli/docker/container/exec/")
            .look((code, hits) -> installed(code, hits, SERVERS, Confidence.HIGH)),
        Rule.of("compiler-in-final-stage", LOW)
            .title("Build tools stay in the final image", "构建工具留在最终镜像中")
            .why(
                "They make the image larger, and an attacker compiles with them.",
                "它们会增大镜像，攻击者也可以用来编译。")
            .remedy(
                "Build in an earlier stage and COPY --from it; or remove them in the same RUN.",
                "在更早的阶段构建并用 COPY --from 复制；或在同一条 RUN 中删除。")
            .see("https://docs.docker.com/build/building/multi-stage/")
            .look(
                (code, hits) -> {
                  if (!code.last()) return;
                  for (Invocation i : code.runs(MANAGERS)) {
                    for (var a : i.arguments()) if (REMOVE.contains(a.text())) return;
                  }
                  installed(code, hits, COMPILERS, Confidence.MEDIUM);
                }),
        Rule.of("attack-tool-installed", LOW)
            .title("A tool that attackers use is installed", "安装了攻击者会使用的工具")
            .why(
                "Scanners, relays and debuggers in the image save an attacker the download.",
                "镜像中的扫描器、转发器和调试器省去了攻击者的下载步骤。")
            .remedy(
                "Leave it away; attach a debug container when one is needed.", "不要安装；需要时附加一个调试容器。")
            .see("https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/")
            .look(
                (code, hits) -> {
                  if (code.last()) installed(code, hits, ATTACK, Confidence.MEDIUM);
                }),
        Rule.of("removed-in-later-layer", LOW)
            .title("What an earlier layer holds is removed too late", "删除得太晚：内容已在更早的层中")
            .why(
                "The bytes stay in the layer below and everybody can read them.",
                "这些字节仍留在下面的层中，任何人都可以读取。")
            .remedy("Remove it in the RUN that made it.", "在产生它的那条 RUN 中删除。")
            .see(
                "https://docs.docker.com/build/building/best-practices/#minimize-the-number-of-layers")
            .look(ToolRules::late));
  }

  private static void installed(Code code, Hits hits, Set<String> names, Confidence confidence) {
    for (Install i : installs(code)) {
      for (var p : i.packages()) {
        String name = p.text().split("[=~<>:/]", 2)[0];
        if (names.contains(name)) hits.at(p.word().start(), name, confidence);
      }
    }
  }

  private static List<Install> installs(Code code) {
    List<Install> out = new ArrayList<>();
    out.addAll(Install.by(code, AptRules.SPEC, INSTALL, "apt-get", "apt", "aptitude"));
    out.addAll(Install.by(code, ApkRules.SPEC, INSTALL, "apk"));
    out.addAll(Install.by(code, RpmRules.SPEC, INSTALL, "yum", "dnf", "microdnf", "tdnf"));
    out.addAll(Install.by(code, ZypperRules.SPEC, INSTALL, "zypper"));
    return out;
  }

  private static void late(Code code, Hits hits) {
    if (!code.before().layers()) return;
    Invocation first = null;
    for (Invocation i : code.invocations()) {
      if (i.is("set", "cd", "sudo", "true", ":")) continue;
      boolean removes =
          i.is("rm")
              || (i.is("apt-get", "apt", "yum", "dnf", "microdnf", "apk", "npm", "pip", "conda")
                  && cleans(i));
      if (!removes) return;
      if (first == null) first = i;
    }
    if (first == null) return;
    for (var a : first.arguments()) {
      if (code.source().keepsOut(a.text())) return;
    }
    hits.at(first.start(), first.name());
  }

  private static boolean cleans(Invocation i) {
    var operands = i.options(Options.Spec.NONE).operands();
    if (operands.isEmpty()) return false;
    String verb = operands.getFirst().text();
    return REMOVE.contains(verb) || verb.equals("clean") || verb.equals("cache");
  }
}
