package io.breakwater.inspect.internal.exposure;

import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import org.jspecify.annotations.Nullable;

/** What a file is by its path. Asked of every file of an image: allocates nothing. */
enum Place {
  SHADOW(true),
  GROUP_SHADOW(true),
  PASSWD(true),
  SUDOERS(true),
  SSHD(true),
  HOST_KEY(false),
  AUTHORIZED_KEYS(true),
  CRON(true),
  UNIT(true),
  PRELOAD_FILE(true),
  PROFILE(true),
  SOCKET(false),
  KUBELET(false),
  CORE(false),
  BACKUP(false),
  SQL(false),
  REPOSITORY(false),
  CI(false),
  BUILD_FILE(false),
  INDEX(true),
  HISTORY(false);

  /** Folders of other people's software, which holds such files by the thousand. */
  private static final String[] LIBRARIES = {
    "node_modules/", "site-packages/", "dist-packages/", "/gems/", "/vendor/", "/pkg/mod/",
    ".cargo/registry/", "bower_components/", "/miniconda3/", "/conda/", "/.rustup/", "/.nvm/",
    "/testdata/", "/examples/"
  };

  private static final String[] SYSTEM = {
    "usr/",
    "lib/",
    "lib64/",
    "bin/",
    "sbin/",
    "boot/",
    "var/lib/",
    "var/backups/",
    "var/cache/",
    "etc/",
    "proc/",
    "sys/",
    "dev/",
    "run/",
    "nix/",
    "gnu/"
  };

  private static final String[] OWN_OF_SYSTEM = {
    "usr/src/app/", "usr/app/", "usr/share/nginx/html/", "usr/local/apache2/htdocs/",
    "usr/local/tomcat/webapps/", "usr/local/app/", "var/lib/app/", "etc/app/"
  };

  private static final String[] HISTORIES = {
    ".bash_history",
    ".zsh_history",
    ".ash_history",
    ".sh_history",
    ".mysql_history",
    ".psql_history",
    ".rediscli_history",
    ".python_history",
    ".node_repl_history",
    ".sqlite_history",
    ".mongosh_history",
    ".dbshell",
    ".irb_history",
    ".viminfo"
  };

  private static final String[] CI_FILES = {
    ".gitlab-ci.yml",
    "Jenkinsfile",
    ".travis.yml",
    "azure-pipelines.yml",
    ".drone.yml",
    "bitbucket-pipelines.yml",
    ".circleci/config.yml",
    "cloudbuild.yaml"
  };

  private static final String[] BUILD_FILES = {
    "Dockerfile",
    "Containerfile",
    "docker-compose.yml",
    "docker-compose.yaml",
    "compose.yaml",
    "compose.yml",
    ".dockerignore"
  };

  private static final String[] INDEX_FILES = {
    ".npmrc",
    ".yarnrc",
    ".yarnrc.yml",
    "pip.conf",
    ".pydistutils.cfg",
    ".m2/settings.xml",
    "NuGet.Config",
    "nuget.config",
    "npmrc"
  };

  private static final String[] SOCKETS = {
    "docker.sock", "containerd.sock", "crio.sock", "podman.sock", "dockershim.sock"
  };

  private static final String[] PROFILES = {
    ".bashrc", ".profile", ".bash_profile", ".zshrc", ".zshenv", ".bash_login"
  };

  private static final String[] CRON_FOLDERS = {
    "etc/cron.d/",
    "etc/cron.daily/",
    "etc/cron.hourly/",
    "etc/cron.weekly/",
    "etc/cron.monthly/",
    "var/spool/cron/",
    "etc/crontabs/",
    "etc/periodic/"
  };

  private static final String[] UNIT_FOLDERS = {
    "etc/systemd/system/", "usr/lib/systemd/system/", "lib/systemd/system/", "etc/init.d/"
  };

  private final boolean read;

  Place(boolean read) {
    this.read = read;
  }

  /** Whether its content matters. */
  boolean read() {
    return read;
  }

  static @Nullable Place of(FileEntry entry, Head head) {
    String path = entry.path();
    if (entry.type() == EntryType.SPECIAL) return named(path, SOCKETS) ? SOCKET : null;
    if (entry.type() != EntryType.FILE) return null;
    if (path.startsWith("etc/")) {
      Place known = ofEtc(path);
      if (known != null) return known;
    }
    if (starts(path, CRON_FOLDERS) && !path.endsWith("/.placeholder")) return CRON;
    if (starts(path, UNIT_FOLDERS)) return unit(path);
    if (path.startsWith("var/lib/kubelet/")) return kubelet(path);
    return ofName(entry, path, head);
  }

