package io.breakwater.inspect.internal.exposure;

import static io.breakwater.inspect.internal.exposure.Checks.check;
import static io.breakwater.inspect.internal.exposure.Checks.text;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.List;

/** Checks of files that give rights, and of files that too many may change. */
final class RightsChecks {
  static final Check SETUID =
      check(
          "setuid-file",
          Severity.HIGH,
          text("A file runs with the rights of its owner or group", "文件以其属主或属组的权限运行"),
          text(
              "Whoever runs it becomes its owner for that time: a hole in it makes any user of the"
                  + " container root.",
              "任何人运行它都会暂时获得属主的权限：其中的一个漏洞就能让容器内的任意用户成为 root。"),
          text(
              "Take the bits away in the Dockerfile: RUN chmod a-s FILE; or stop a process from"
                  + " gaining rights: allowPrivilegeEscalation: false.",
              "在 Dockerfile 中去掉该权限位：RUN chmod a-s FILE；或禁止进程提权：allowPrivilegeEscalation: false。"),
          Checks.CIS,
          "https://man7.org/linux/man-pages/man7/inode.7.html");

  static final Check ESCAPE =
      check(
          "setuid-escape",
          Severity.HIGH,
          text("A file makes any user root at once", "文件可让任意用户立即成为 root"),
          text(
              "This program starts other programs or writes any file when it is asked to; with"
                  + " these rights that is a root shell for everybody, without any hole.",
              "该程序按设计可以启动其他程序或写入任意文件；带有这些权限时，无需任何漏洞即可为任何人提供 root shell。"),
          text(
              "RUN chmod a-s FILE && setcap -r FILE (the latter where it has capabilities); use sudo"
                  + " with one exact command, or run the container as the user that needs it.",
              "RUN chmod a-s FILE && setcap -r FILE（后者仅在其带有 capabilities 时需要）；改用只允许单条确切命令的"
                  + " sudo，或让容器以所需的用户运行。"),
          Checks.GTFOBINS);

  static final Check CAPABILITIES =
      check(
          "file-capabilities",
          Severity.MEDIUM,
          text("A file grants capabilities", "文件授予 capabilities"),
          text(
              "A process that runs it holds a part of root's rights, whoever started it.",
              "运行它的进程都会拥有 root 的一部分权限，无论由谁启动。"),
          text(
              "RUN setcap -r FILE, or grant the container just the capability that it needs"
                  + " (securityContext.capabilities.add).",
              "RUN setcap -r FILE，或仅向容器授予其所需的 capability（securityContext.capabilities.add）。"),
          "https://man7.org/linux/man-pages/man7/capabilities.7.html");

  static final Check WRITABLE_FILE =
      check(
          "world-writable-file",
          Severity.MEDIUM,
          text("Everybody may change a file", "任何人都可修改文件"),
          text(
              "A process that was broken into, as whatever user, plants its own code or settings in"
                  + " it.",
              "被攻破的进程无论以何用户运行，都可以在其中植入自己的代码或设置。"),
          text(
              "RUN chmod o-w FILE, or copy it with the right mode: COPY --chmod=0644 …",
              "RUN chmod o-w FILE，或在复制时设定正确权限：COPY --chmod=0644 …"),
          Checks.CIS);

  static final Check WRITABLE_DIRECTORY =
      check(
          "world-writable-directory",
          Severity.MEDIUM,
          text("Everybody may put and delete files in a directory", "任何人都可在目录中放置和删除文件"),
          text(
              "Without the sticky bit, any process replaces the files of others there: what root"
                  + " reads or runs from it is the attacker's.",
              "没有粘滞位时，任意进程都可替换其中他人的文件：root 从中读取或运行的内容可能来自攻击者。"),
          text(
              "RUN chmod o-w DIRECTORY and give it to the user who writes: RUN chown app DIRECTORY;"
                  + " a shared one needs the sticky bit: chmod 1777.",
              "RUN chmod o-w DIRECTORY，并将其交给写入者：RUN chown app DIRECTORY；共享目录需要粘滞位：chmod 1777。"),
          "https://man7.org/linux/man-pages/man7/inode.7.html");

  static final Check UNOWNED =
      check(
          "unowned-executable",
          Severity.MEDIUM,
          text("A program in a system directory belongs to no package", "系统目录中的程序不属于任何软件包"),
          text(
              "Nobody updates it and no advisory speaks of it; intruders hide theirs here too.",
              "没有人更新它，也没有公告会提到它；入侵者也常把自己的程序藏在这里。"),
          text(
              "Install it from a package, or keep it where own programs belong: COPY prog"
                  + " /usr/local/bin/; if you do not know it: RUN rm FILE.",
              "通过软件包安装，或放在自有程序的位置：COPY prog /usr/local/bin/；若来历不明：RUN rm FILE。"),
          "https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html");

  static final List<Check> ALL =
      List.of(SETUID, ESCAPE, CAPABILITIES, WRITABLE_FILE, WRITABLE_DIRECTORY, UNOWNED);

  private RightsChecks() {}
}
