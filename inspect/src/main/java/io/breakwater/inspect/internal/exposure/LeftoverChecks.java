package io.breakwater.inspect.internal.exposure;

import static io.breakwater.inspect.internal.exposure.Checks.check;
import static io.breakwater.inspect.internal.exposure.Checks.text;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.List;

/** Checks of what should have stayed at home. */
final class LeftoverChecks {
  private static final String IGNORE =
      "https://docs.docker.com/build/concepts/context/#dockerignore-files";

  static final Check SOCKET =
      check(
          "engine-socket",
          Severity.HIGH,
          text("The socket of a container engine", "容器引擎的套接字"),
          text(
              "The image was made from a running host or expects its engine: who talks to that"
                  + " socket is root on the node.",
              "镜像取自运行中的主机，或期望访问其引擎：能与该套接字通信的人即为节点上的 root。"),
          text(
              "RUN rm FILE, and mount no socket of the engine into containers.",
              "RUN rm FILE，并且不要把引擎套接字挂载进容器。"),
          Checks.CIS);

  static final Check KUBELET =
      check(
          "node-credentials",
          Severity.HIGH,
          text("Files of a Kubernetes node", "Kubernetes 节点的文件"),
          text(
              "Settings and keys of a kubelet or a control plane speak to the API server as a node"
                  + " or as an administrator.",
              "kubelet 或控制平面的配置与密钥可以以节点或管理员身份访问 API Server。"),
          text(
              "RUN rm -r /etc/kubernetes /var/lib/kubelet in the step that made them, and renew the"
                  + " keys.",
              "在产生它们的步骤中 RUN rm -r /etc/kubernetes /var/lib/kubelet，并更换密钥。"),
          "https://kubernetes.io/docs/setup/best-practices/certificates/");

  static final Check CORE_DUMP =
      check(
          "memory-dump",
          Severity.MEDIUM,
          text("A dump of a program's memory", "程序的内存转储"),
          text(
              "It holds what the process held: keys, passwords, customers' data.",
              "其中包含进程当时持有的一切：密钥、口令、客户数据。"),
          text(
              "RUN rm FILE in the step that made it; add core.* and *.hprof to .dockerignore.",
              "在产生它的步骤中 RUN rm FILE；把 core.* 与 *.hprof 加入 .dockerignore。"),
          IGNORE);

  static final Check BACKUP =
      check(
          "backup-file",
          Severity.LOW,
          text("Backups and swap files of an editor", "备份文件与编辑器交换文件"),
          text(
              "A web server hands out config.php.bak as plain text, and old settings hold old"
                  + " passwords.",
              "Web 服务器会以纯文本返回 config.php.bak，旧配置里也留有旧口令。"),
          text(
              "RUN rm FILE; add *.bak, *.swp, *.orig and *~ to .dockerignore.",
              "RUN rm FILE；把 *.bak、*.swp、*.orig 与 *~ 加入 .dockerignore。"),
          IGNORE,
          "https://cwe.mitre.org/data/definitions/530.html");

  static final Check DATABASE_DUMP =
      check(
          "database-dump",
          Severity.LOW,
          text("A database's content", "数据库内容"),
          text(
              "Dumps of real databases hold people's data and password hashes.",
              "真实数据库的转储包含个人数据与口令哈希。"),
          text(
              "RUN rm FILE; add *.sql and *.dump to .dockerignore and load data when deploying.",
              "RUN rm FILE；把 *.sql 与 *.dump 加入 .dockerignore，部署时再加载数据。"),
          IGNORE);

  static final Check REPOSITORY =
      check(
          "version-control",
          Severity.MEDIUM,
          text("The history of a repository", "版本库历史"),
          text(
              "All that was ever committed is there, deleted passwords too; a web server may hand it"
                  + " out.",
              "其中包含所有提交过的内容，包括已删除的口令；Web 服务器可能将其对外提供。"),
          text(
              "Add .git to .dockerignore, or copy only what is needed; RUN rm -rf .git in the step"
                  + " that cloned it.",
              "把 .git 加入 .dockerignore，或只复制所需内容；在克隆的同一步骤中 RUN rm -rf .git。"),
          IGNORE,
          "https://cwe.mitre.org/data/definitions/527.html");

  static final Check CI_FILE =
      check(
          "ci-file",
          Severity.LOW,
          text("Files of the build pipeline", "构建流水线文件"),
          text(
              "They tell how and where the software is built, and the names of its secrets.",
              "它们透露软件如何、在何处构建，以及所用密钥的名称。"),
          text(
              "Add .github, .gitlab-ci.yml and Jenkinsfile to .dockerignore.",
              "把 .github、.gitlab-ci.yml 与 Jenkinsfile 加入 .dockerignore。"),
          IGNORE);

  static final Check BUILD_FILE =
      check(
          "dockerfile",
          Severity.LOW,
          text("Files that build or deploy the image", "构建或部署镜像的文件"),
          text(
              "They name internal registries, hosts and build arguments, and show that the whole"
                  + " folder was copied.",
              "它们透露内部镜像仓库、主机与构建参数，也说明整个目录被复制进来。"),
          text(
              "Add Dockerfile and compose.yaml to .dockerignore, or COPY only what runs.",
              "把 Dockerfile 与 compose.yaml 加入 .dockerignore，或只 COPY 运行所需的内容。"),
          IGNORE);

  static final Check PACKAGE_INDEX =
      check(
          "private-package-index",
          Severity.LOW,
          text("Settings of a private package index", "私有软件包源的配置"),
          text(
              "They tell internal hosts; an additional index (extra-index-url) also takes a package"
                  + " of the same name from whoever has the higher version.",
              "其中透露内部主机；附加源（extra-index-url）还会从版本号更高者那里获取同名软件包。"),
          text(
              "Give it to the build only: RUN --mount=type=secret,id=pip,target=/etc/pip.conf pip"
                  + " install …; and one index instead of an additional one.",
              "只在构建时提供：RUN --mount=type=secret,id=pip,target=/etc/pip.conf pip install"
                  + " …；并使用单一源而非附加源。"),
          "https://docs.docker.com/build/building/secrets/");

  static final Check HISTORY =
      check(
          "history-file",
          Severity.MEDIUM,
          text("What somebody typed", "命令历史"),
          text(
              "Histories of shells and database clients hold hosts, commands and passwords.",
              "shell 与数据库客户端的历史记录中有主机、命令和口令。"),
          text(
              "RUN rm FILE; build with a Dockerfile instead of docker commit.",
              "RUN rm FILE；使用 Dockerfile 构建，而不是 docker commit。"),
          "https://attack.mitre.org/techniques/T1552/003/");

  static final List<Check> ALL =
      List.of(
          SOCKET,
          KUBELET,
          CORE_DUMP,
          BACKUP,
          DATABASE_DUMP,
          REPOSITORY,
          CI_FILE,
          BUILD_FILE,
          PACKAGE_INDEX,
          HISTORY);

  private LeftoverChecks() {}
}
