package io.breakwater.inspect.internal.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;
import io.breakwater.oci.EntryType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExposureTest {
  private static final int NET_RAW = 13;
  private static final int SETUID = 7;
  private static final String HASH =
      "$6$saltsalt$YS9sGtBzB/ctvi8DoDX0lrQe3yZV2hC8pys3d.prrhpLt5d3bSzua032ZSKtBSEPE7uj7kNbFoxFTuB"
          + ".h4MkA0";

  /** An image that a check finds something in, and one of the same kind in which it does not. */
  record Example(Check check, Severity severity, TestImage bad, TestImage good) {
    @Override
    public String toString() {
      return check.id();
    }
  }

  private static TestImage image() {
    return new TestImage();
  }

  private static TestImage text(String path, String text) {
    return image().file(path, text);
  }

  private static TestImage tool(String name) {
    return image().program("usr/bin/" + name, 0755);
  }

  private static TestImage elf(String path, TestElf elf) {
    return image().file(path, 0755, 0, elf.bytes());
  }

  private static Example example(Check check, Severity severity, TestImage bad, TestImage good) {
    return new Example(check, severity, bad, good);
  }

  static List<Example> examples() {
    var all = new ArrayList<Example>();
    all.add(
        example(
            RightsChecks.SETUID,
            Severity.HIGH,
            image().program("opt/own", 04755),
            image().program("opt/own", 0755)));
    all.add(
        example(
            RightsChecks.SETUID,
            Severity.LOW,
            image().program("usr/bin/passwd", 04755).owned("/usr/bin/passwd"),
            image().program("usr/bin/passwd", 0755).owned("/usr/bin/passwd")));
    all.add(
        example(
            RightsChecks.ESCAPE,
            Severity.HIGH,
            image().program("usr/bin/python3.11", 04755).owned("/usr/bin/python3.11"),
            image().program("usr/bin/su", 04755).owned("/usr/bin/su")));
    all.add(
        example(
            RightsChecks.ESCAPE,
            Severity.HIGH,
            image().file("usr/bin/perl", 0755, 1L << SETUID, new TestElf().bytes()),
            image().file("usr/bin/perl", 0755, 1L << NET_RAW, new TestElf().bytes())));
    all.add(
        example(
            RightsChecks.CAPABILITIES,
            Severity.MEDIUM,
            image().file("opt/probe", 0755, 1L << NET_RAW, new TestElf().bytes()),
            image().program("opt/probe", 0755)));
    all.add(
        example(
            RightsChecks.WRITABLE_FILE,
            Severity.HIGH,
            image().file("etc/app.conf", 0666, "x"),
            image().file("tmp/app.conf", 0666, "x").file("etc/app.conf", 0664, "x")));
    all.add(
        example(
            RightsChecks.WRITABLE_DIRECTORY,
            Severity.MEDIUM,
            image().directory("app/uploads", 0777),
            image().directory("app/uploads", 01777).directory("tmp", 0777)));
    all.add(
        example(
            RightsChecks.WRITABLE_DIRECTORY,
            Severity.HIGH,
            image().directory("opt/tool/bin", 0777),
            image().directory("opt/tool/bin", 0777).layer().directory("opt/tool/bin", 0755)));
    all.add(
        example(
            RightsChecks.UNOWNED,
            Severity.MEDIUM,
            image().program("usr/sbin/helper", 0755).distribution(),
            image().program("usr/local/bin/helper", 0755).distribution()));
    all.add(example(ToolChecks.SHELL, Severity.LOW, tool("bash"), tool("bashful")));
    all.add(example(ToolChecks.PACKAGE_MANAGER, Severity.LOW, tool("apt-get"), tool("apt-x")));
    all.add(
        example(
            ToolChecks.PACKAGE_MANAGER,
            Severity.LOW,
            image().file("usr/lib/npm-cli.js", 0755, "#!").link("usr/bin/npm", "../lib/npm-cli.js"),
            image().link("usr/bin/npm", "../lib/npm-cli.js")));
    all.add(
        example(
            ToolChecks.COMPILER,
            Severity.LOW,
            tool("x86_64-linux-gnu-gcc-12"),
            image().program("usr/lib/gcc/gcc", 0755)));
    all.add(example(ToolChecks.DEBUGGER, Severity.LOW, tool("gdb"), tool("gdbm_dump")));
    all.add(
        example(ToolChecks.NETWORK_TOOL, Severity.MEDIUM, tool("nc.openbsd"), tool("ncurses6")));
    all.add(
        example(
            ToolChecks.ATTACK_TOOL,
            Severity.HIGH,
            image().program("opt/x/linpeas.sh", 0755),
            image().file("opt/x/linpeas.sh", 0644, "#!/bin/sh")));
    all.add(example(ToolChecks.LOGIN_SERVICE, Severity.MEDIUM, tool("sshd"), tool("ssh-add")));
    all.add(example(ToolChecks.LIVING_OFF_THE_LAND, Severity.LOW, tool("curl"), tool("dd")));
    all.add(example(ToolChecks.MINIMALITY, Severity.NEGLIGIBLE, tool("bash"), tool("service")));
    accounts(all);
    starting(all);
    leftovers(all);
    return all;
  }

  private static void accounts(List<Example> all) {
    all.add(
        example(
            AccountChecks.EMPTY_PASSWORD,
            Severity.HIGH,
            text("etc/shadow", "root:::0:::::\n"),
            text("etc/shadow", "root:*::0:::::\nbin:!::0:::::\n")));
    all.add(
        example(
            AccountChecks.EMPTY_PASSWORD,
            Severity.HIGH,
            text("etc/passwd", "root::0:0:root:/root:/bin/sh\n"),
            text("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")));
    all.add(
        example(
            AccountChecks.COMMON_PASSWORD,
            Severity.CRITICAL,
            text("etc/shadow", "root:$1$abcdefgh$rV6RhG4no19bGJfmub3Ui1:19000:0:99999:7:::\n"),
            text("etc/shadow", "root:" + HASH + ":19000:0:99999:7:::\n")));
    all.add(
        example(
            AccountChecks.WEAK_HASH,
            Severity.HIGH,
            text("etc/gshadow", "staff:ab01FAX.bQRSU:root:\n"),
            text("etc/gshadow", "staff::root:\nroot:*::\n")));
    all.add(
        example(
            AccountChecks.PASSWORD,
            Severity.MEDIUM,
            text("etc/shadow", "app:" + HASH + ":19000:0:99999:7:::\n"),
            text("etc/shadow", "app:!" + HASH + ":19000:0:99999:7:::\n")));
    all.add(
        example(
            AccountChecks.SECOND_ROOT,
            Severity.HIGH,
            text("etc/passwd", "root:x:0:0::/root:/bin/sh\ntoor:x:00:0::/:/bin/sh\n"),
            text("etc/passwd", "root:x:0:0::/root:/bin/sh\nsync:x:5:0::/:/bin/sync\n")));
    all.add(
        example(
            AccountChecks.SUDO_NOPASSWD,
            Severity.HIGH,
            text("etc/sudoers.d/app", "app ALL=(ALL:ALL) \\\n  NOPASSWD: ALL\n"),
            text("etc/sudoers.d/app", "# app ALL=(ALL) NOPASSWD: ALL\n%sudo ALL=(ALL) ALL\n")));
    all.add(
        example(
            AccountChecks.SUDO_NOPASSWD,
            Severity.MEDIUM,
            text("etc/sudoers", "app ALL=(root) SETENV: NOPASSWD: /usr/sbin/reload now\n"),
            text("etc/sudoers", "app ALL=(root) NOPASSWD: PASSWD: /usr/sbin/reload\n")));
    all.add(
        example(
            AccountChecks.SUDO_NOPASSWD,
            Severity.HIGH,
            text("etc/sudoers", "Defaults:app !authenticate\n"),
            text("etc/sudoers", "Defaults env_reset\n")));
    all.add(
        example(
            AccountChecks.SUDO_ALL,
            Severity.MEDIUM,
            text("etc/sudoers", "app ALL=(ALL) ALL\n"),
            text("etc/sudoers", "root ALL=(ALL:ALL) ALL\n%wheel ALL=(ALL) ALL\n")));
    all.add(
        example(
            AccountChecks.SUDOERS_WRITABLE,
            Severity.HIGH,
            image().file("etc/sudoers.d/app", 0664, ""),
            image().file("etc/sudoers.d/app", 0440, "")));
    all.add(
        example(
            AccountChecks.SSH_HOST_KEY,
            Severity.HIGH,
            text("etc/ssh/ssh_host_rsa_key", "key"),
            text("etc/ssh/ssh_host_rsa_key.pub", "key")));
    all.add(
        example(
            AccountChecks.AUTHORIZED_KEYS,
            Severity.HIGH,
            text("root/.ssh/authorized_keys", "# me\nssh-ed25519 AAAA me\n"),
            text("root/.ssh/authorized_keys", "# none\n")));
    all.add(
        example(
            AccountChecks.SSHD_OPTION,
            Severity.MEDIUM,
            text("etc/ssh/sshd_config", "permitrootlogin YES\n"),
            text("etc/ssh/sshd_config", "#PermitRootLogin yes\nUsePAM yes\n")));
  }

  private static void starting(List<Example> all) {
    all.add(
        example(
            StartChecks.CRON,
            Severity.MEDIUM,
            text("etc/cron.d/app", "* * * * * root /app/run\n"),
            text("etc/cron.d/e2scrub", "* * * * * root run\n").owned("/etc/cron.d/e2scrub")));
    all.add(
        example(
            StartChecks.UNIT,
            Severity.LOW,
            text("etc/systemd/system/app.service", "[Service]\nExecStart=/app/run\n"),
            text("etc/systemd/system/app.conf", "[Service]\nExecStart=/app/run\n")));
    all.add(
        example(
            StartChecks.PRELOAD_FILE,
            Severity.HIGH,
            text("etc/ld.so.preload", "/usr/lib/libhide.so\n"),
            text("etc/ld.so.preload", "\n")));
    all.add(
        example(
            StartChecks.PRELOAD,
            Severity.HIGH,
            text("etc/profile.d/x.sh", "export LD_PRELOAD=\"/tmp/x.so\"\n"),
            text("etc/profile.d/x.sh", "# LD_PRELOAD=/tmp/x.so\nunset LD_PRELOAD\n")));
    all.add(
        example(
            StartChecks.PRELOAD,
            Severity.LOW,
            image().env("LD_PRELOAD=/usr/lib/libjemalloc.so.2"),
            image().env("LD_PRELOAD=")));
    all.add(
        example(
            StartChecks.LIBRARY_PATH,
            Severity.LOW,
            image().env("LD_LIBRARY_PATH=/opt/lib:"),
            image().env("LD_LIBRARY_PATH=/opt/lib")));
    all.add(
        example(
            StartChecks.PATH_ENTRY,
            Severity.HIGH,
            image().env("PATH=.:/usr/bin"),
            image().env("PATH=/usr/local/bin:/usr/bin")));
    all.add(
        example(
            StartChecks.PATH_ENTRY,
            Severity.MEDIUM,
            image().env("PATH=/usr/bin:/app/bin/").directory("app/bin", 0777),
            image().env("PATH=/usr/bin:/app/bin/").directory("app/bin", 0775)));
    all.add(
        example(
            StartChecks.RPATH,
            Severity.HIGH,
            elf("opt/prog", new TestElf().rpath("$ORIGIN/../lib:/tmp/build")),
            elf("opt/prog", new TestElf().rpath("$ORIGIN/../lib:/usr/lib/x"))));
    all.add(
        example(
            StartChecks.RPATH,
            Severity.MEDIUM,
            elf("opt/prog", new TestElf().rpath("/opt/lib:")),
            elf("opt/prog", new TestElf().rpath("/opt/lib"))));
    all.add(
        example(
            StartChecks.EXECUTABLE_STACK,
            Severity.MEDIUM,
            elf("app/serve", new TestElf().executableStack()).runs("./serve"),
            elf("app/serve", new TestElf()).runs("./serve")));
    all.add(
        example(
            StartChecks.HARDENING,
            Severity.LOW,
            elf("app/serve", new TestElf().unguarded()).runs("/sbin/tini", "--", "/app/serve"),
            elf("app/serve", new TestElf().unguarded()).runs("/sbin/tini", "--", "/app/other")));
  }

  private static void leftovers(List<Example> all) {
    all.add(
        example(
            LeftoverChecks.SOCKET,
            Severity.HIGH,
            image().entry(EntryType.SPECIAL, "run/docker.sock", 0660, ""),
            image().entry(EntryType.SPECIAL, "run/app.sock", 0660, "")));
    all.add(
        example(
            LeftoverChecks.KUBELET,
            Severity.HIGH,
            text("etc/kubernetes/admin.conf", "x"),
            text("etc/kubernetes/README", "x")));
    byte[] core = new TestElf().bytes();
    core[16] = 4;
    all.add(
        example(
            LeftoverChecks.CORE_DUMP,
            Severity.MEDIUM,
            image().file("app/core.17", 0600, 0, core),
            text("app/core.js", "x")));
    all.add(
        example(
            LeftoverChecks.BACKUP,
            Severity.LOW,
            text("var/www/html/config.php.bak", "x"),
            text("usr/share/doc/x.bak", "x").file("app/node_modules/a/b.orig", "x")));
    all.add(
        example(
            LeftoverChecks.DATABASE_DUMP,
            Severity.LOW,
            text("app/users.sql.gz", "x"),
            text("usr/share/mysql/fill.sql", "x")));
    all.add(
        example(
            LeftoverChecks.REPOSITORY,
            Severity.MEDIUM,
            text("app/.git/HEAD", "ref: refs/heads/main"),
            text("app/.gitignore", "x").file("app/node_modules/x/.git/HEAD", "x")));
    all.add(
        example(
            LeftoverChecks.CI_FILE,
            Severity.LOW,
            text("app/.github/workflows/ci.yml", "x"),
            text("app/node_modules/a/.travis.yml", "x")));
    all.add(
        example(
            LeftoverChecks.BUILD_FILE,
            Severity.LOW,
            text("app/Dockerfile", "FROM x"),
            text("usr/lib/python3/dist-packages/x/Dockerfile", "FROM x")));
    all.add(
        example(
            LeftoverChecks.PACKAGE_INDEX,
            Severity.MEDIUM,
            text("etc/pip.conf", "[global]\nextra-index-url = https://u:p@pypi.corp.internal/s\n"),
            text(
                "etc/pip.conf", "[global]\nindex-url = https://mirrors.aliyun.com/pypi/simple\n")));
    all.add(
        example(
            LeftoverChecks.HISTORY,
            Severity.MEDIUM,
            text("root/.bash_history", "mysql -psecret\n"),
            text("root/.bash_history", "")));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void findsWhatIsBadAndNothingInWhatIsGood(Example example) {
    assertThat(example.bad().findings())
        .filteredOn(f -> f.check().equals(example.check()))
        .as("%s in its bad example", example)
        .isNotEmpty()
        .extracting(Finding.OfCheck::severity)
        .contains(example.severity());
    assertThat(example.good().findings())
        .as("%s in its good example", example)
        .extracting(Finding.OfCheck::id)
        .doesNotContain(example.check().id());
  }

  @Test
  void everyCheckHasExamplesAndAnIdOfItsOwn() {
    assertThat(examples().stream().map(e -> e.check().id()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Checks.all().stream()
                .filter(
                    check -> !CertificateChecks.ALL.contains(check)) // CertificatesTest has them
                .map(Check::id)
                .toList());
  }

  @Test
  void tellsWhatADistributionShipsInOneFinding() {
    var image = image();
    for (String name : List.of("su", "passwd", "mount", "umount", "chsh")) {
      image.program("usr/bin/" + name, 04755).owned("/usr/bin/" + name);
    }
    assertThat(image.findings())
        .filteredOn(f -> f.check().equals(RightsChecks.SETUID))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.LOW))
        .satisfies(f -> assertThat(f.evidence()).contains("/usr/bin/su", "/usr/bin/chsh"));
  }

  @Test
  void whatTellsASecretIsToldOfWhenItIsDeletedToo() {
    var image =
        text("root/.bash_history", "x")
            .file("etc/cron.d/app", "* * * * * root x")
            .gone(0, "/root/.bash_history")
            .gone(0, "/etc/cron.d/app");
    assertThat(image.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.id()).isEqualTo("history-file"))
        .satisfies(f -> assertThat(f.standing()).isEqualTo(Finding.Standing.DELETED));
  }

  @Test
  void neverShowsAHashOrThePasswordOfAnIndex() {
    var image =
        text("etc/shadow", "app:" + HASH + ":19000:0:99999:7:::\n")
            .file("etc/pip.conf", "index-url = https://u:geheim@pypi.corp.internal/s\n");
    assertThat(image.findings())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.evidence()).doesNotContain("saltsalt", "geheim"));
  }
}
