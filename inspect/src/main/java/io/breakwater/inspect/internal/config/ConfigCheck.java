package io.breakwater.inspect.internal.config;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;

/** What is looked for in an image's configuration and history. */
enum ConfigCheck {
  USER_ROOT(
      "image-user-root",
      List.of("CIS-4.1", "CIS-DI-0001"),
      Severity.MEDIUM,
      new Text("The image runs as root", "镜像以 root 身份运行"),
      new Text(
          "Whoever breaks into the process is root in the container, one fault of the kernel or one mount away from root on the node.",
          "攻破该进程的人在容器中就是 root，只差一个内核漏洞或一个挂载就能成为节点的 root。"),
      new Text(
          "Add a user and switch to it at the end: RUN useradd -u 10001 -r app, USER 10001",
          "在末尾添加用户并切换：RUN useradd -u 10001 -r app，USER 10001"),
      "https://www.cisecurity.org/benchmark/docker",
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/"),
  USER_NAME(
      "image-user-name",
      List.of(),
      Severity.LOW,
      new Text("USER is a name and no number", "USER 是名称而不是数字"),
      new Text(
          "Kubernetes cannot know that a name is not root: with runAsNonRoot the container does not start.",
          "Kubernetes 无法判断一个名称是否为 root：启用 runAsNonRoot 时容器无法启动。"),
      new Text("Write the number of the user: USER 10001", "改用用户编号：USER 10001"),
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/"),
  USER_UNKNOWN(
      "image-user-unknown",
      List.of(),
      Severity.MEDIUM,
      new Text("USER names nobody of this image", "USER 指定的用户不在镜像中"),
      new Text(
          "The container does not start, or starts as somebody else where a volume brings another /etc/passwd.",
          "容器无法启动；如果卷带来了另一个 /etc/passwd，则会以他人身份启动。"),
      new Text("Create the user before USER, or write its number", "在 USER 之前创建该用户，或写它的编号"),
      "https://github.com/opencontainers/image-spec/blob/main/config.md"),
  HEALTHCHECK(
      "image-healthcheck-missing",
      List.of("CIS-4.6", "CIS-DI-0006"),
      Severity.NEGLIGIBLE,
      new Text("No HEALTHCHECK", "没有 HEALTHCHECK"),
      new Text(
          "An engine cannot tell a process that hangs from one that works. Kubernetes has probes of its own and ignores it.",
          "引擎无法区分卡死的进程和正常的进程。Kubernetes 使用自己的探针，会忽略它。"),
      new Text(
          "Add HEALTHCHECK CMD with a command that asks the service", "添加 HEALTHCHECK CMD，用命令询问服务"),
      "https://www.cisecurity.org/benchmark/docker"),
  UPDATE_ALONE(
      "image-update-alone",
      List.of("CIS-4.7", "CIS-DI-0005"),
      Severity.LOW,
      new Text("Package lists are updated in a step of their own", "单独一步更新软件包列表"),
      new Text(
          "The step stays in the build cache: later builds install from old lists, without the fixes since.",
          "该步骤会留在构建缓存中：以后的构建使用旧列表安装，缺少之后的修复。"),
      new Text(
          "Update and install in one RUN: apt-get update && apt-get install -y …",
          "在同一个 RUN 中更新并安装：apt-get update && apt-get install -y …"),
      "https://www.cisecurity.org/benchmark/docker",
      "https://docs.docker.com/build/building/best-practices/"),
  ADD_REMOTE(
      "image-add-remote",
      List.of("CIS-4.9", "CIS-DI-0009"),
      Severity.MEDIUM,
      new Text("ADD fetched a file from the network", "ADD 从网络获取文件"),
      new Text(
          "Nothing shows that the file is the one that was meant: who owns the name or the line owns the image.",
          "无法证明该文件就是预期的文件：控制域名或线路的人就控制了镜像。"),
      new Text(
          "Write ADD --checksum=sha256:… URL, or fetch and verify in a RUN",
          "使用 ADD --checksum=sha256:… URL，或在 RUN 中下载并校验"),
      "https://www.cisecurity.org/benchmark/docker",
      "https://docs.docker.com/build/building/best-practices/"),
  ADD_LOCAL(
      "image-add-local",
      List.of("CIS-4.9", "CIS-DI-0009"),
      Severity.NEGLIGIBLE,
      new Text("ADD was used for local files", "对本地文件使用了 ADD"),
      new Text(
          "ADD unpacks archives and follows URLs, which is seldom meant.",
          "ADD 会解包归档并访问 URL，这通常不是本意。"),
      new Text("Use COPY", "使用 COPY"),
      "https://www.cisecurity.org/benchmark/docker",
      "https://docs.docker.com/build/building/best-practices/"),
  SECRET_NAME(
      "image-secret-variable",
      List.of("CIS-4.10", "CIS-DI-0010"),
      Severity.HIGH,
      new Text("A variable that is called a secret has a value", "名称像密钥的环境变量带有值"),
      new Text(
          "Whoever can pull the image reads it, and every process of the container inherits it.",
          "能拉取镜像的人都能读到它，容器中的每个进程也会继承它。"),
      new Text(
          "Remove it from ENV, revoke what it gives access to, and hand it over at run time or with RUN --mount=type=secret",
          "从 ENV 中删除，吊销对应的凭据，在运行时传入或使用 RUN --mount=type=secret"),
      "https://www.cisecurity.org/benchmark/docker"),
  UNVERIFIED(
      "image-unverified-packages",
      List.of("CIS-4.11"),
      Severity.HIGH,
      new Text("Packages were installed without verifying signatures", "安装软件包时未验证签名"),
      new Text(
          "Whoever is between the build and the mirror decides what is installed.",
          "处在构建环境与镜像站之间的人可以决定安装什么。"),
      new Text("Add the key of the repository, and remove the switch", "添加仓库的密钥，并去掉该选项"),
      "https://www.cisecurity.org/benchmark/docker"),
  UNVERIFIED_DOWNLOAD(
      "image-unverified-download",
      List.of("CIS-4.12"),
      Severity.HIGH,
      new Text("Something was downloaded without verifying the server", "下载时未验证服务器"),
      new Text("Whoever is on the line decides what is downloaded.", "处在线路上的人可以决定下载什么。"),
      new Text(
          "Remove the switch, add the authority to the trust store, and verify a checksum",
          "去掉该选项，把 CA 加入信任库，并校验摘要"),
      "https://www.cisecurity.org/benchmark/docker"),
  CURL_SHELL(
      "image-download-run",
      List.of(),
      Severity.MEDIUM,
      new Text("A download was run without looking at it", "下载后直接运行"),
      new Text("The build runs whatever the server sends at that moment.", "构建会运行服务器当时发送的任何内容。"),
      new Text("Download, verify a checksum, then run", "先下载，校验摘要，再运行"),
      "https://docs.docker.com/build/building/best-practices/"),
  OLD(
      "image-old",
      List.of("CIS-4.4"),
      Severity.LOW,
      new Text("The image was built more than a year ago", "镜像构建于一年多以前"),
      new Text("It lacks what distributions and languages have mended since.", "它缺少发行版和语言此后的修复。"),
      new Text("Build it anew on the present base image", "基于最新的基础镜像重新构建"),
      "https://www.cisecurity.org/benchmark/docker"),
  SYSTEM_ENDED(
      "image-system-ended",
      List.of("CIS-4.4"),
      Severity.HIGH,
      new Text("Nobody mends the distribution any more", "发行版已不再维护"),
      new Text(
          "New holes of its packages stay open, and feeds may not even name them.",
          "其软件包的新漏洞不会修复，漏洞源甚至可能不再提及。"),
      new Text("Change to a release that is maintained", "改用仍在维护的版本"),
      "https://www.cisecurity.org/benchmark/docker"),
  PORT_ADMIN(
      "image-port-administration",
      List.of(),
      Severity.MEDIUM,
      new Text("A port for administration is exposed", "暴露了管理端口"),
      new Text(
          "Remote shells and engine interfaces do not belong into an application: whoever reaches them can do everything.",
          "远程 shell 和引擎接口不应出现在应用中：能访问它的人可以做任何事。"),
      new Text(
          "Remove EXPOSE and the service behind it; use exec of the engine or of Kubernetes",
          "删除 EXPOSE 及其服务；使用引擎或 Kubernetes 的 exec"),
      "https://www.cisecurity.org/benchmark/docker"),
  PORT_PRIVILEGED(
      "image-port-privileged",
      List.of(),
      Severity.NEGLIGIBLE,
      new Text("A port below 1024 is exposed", "暴露了 1024 以下的端口"),
      new Text("To listen there a process needs a capability, or root.", "监听该端口需要特权能力或 root。"),
      new Text("Listen on 8080 and let the service map it", "监听 8080，由 Service 映射"),
      "https://www.cisecurity.org/benchmark/docker"),
  PORT_INVALID(
      "image-port-invalid",
      List.of(),
      Severity.LOW,
      new Text("EXPOSE names no port", "EXPOSE 的端口无效"),
      new Text("Tools that read it refuse the image or guess.", "读取它的工具会拒绝镜像或自行猜测。"),
      new Text(
          "Write a number from 1 to 65535, and tcp, udp or sctp",
          "写 1 到 65535 的数字，以及 tcp、udp 或 sctp"),
      "https://github.com/opencontainers/image-spec/blob/main/config.md"),
  VOLUME(
      "image-volume-sensitive",
      List.of(),
      Severity.MEDIUM,
      new Text("VOLUME covers a directory of the system", "VOLUME 覆盖了系统目录"),
      new Text(
          "What is written there outlives the container and hides what updates bring.",
          "写入的内容比容器存活更久，并会掩盖更新带来的文件。"),
      new Text("Keep data in a directory of its own, such as /data", "把数据放在独立目录，如 /data"),
      "https://github.com/opencontainers/image-spec/blob/main/config.md"),
  LATEST(
      "image-tag-latest",
      List.of("CIS-DI-0007"),
      Severity.LOW,
      new Text("The image is named by a tag that moves", "镜像用会移动的标签引用"),
      new Text(
          "Tomorrow the name means another image, and nobody can tell which one ran.",
          "明天这个名称就指向另一个镜像，无法知道运行的是哪一个。"),
      new Text(
          "Name it by version and digest: name:1.2.3@sha256:…", "用版本和摘要引用：name:1.2.3@sha256:…"),
      "https://www.cisecurity.org/benchmark/docker"),
  SHELL_FORM(
      "image-shell-form",
      List.of(),
      Severity.LOW,
      new Text("A shell stands between the engine and the program", "引擎与程序之间隔着 shell"),
      new Text(
          "Signals go to the shell: the program is killed instead of being told to stop.",
          "信号发给了 shell：程序会被强制杀死，而不是收到停止通知。"),
      new Text(
          "Write the command as a list: ENTRYPOINT [\"program\", \"argument\"], or begin it with exec",
          "使用列表形式：ENTRYPOINT [\"program\", \"argument\"]，或以 exec 开头"),
      "https://docs.docker.com/build/building/best-practices/"),
  NO_COMMAND(
      "image-command-missing",
      List.of(),
      Severity.NEGLIGIBLE,
      new Text("The image says not what it runs", "镜像没有说明运行什么"),
      new Text("Whoever starts it has to know.", "启动它的人必须自己知道。"),
      new Text("Add ENTRYPOINT or CMD", "添加 ENTRYPOINT 或 CMD"),
      "https://github.com/opencontainers/image-spec/blob/main/config.md"),
  STOP_SIGNAL(
      "image-stop-signal",
      List.of(),
      Severity.LOW,
      new Text("STOPSIGNAL cannot be heeded", "STOPSIGNAL 无法被处理"),
      new Text("The program has no chance to end its work.", "程序没有机会完成收尾。"),
      new Text("Use SIGTERM, SIGINT or SIGQUIT", "使用 SIGTERM、SIGINT 或 SIGQUIT"),
      "https://github.com/opencontainers/image-spec/blob/main/config.md"),
  CACHE(
      "image-package-cache",
      List.of("CIS-DI-0008"),
      Severity.LOW,
      new Text("Caches of a package manager were left in a layer", "层中残留了包管理器缓存"),
      new Text("They are of no use at run time, and make every pull slower.", "运行时无用，并使每次拉取变慢。"),
      new Text(
          "Delete them in the RUN that made them, or mount them: RUN --mount=type=cache,target=…",
          "在产生它的 RUN 中删除，或挂载：RUN --mount=type=cache,target=…"),
      "https://docs.docker.com/build/building/best-practices/"),
  LABELS(
      "image-labels-missing",
      List.of(),
      Severity.NEGLIGIBLE,
      new Text("Labels that tell where the image comes from are missing", "缺少说明镜像来源的标签"),
      new Text(
          "Who finds it running cannot tell from which source it was built.",
          "发现它在运行的人无法知道它由哪份源码构建。"),
      new Text(
          "Add LABEL org.opencontainers.image.source, .revision and .version",
          "添加 LABEL org.opencontainers.image.source、.revision 和 .version"),
      "https://github.com/opencontainers/image-spec/blob/main/annotations.md"),
  LABEL_INVALID(
      "image-label-invalid",
      List.of(),
      Severity.LOW,
      new Text("A label of the OCI specification has a value that it cannot have", "OCI 规范标签的值无效"),
      new Text("Tools that read it fail or show nonsense.", "读取它的工具会失败或显示无意义的内容。"),
      new Text("Write it as the specification says", "按规范书写"),
      "https://github.com/opencontainers/image-spec/blob/main/annotations.md"),
  TLS_OFF(
      "image-tls-verification-off",
      List.of(),
      Severity.HIGH,
      new Text("A variable switches off the verification of servers", "环境变量关闭了服务器验证"),
      new Text("Every program that heeds it talks to whoever answers.", "遵循它的程序会与任何应答者通信。"),
      new Text(
          "Remove the variable, and add the authority to the trust store", "删除该变量，并把 CA 加入信任库"),
      "https://www.cisecurity.org/benchmark/docker"),
  DEBUG(
      "image-debug-mode",
      List.of(),
      Severity.MEDIUM,
      new Text("A variable switches on a debugger or debug pages", "环境变量打开了调试器或调试页面"),
      new Text(
          "Debug pages show secrets and may run code for whoever asks.",
          "调试页面会泄露机密，甚至可能为任何访问者执行代码。"),
      new Text("Set it at run time where it is needed", "仅在需要时于运行时设置"),
      "https://www.cisecurity.org/benchmark/docker"),
  FRONTEND(
      "image-build-variable",
      List.of(),
      Severity.NEGLIGIBLE,
      new Text("A variable that only the build needs stays in the image", "仅构建需要的变量留在镜像中"),
      new Text(
          "It changes how tools behave for whoever works in the container later.",
          "它会改变以后在容器中使用的工具的行为。"),
      new Text(
          "Set it for one RUN: RUN DEBIAN_FRONTEND=noninteractive apt-get …, or use ARG",
          "只对单个 RUN 设置：RUN DEBIAN_FRONTEND=noninteractive apt-get …，或使用 ARG"),
      "https://docs.docker.com/build/building/best-practices/"),
  PROXY(
      "image-proxy-credentials",
      List.of("CIS-4.10"),
      Severity.HIGH,
      new Text("A proxy address with a password stays in the image", "镜像中保留了带密码的代理地址"),
      new Text("Whoever can pull the image can use the proxy in your name.", "能拉取镜像的人都能以你的名义使用代理。"),
      new Text(
          "Pass proxies as build arguments: the predefined ones are not kept; change the password",
          "通过构建参数传递代理（预定义的不会保留），并更换密码"),
      "https://docs.docker.com/build/building/best-practices/"),
  SUDO(
      "image-sudo",
      List.of(),
      Severity.LOW,
      new Text("sudo was used to build the image", "构建镜像时使用了 sudo"),
      new Text(
          "It is of no use in a build, and stays as a way to root.", "在构建中没有用处，却留下了通往 root 的途径。"),
      new Text("Switch with USER, and leave sudo out", "用 USER 切换，不要安装 sudo"),
      "https://docs.docker.com/build/building/best-practices/"),
  WORLD_WRITABLE(
      "image-permissions-open",
      List.of(),
      Severity.MEDIUM,
      new Text("Files were made writable by everybody", "文件被改为所有人可写"),
      new Text("Whoever runs any process in the container can change them.", "容器中任何进程的使用者都可以修改它们。"),
      new Text(
          "Give them to the user that needs them: COPY --chown=10001, chmod u=rwX,go=rX",
          "交给需要的用户：COPY --chown=10001，chmod u=rwX,go=rX"),
      "https://www.cisecurity.org/benchmark/docker"),
  MANY_LAYERS(
      "image-layers-many",
      List.of(),
      Severity.NEGLIGIBLE,
      new Text("The image has very many layers", "镜像层数过多"),
      new Text(
          "Each one costs a request and a mount; engines stop at 127.",
          "每一层都需要一次请求和一次挂载；引擎的上限是 127 层。"),
      new Text("Join steps that belong together", "合并相关步骤"),
      "https://docs.docker.com/build/building/best-practices/");

  private final Check check;

  ConfigCheck(
      String id,
      List<String> aliases,
      Severity severity,
      Text title,
      Text why,
      Text remedy,
      String... references) {
    this.check =
        new Check(
            id,
            aliases,
            Check.Area.MISCONFIGURATION,
            severity,
            title,
            why,
            remedy,
            List.of(references));
  }

  /** As reports have it. */
  Check check() {
    return check;
  }
}
