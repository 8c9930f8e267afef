package io.breakwater.inspect.internal.exposure;

import static io.breakwater.inspect.internal.exposure.Checks.check;
import static io.breakwater.inspect.internal.exposure.Checks.text;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.List;

/** Checks of what is started without being asked, and of where programs and libraries come from. */
final class StartChecks {
  private static final String LOADER = "https://man7.org/linux/man-pages/man8/ld.so.8.html";

  static final Check CRON =
      check(
          "cron-job",
          Severity.MEDIUM,
          text("A cron job that no package brought", "不属于任何软件包的 cron 任务"),
          text(
              "It runs again and again, mostly as root and seen by nobody: a usual way to stay.",
              "它会反复运行，多以 root 身份且无人察觉：这是常见的驻留手段。"),
          text(
              "RUN rm FILE; let the platform run it instead (a Kubernetes CronJob).",
              "RUN rm FILE；改由平台运行（Kubernetes CronJob）。"),
          "https://attack.mitre.org/techniques/T1053/003/");

  static final Check UNIT =
      check(
          "boot-service",
          Severity.LOW,
          text("A service that no package brought", "不属于任何软件包的系统服务"),
          text(
              "Where systemd or init runs in the container it starts this, as root.",
              "若容器内运行 systemd 或 init，就会以 root 启动它。"),
          text(
              "RUN rm FILE; one container, one service: start it by ENTRYPOINT.",
              "RUN rm FILE；一个容器只运行一个服务：用 ENTRYPOINT 启动。"),
          "https://attack.mitre.org/techniques/T1543/002/");

  static final Check PRELOAD_FILE =
      check(
          "ld-so-preload",
          Severity.HIGH,
          text("A library is loaded into every program", "每个程序都会加载指定的库"),
          text(
              "/etc/ld.so.preload puts its code in every process, those of root too: rootkits hide"
                  + " themselves so.",
              "/etc/ld.so.preload 会把代码注入包括 root 在内的所有进程：rootkit 常以此隐藏自己。"),
          text("RUN rm /etc/ld.so.preload", "RUN rm /etc/ld.so.preload"),
          LOADER,
          "https://attack.mitre.org/techniques/T1574/006/");

  static final Check PRELOAD =
      check(
          "ld-preload",
          Severity.MEDIUM,
          text("LD_PRELOAD is set", "设置了 LD_PRELOAD"),
          text(
              "The library runs in every process that inherits the variable; whoever can change it"
                  + " owns them all.",
              "该库会在继承此变量的所有进程中运行；能修改它的人即可控制这些进程。"),
          text(
              "Remove the line; for one program set it in its start script, with an absolute path"
                  + " that only root can write.",
              "删除该行；若仅某个程序需要，请在其启动脚本中设置，并使用仅 root 可写的绝对路径。"),
          LOADER,
          "https://attack.mitre.org/techniques/T1574/006/");

  static final Check LIBRARY_PATH =
      check(
          "library-path",
          Severity.MEDIUM,
          text("Libraries are looked for where anybody can put them", "会在任何人可写的位置查找库"),
          text(
              "An empty or relative entry of LD_LIBRARY_PATH means the working directory: a library"
                  + " that lies there runs in every program.",
              "LD_LIBRARY_PATH 中的空项或相对路径指当前目录：放在那里的库会在每个程序中运行。"),
          text(
              "ENV LD_LIBRARY_PATH with absolute directories of root only, and no empty entry: write"
                  + " ${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} behind your own.",
              "ENV LD_LIBRARY_PATH 只包含仅 root 可写的绝对目录，且无空项：在自有目录后写"
                  + " ${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}。"),
          LOADER);

  static final Check PATH_ENTRY =
      check(
          "path-entry",
          Severity.MEDIUM,
          text("Programs are looked for where anybody can put them", "会在任何人可写的位置查找程序"),
          text(
              "A file of the right name there runs instead of the real one, as whoever calls it.",
              "在该处放置同名文件即可代替真正的程序，并以调用者的身份运行。"),
          text(
              "Take the entry out of ENV PATH, or RUN chmod o-w DIRECTORY.",
              "从 ENV PATH 中去掉该项，或 RUN chmod o-w DIRECTORY。"),
          "https://attack.mitre.org/techniques/T1574/007/");

  static final Check RPATH =
      check(
          "unsafe-rpath",
          Severity.MEDIUM,
          text("A binary loads libraries from a place that others can write", "程序从他人可写的位置加载库"),
          text(
              "A library of the right name in that place runs with the rights of the program.",
              "在该位置放置同名的库即可以程序的权限运行。"),
          text(
              "RUN patchelf --remove-rpath FILE, or link again with an absolute path or $ORIGIN.",
              "RUN patchelf --remove-rpath FILE，或使用绝对路径或 $ORIGIN 重新链接。"),
          LOADER,
          "https://cwe.mitre.org/data/definitions/426.html");

  static final Check EXECUTABLE_STACK =
      check(
          "executable-stack",
          Severity.MEDIUM,
          text("ENTRYPOINT's program has an executable stack", "ENTRYPOINT 程序的栈可执行"),
          text("What overflows a buffer of it runs as code at once.", "缓冲区溢出写入的内容可直接作为代码执行。"),
          text(
              "Link it with -Wl,-z,noexecstack (assembly needs .note.GNU-stack), or RUN execstack -c"
                  + " FILE.",
              "用 -Wl,-z,noexecstack 链接（汇编代码需要 .note.GNU-stack），或 RUN execstack -c FILE。"),
          "https://wiki.debian.org/Hardening");

  static final Check HARDENING =
      check(
          "unhardened-program",
          Severity.LOW,
          text("ENTRYPOINT's program lacks guards of the compiler", "ENTRYPOINT 程序缺少编译器防护"),
          text(
              "Without them a bug in memory becomes control of the program far more easily.",
              "缺少这些防护时，内存漏洞更容易演变为对程序的控制。"),
          text(
              "Compile it with -fPIE -pie -fstack-protector-strong -D_FORTIFY_SOURCE=2"
                  + " -Wl,-z,relro,-z,now.",
              "使用 -fPIE -pie -fstack-protector-strong -D_FORTIFY_SOURCE=2 -Wl,-z,relro,-z,now 编译。"),
          "https://best.openssf.org/Compiler-Hardening-Guides/Compiler-Options-Hardening-Guide-for-C-and-C++");

  static final List<Check> ALL =
      List.of(
          CRON,
          UNIT,
          PRELOAD_FILE,
          PRELOAD,
          LIBRARY_PATH,
          PATH_ENTRY,
          RPATH,
          EXECUTABLE_STACK,
          HARDENING);

  private StartChecks() {}
}
