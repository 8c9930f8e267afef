package io.breakwater.inspect.internal.exposure;

import static io.breakwater.inspect.internal.exposure.Checks.check;
import static io.breakwater.inspect.internal.exposure.Checks.text;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.List;

/** Checks of who may log in, and who may become root. */
final class AccountChecks {
  private static final String SHADOW = "https://man7.org/linux/man-pages/man5/shadow.5.html";
  private static final String SUDOERS = "https://www.sudo.ws/docs/man/sudoers.man/";
  private static final String SSHD = "https://man.openbsd.org/sshd_config";

  static final Check EMPTY_PASSWORD =
      check(
          "empty-password",
          Severity.HIGH,
          text("An account needs no password", "账户无需口令"),
          text(
              "Anybody becomes this user with su or a login; for root that is everything.",
              "任何人都可通过 su 或登录成为该用户；若是 root 则意味着全部权限。"),
          text("Lock it: RUN passwd -l USER.", "锁定账户：RUN passwd -l USER。"),
          SHADOW,
          "https://nvd.nist.gov/vuln/detail/CVE-2019-5021");

  static final Check COMMON_PASSWORD =
      check(
          "common-password",
          Severity.CRITICAL,
          text("An account has a password that everybody tries first", "账户使用了最常见的口令"),
          text(
              "The hash in the image is that of a common word or of the user's own name.",
              "镜像中的哈希对应一个常见词或用户名本身。"),
          text(
              "Lock it: RUN passwd -l USER; and change the password wherever else it is used.",
              "锁定账户：RUN passwd -l USER；并在其他使用该口令的地方更换口令。"),
          SHADOW);

  static final Check WEAK_HASH =
      check(
          "weak-password-hash",
          Severity.HIGH,
          text("A password is kept by a broken scheme", "口令以已被攻破的方式保存"),
          text(
              "DES and MD5 hashes are guessed at billions a second: whoever has the image has the"
                  + " password.",
              "DES 与 MD5 哈希每秒可猜测数十亿次：拿到镜像即等于拿到口令。"),
          text(
              "Lock it: RUN passwd -l USER; where a login is needed use keys.",
              "锁定账户：RUN passwd -l USER；需要登录时使用密钥。"),
          "https://man7.org/linux/man-pages/man5/crypt.5.html");

  static final Check PASSWORD =
      check(
          "password-in-image",
          Severity.MEDIUM,
          text("An account has a password that the image holds", "账户口令保存在镜像中"),
          text(
              "Every container of the image has the same password, and whoever can pull it guesses"
                  + " at its hash undisturbed.",
              "该镜像的所有容器口令相同，任何能拉取镜像的人都可离线猜测其哈希。"),
          text(
              "Remove the chpasswd or useradd -p step, or lock the account: RUN passwd -l USER.",
              "删除 chpasswd 或 useradd -p 步骤，或锁定账户：RUN passwd -l USER。"),
          SHADOW);

  static final Check SECOND_ROOT =
      check(
          "second-root-account",
          Severity.HIGH,
          text("Another account has root's id", "另有账户使用 root 的 UID"),
          text(
              "It is root under another name: nobody looks for it, and its password is another one.",
              "它是换了名字的 root：不易被察觉，口令也与 root 不同。"),
          text("Remove it: RUN userdel -f USER.", "删除该账户：RUN userdel -f USER。"),
          "https://attack.mitre.org/techniques/T1136/001/");

  static final Check SUDO_NOPASSWD =
      check(
          "sudo-without-password",
          Severity.HIGH,
          text("sudo asks for no password", "sudo 无需口令"),
          text(
              "A process that was broken into as this user is root one command later.",
              "以该用户运行的进程一旦被攻破，一条命令即可成为 root。"),
          text(
              "Delete the rule and the package (RUN apt-get purge -y sudo), or name the one command"
                  + " with its arguments and without wildcards.",
              "删除该规则与软件包（RUN apt-get purge -y sudo），或只列出带确切参数且不含通配符的单条命令。"),
          SUDOERS);

  static final Check SUDO_ALL =
      check(
          "sudo-everything",
          Severity.MEDIUM,
          text("sudo allows every command", "sudo 允许任意命令"),
          text(
              "Whoever knows the user's password, or takes over a session of his, is root.",
              "知道该用户口令或接管其会话的人即可成为 root。"),
          text(
              "Delete the rule, or name the commands that are needed: USER ALL=(root)"
                  + " /usr/sbin/COMMAND.",
              "删除该规则，或只列出所需命令：USER ALL=(root) /usr/sbin/COMMAND。"),
          SUDOERS);

  static final Check SUDOERS_WRITABLE =
      check(
          "sudoers-writable",
          Severity.HIGH,
          text("Others than root may change the rules of sudo", "非 root 用户可修改 sudo 规则"),
          text("They write themselves a rule that makes them root.", "他们可为自己写入成为 root 的规则。"),
          text(
              "RUN chown root:root FILE && chmod 0440 FILE",
              "RUN chown root:root FILE && chmod 0440 FILE"),
          SUDOERS);

  static final Check SSH_HOST_KEY =
      check(
          "ssh-host-key",
          Severity.HIGH,
          text("A private host key of SSH", "SSH 主机私钥"),
          text(
              "All containers of the image prove who they are with the same key, and whoever has"
                  + " the image can pose as any of them.",
              "该镜像的所有容器使用同一把密钥证明身份，拿到镜像的人可冒充任意一个。"),
          text(
              "RUN rm -f /etc/ssh/ssh_host_* in the same step that installs the server; make keys at"
                  + " start: ssh-keygen -A.",
              "在安装服务的同一步骤中 RUN rm -f /etc/ssh/ssh_host_*；启动时再生成：ssh-keygen -A。"),
          "https://man.openbsd.org/sshd#FILES");

  static final Check AUTHORIZED_KEYS =
      check(
          "ssh-authorized-keys",
          Severity.HIGH,
          text("Keys that may log in", "允许登录的公钥"),
          text(
              "Their owners log in to every container of the image that runs a server; a favourite"
                  + " way to come back.",
              "只要容器运行 SSH 服务，这些公钥的持有者就能登录；这也是常见的持久化手段。"),
          text(
              "RUN rm FILE; where a login is meant, mount the keys at start.",
              "RUN rm FILE；确需登录时在启动时挂载公钥。"),
          "https://attack.mitre.org/techniques/T1098/004/");

  static final Check SSHD_OPTION =
      check(
          "sshd-weak-option",
          Severity.MEDIUM,
          text("The SSH server accepts weak logins", "SSH 服务接受弱登录方式"),
          text(
              "Passwords are guessed around the clock; for root one guess is enough.",
              "口令会被不间断地猜测；对 root 而言猜中一次就够了。"),
          text(
              "In sshd_config: PermitRootLogin no, PasswordAuthentication no, PermitEmptyPasswords"
                  + " no; better no server at all.",
              "在 sshd_config 中设置：PermitRootLogin no、PasswordAuthentication no、PermitEmptyPasswords"
                  + " no；最好不要安装该服务。"),
          SSHD);

  static final List<Check> ALL =
      List.of(
          EMPTY_PASSWORD,
          COMMON_PASSWORD,
          WEAK_HASH,
          PASSWORD,
          SECOND_ROOT,
          SUDO_NOPASSWD,
          SUDO_ALL,
          SUDOERS_WRITABLE,
          SSH_HOST_KEY,
          AUTHORIZED_KEYS,
          SSHD_OPTION);

  private AccountChecks() {}
}
