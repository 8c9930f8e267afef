package io.breakwater.inspect.internal.exposure;

import static io.breakwater.inspect.internal.exposure.Checks.check;
import static io.breakwater.inspect.internal.exposure.Checks.text;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.List;

/** Checks of programs that help whoever got in. */
final class ToolChecks {
  private static final String DISTROLESS = "https://github.com/GoogleContainerTools/distroless";
  private static final String STAGES = "https://docs.docker.com/build/building/multi-stage/";

  static final Check SHELL =
      check(
          "shell",
          Severity.LOW,
          text("A shell", "存在 shell"),
          text(
              "Most attacks on a service end in a shell: without one, many of them end nowhere.",
              "对服务的攻击大多以获得 shell 收场：没有 shell，许多攻击便无从继续。"),
          text(
              "Build in one stage and run in another that has none: FROM"
                  + " gcr.io/distroless/base-debian12 (or scratch), with ENTRYPOINT in JSON form.",
              "在一个阶段构建，在另一个没有 shell 的阶段运行：FROM gcr.io/distroless/base-debian12（或"
                  + " scratch），并使用 JSON 形式的 ENTRYPOINT。"),
          DISTROLESS);

  static final Check PACKAGE_MANAGER =
      check(
          "package-manager",
          Severity.LOW,
          text("A package manager", "存在软件包管理器"),
          text(
              "Whoever got in installs the tools that are missing; and what runs is then no longer"
                  + " what was built.",
              "入侵者可借此安装缺少的工具；运行的内容也不再是所构建的内容。"),
          text(
              "Leave it in the build stage, or remove it in the last step: RUN apt-get purge -y"
                  + " --allow-remove-essential apt (Debian), RUN apk del apk-tools (Alpine), RUN rm -r"
                  + " /usr/local/lib/node_modules/npm (Node).",
              "将其留在构建阶段，或在最后一步移除：RUN apt-get purge -y --allow-remove-essential"
                  + " apt（Debian）、RUN apk del apk-tools（Alpine）、RUN rm -r"
                  + " /usr/local/lib/node_modules/npm（Node）。"),
          DISTROLESS);

  static final Check COMPILER =
      check(
          "compiler",
          Severity.LOW,
          text("A compiler or build tool", "存在编译器或构建工具"),
          text(
              "It builds an exploit for exactly this system, and costs hundreds of megabytes.",
              "可用于为当前系统现场编译攻击程序，还会占用数百 MB 空间。"),
          text(
              "Compile in a stage of its own: FROM … AS build, then COPY --from=build the result"
                  + " into the final stage.",
              "在单独的阶段编译：FROM … AS build，再用 COPY --from=build 把产物放入最终阶段。"),
          STAGES);

  static final Check DEBUGGER =
      check(
          "debugger",
          Severity.LOW,
          text("A debugger or tracer", "存在调试器或跟踪工具"),
          text(
              "It reads keys and passwords out of the memory of other processes.",
              "可从其他进程的内存中读出密钥和口令。"),
          text(
              "Leave it out of the image and bring it when needed: kubectl debug -it POD"
                  + " --image=TOOLS --target=CONTAINER.",
              "不要放进镜像，需要时再带入：kubectl debug -it POD --image=TOOLS --target=CONTAINER。"),
          "https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/");

  static final Check NETWORK_TOOL =
      check(
          "network-tool",
          Severity.MEDIUM,
          text("A tool that relays or records traffic", "存在可转发或抓取流量的工具"),
          text(
              "It opens a reverse shell or a tunnel in one line, or reads what others send.",
              "一行命令即可建立反向 shell 或隧道，或窃听他人发送的内容。"),
          text(
              "Remove the package: RUN apt-get purge -y netcat-openbsd socat tcpdump (apk del, dnf"
                  + " remove); for a health check use the program's own.",
              "移除相应软件包：RUN apt-get purge -y netcat-openbsd socat tcpdump（apk del、dnf"
                  + " remove）；健康检查请使用程序自身的功能。"),
          Checks.GTFOBINS);

  static final Check ATTACK_TOOL =
      check(
          "attack-tool",
          Severity.HIGH,
          text("A tool made to attack", "存在攻击工具"),
          text(
              "It scans networks, guesses passwords, breaks out of containers or gains rights; a"
                  + " service needs none of it, and intruders leave theirs behind.",
              "用于扫描网络、猜测口令、逃逸容器或提升权限；服务不需要它，而入侵者常会留下这类工具。"),
          text(
              "RUN rm FILE or purge its package; find out who brought it. In an image for security"
                  + " tests, waive it with a reason.",
              "RUN rm FILE 或卸载其软件包，并查明来源。若是安全测试镜像，请附理由豁免。"),
          "https://attack.mitre.org/techniques/T1588/002/");

  static final Check LOGIN_SERVICE =
      check(
          "login-service",
          Severity.MEDIUM,
          text("A server for logins from afar", "存在远程登录服务"),
          text(
              "It is a second way in, beside the one that the platform guards and records.",
              "这是平台防护与审计之外的第二个入口。"),
          text(
              "Remove it: RUN apt-get purge -y openssh-server telnetd; enter with kubectl exec.",
              "移除：RUN apt-get purge -y openssh-server telnetd；改用 kubectl exec 进入。"),
          Checks.CIS,
          "https://attack.mitre.org/techniques/T1021/004/");

  static final Check LIVING_OFF_THE_LAND =
      check(
          "living-off-the-land",
          Severity.LOW,
          text("Ordinary programs that serve an attacker", "可被攻击者利用的普通程序"),
          text(
              "They download, open connections, read files or start programs: an intruder needs"
                  + " nothing of his own, and nothing looks unusual.",
              "它们可以下载、建立连接、读取文件或启动程序：入侵者无需自带工具，行为也不显异常。"),
          text(
              "Remove what the service does not call: RUN apt-get purge -y curl wget; a runtime image"
                  + " of the language without a distribution has few of them.",
              "移除服务不会调用的程序：RUN apt-get purge -y curl wget；不含发行版的语言运行时镜像中这类程序很少。"),
          Checks.GTFOBINS,
          "https://attack.mitre.org/techniques/T1059/");

  static final Check MINIMALITY =
      check(
          "minimality",
          Severity.NEGLIGIBLE,
          text("How much of the image could go", "镜像中可精简的内容"),
          text(
              "What is not there has no holes, needs no update and helps nobody who gets in.",
              "不存在的东西没有漏洞、无需更新，也帮不了入侵者。"),
          text(
              "Start the final stage from the smallest base that runs ENTRYPOINT and copy only what"
                  + " it needs: COPY --from=build …; the evidence lists what could go.",
              "最终阶段选用能运行 ENTRYPOINT 的最小基础镜像，并只复制所需内容：COPY --from=build" + " …；可移除的内容列在证据中。"),
          DISTROLESS);

  static final List<Check> ALL =
      List.of(
          SHELL,
          PACKAGE_MANAGER,
          COMPILER,
          DEBUGGER,
          NETWORK_TOOL,
          ATTACK_TOOL,
          LOGIN_SERVICE,
          LIVING_OFF_THE_LAND,
          MINIMALITY);

  private ToolChecks() {}
}