  private static @Nullable Place ofEtc(String path) {
    return switch (path) {
      case "etc/shadow" -> SHADOW;
      case "etc/gshadow" -> GROUP_SHADOW;
      case "etc/passwd" -> PASSWD;
      case "etc/sudoers" -> SUDOERS;
      case "etc/ssh/sshd_config" -> SSHD;
      case "etc/crontab" -> CRON;
      case "etc/rc.local" -> UNIT;
      case "etc/ld.so.preload" -> PRELOAD_FILE;
      case "etc/profile", "etc/bash.bashrc", "etc/bashrc", "etc/environment" -> PROFILE;
      default -> {
        if (path.startsWith("etc/sudoers.d/")) yield SUDOERS;
        if (path.startsWith("etc/ssh/")) {
          if (path.startsWith("etc/ssh/sshd_config.d/")) yield SSHD;
          yield path.startsWith("etc/ssh/ssh_host_") && path.endsWith("_key") ? HOST_KEY : null;
        }
        if (path.startsWith("etc/profile.d/")) yield PROFILE;
        yield path.startsWith("etc/kubernetes/") ? kubelet(path) : null;
      }
    };
  }

  private static @Nullable Place kubelet(String path) {
    return path.endsWith(".conf")
            || path.endsWith(".key")
            || path.endsWith("kubeconfig")
            || path.endsWith(".pem")
            || path.endsWith("/config.yaml")
        ? KUBELET
        : null;
  }

  private static @Nullable Place unit(String path) {
    boolean is =
        path.endsWith(".service")
            || path.endsWith(".timer")
            || path.endsWith(".socket")
            || path.startsWith("etc/init.d/");
    return is ? UNIT : null;
  }

  private static @Nullable Place ofName(FileEntry entry, String path, Head head) {
    int length = path.length();
    if (length == 0) return null;
    Place place =
        switch (path.charAt(length - 1)) {
          case 'y' -> named(path, HISTORIES) ? HISTORY : null;
          case 's' -> named(path, "authorized_keys") ? AUTHORIZED_KEYS : null;
          case '2' -> named(path, "authorized_keys2") ? AUTHORIZED_KEYS : null;
          case 'o' -> named(path, HISTORIES) ? HISTORY : ends(path, ".swo", BACKUP);
          case 'D' -> path.endsWith(".git/HEAD") ? REPOSITORY : null;
          case 'b' -> path.endsWith(".svn/wc.db") ? REPOSITORY : null;
          case 'f' -> path.endsWith(".hprof") ? CORE : null;
          case 'p' -> path.endsWith(".dump") ? SQL : ends(path, ".swp", BACKUP);
          case 'k' -> ends(path, ".bak", BACKUP);
          case 'g' -> ends(path, ".orig", BACKUP);
          case 'd' -> ends(path, ".old", BACKUP);
          case '~' -> BACKUP;
          case 'l' -> ends(path, ".sql", SQL);
          case 'z' -> ends(path, ".sql.gz", SQL);
          default -> null;
        };
    if (place == null) place = more(path);
    if (place == null) return isCore(head) ? CORE : null;
    boolean nothing = entry.size() == 0;
    return switch (place) {
      case BACKUP, SQL, CI, BUILD_FILE -> nothing || foreign(path) ? null : place;
      case REPOSITORY -> library(path) ? null : place;
      default -> nothing ? null : place;
    };
  }

  private static @Nullable Place more(String path) {
    if (named(path, HISTORIES)) return HISTORY;
    if (named(path, PROFILES)) return PROFILE;
    if (named(path, INDEX_FILES)) return INDEX;
    if (named(path, BUILD_FILES)) return BUILD_FILE;
    if (named(path, CI_FILES)) return CI;
    boolean workflow = path.contains(".github/workflows/");
    return workflow && (path.endsWith(".yml") || path.endsWith(".yaml")) ? CI : null;
  }

  private static boolean isCore(Head head) {
    if (!head.isElf() || head.length() < 18) return false;
    int at = head.offset();
    boolean big = head.bytes()[at + 5] == 2;
    return head.bytes()[at + (big ? 17 : 16)] == 4 && head.bytes()[at + (big ? 16 : 17)] == 0;
  }

  /** Whether it lies among software that others made. */
  private static boolean foreign(String path) {
    if (library(path)) return true;
    return starts(path, SYSTEM) && !starts(path, OWN_OF_SYSTEM);
  }

  static boolean library(String path) {
    for (String folder : LIBRARIES) if (path.contains(folder)) return true;
    return false;
  }

  private static @Nullable Place ends(String path, String end, @Nullable Place place) {
    return path.endsWith(end) ? place : null;
  }

  private static boolean starts(String path, String[] folders) {
    for (String folder : folders) if (path.startsWith(folder)) return true;
    return false;
  }

  private static boolean named(String path, String... names) {
    for (String name : names) {
      int before = path.length() - name.length() - 1;
      if (before >= -1 && path.endsWith(name) && (before < 0 || path.charAt(before) == '/')) {
        return true;
      }
    }
    return false;
  }
}
