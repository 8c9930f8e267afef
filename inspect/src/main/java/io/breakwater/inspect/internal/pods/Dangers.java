package io.breakwater.inspect.internal.pods;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is dangerous wherever containers run: capabilities, paths of the host, names of secrets. */
final class Dangers {
  private static final Set<String> DEFAULT_CAPABILITIES =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");
  private static final Set<String> CAPABILITIES =
      Set.of(
          "ALL",
          "SYS_ADMIN",
          "SYS_MODULE",
          "SYS_PTRACE",
          "SYS_RAWIO",
          "SYS_BOOT",
          "SYS_TIME",
          "DAC_READ_SEARCH",
          "NET_ADMIN",
          "NET_RAW",
          "BPF",
          "PERFMON",
          "MAC_ADMIN",
          "MAC_OVERRIDE",
          "SYSLOG");
  private static final List<String> SOCKETS =
      List.of(
          "docker.sock",
          "containerd.sock",
          "crio.sock",
          "podman.sock",
          "cri-dockerd.sock",
          "dockershim.sock",
          "buildkitd.sock");
  private static final Set<String> EXACT = Set.of("/", "/var", "/var/lib", "/run", "/var/run");
  private static final List<String> TREES =
      List.of(
          "/etc",
          "/proc",
          "/sys",
          "/dev",
          "/boot",
          "/root",
          "/home",
          "/bin",
          "/sbin",
          "/usr",
          "/lib",
          "/var/log",
          "/var/lib/kubelet",
          "/var/lib/docker",
          "/var/lib/containerd",
          "/var/lib/containers",
          "/var/lib/etcd",
          "/var/spool/cron",
          "/run/containerd",
          "/run/docker",
          "/run/crio");
  private static final Set<String> HARMLESS =
      Set.of("/etc/localtime", "/etc/timezone", "/dev/null", "/dev/shm", "/dev/net/tun");
  private static final List<String> SECRET_ENDS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "apikey",
          "api_key",
          "access_key",
          "accesskey",
          "secret_key",
          "secretkey",
          "private_key",
          "privatekey",
          "encryption_key",
          "signing_key",
          "credential",
          "credentials",
          "client_secret",
          "auth_key",
          "webhook_url",
          "connection_string");

  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "none", "yes", "off", "optional", "required");

  private Dangers() {}

  /** How a path of the host is dangerous. */
  enum PathDanger {
    /** It is the socket of a container runtime. */
    SOCKET,
    /** It leads to accounts, keys, processes. */
    SENSITIVE,
    /** It is of the host. */
    ORDINARY
  }

  static boolean dangerousCapability(String name) {
    return CAPABILITIES.contains(capability(name));
  }

  static boolean ordinaryCapability(String name) {
    return DEFAULT_CAPABILITIES.contains(capability(name));
  }

  private static String capability(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring(4) : upper;
  }

  static PathDanger path(String written) {
    String path = normal(written);
    for (String socket : SOCKETS) if (path.endsWith("/" + socket)) return PathDanger.SOCKET;
    if (HARMLESS.contains(path)) return PathDanger.ORDINARY;
    if (EXACT.contains(path)) return PathDanger.SENSITIVE;
    String plain = path.startsWith("/var/run/") ? path.substring(4) : path;
    for (String tree : TREES) {
      if (plain.equals(tree) || plain.startsWith(tree + "/")) return PathDanger.SENSITIVE;
    }
    return PathDanger.ORDINARY;
  }

  /** A path without {@code //}, {@code /./}, {@code /x/..} and a slash at its end. */
  static String normal(String path) {
    if (!path.startsWith("/")) return path;
    var parts = new ArrayDeque<String>();
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".")) continue;
      if (part.equals("..")) parts.pollLast();
      else parts.addLast(part);
    }
    return "/" + String.join("/", parts);
  }

  /** Whether a variable of this name and value gives a secret away. */
  static boolean secret(String name, String value) {
    if (value.length() < 3 || value.indexOf("$(") >= 0 || value.indexOf("${") >= 0) return false;
    if (value.startsWith("/") || value.contains("{{") || value.contains("<")) return false;
    if (WORDS.contains(value.toLowerCase(Locale.ROOT))) return false;
    boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
    return secretName(name) && !(digits && value.length() < 6);
  }

  /** Whether things of this name are secrets: {@code DB_PASSWORD}, {@code clientSecret}. */
  static boolean secretName(String name) {
    String snake = snake(name);
    for (String end : SECRET_ENDS) {
      if (snake.endsWith(end)) {
        int before = snake.length() - end.length() - 1;
        if (before < 0 || snake.charAt(before) == '_' || end.length() > 5) return true;
      }
    }
    return false;
  }

  private static String snake(String name) {
    var out = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean border =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if (border) out.append('_');
      out.append(Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : '_');
    }
    return out.toString();
  }

  /** The option in an argument that gives a secret away: {@code --password=x}. */
  static Optional<String> secretOption(String argument) {
    if (!argument.startsWith("-") || argument.length() > 4096) return Optional.empty();
    int equals = argument.indexOf('=');
    if (equals < 0) return Optional.empty();
    String option = argument.substring(0, equals);
    String name = option.startsWith("--") ? option.substring(2) : option.substring(1);
    return secret(name, argument.substring(equals + 1)) ? Optional.of(option) : Optional.empty();
  }

  /** Whether an image has a tag that moves, or none. */
  static boolean movingTag(String image) {
    if (image.contains("@")) return false;
    int name = image.lastIndexOf('/') + 1;
    int colon = image.indexOf(':', name);
    return colon < 0 || image.substring(colon + 1).equals("latest");
  }
}
