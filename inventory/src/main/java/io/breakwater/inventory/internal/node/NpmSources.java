package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;

/** What lock files of JavaScript tell by the addresses that packages come from. */
final class NpmSources {
  private static final String[] HOSTS = {"github", "gitlab", "bitbucket", "gist"};

  private NpmSources() {}

  /** A package; one without a version is told apart by its address, as far as that is one. */
  static Declared declared(String name, String version, String address) {
    Declared declared = Declared.of(Coordinates.path("npm", name, version));
    if (!version.isEmpty()) return declared;
    String repository = repository(address);
    return repository.isEmpty()
        ? declared.qualified("download_url", isWeb(address) ? address : "")
        : declared.qualified("vcs_url", repository);
  }

  /** The part of {@code name@what} before the at sign that separates; all of it without one. */
  static String name(String descriptor) {
    int at = descriptor.indexOf('@', 1);
    return at < 0 ? descriptor : descriptor.substring(0, at);
  }

  /** The part of {@code name@what} behind the at sign that separates; empty without one. */
  static String range(String descriptor) {
    int at = descriptor.indexOf('@', 1);
    return at < 0 ? "" : descriptor.substring(at + 1);
  }

  /** Whether npm could have published this as a version: it begins with a number. */
  static boolean isVersion(String text) {
    return !text.isEmpty()
        && text.charAt(0) >= '0'
        && text.charAt(0) <= '9'
        && text.indexOf(':') < 0
        && text.indexOf('/') < 0;
  }

  /** Whether an address is that of a repository and a commit. */
  static boolean isRepository(String address) {
    return !repository(address).isEmpty();
  }

  /** The repository as package URLs want it, {@code git+https://host/path@commit}; or empty. */
  static String repository(String address) {
    int hash = address.lastIndexOf('#');
    String where = hash < 0 ? address : address.substring(0, hash);
    String commit = hash < 0 ? "" : address.substring(hash + 1);
    if (commit.startsWith("commit=")) commit = commit.substring("commit=".length());
    int more = commit.indexOf('&');
    if (more >= 0) commit = commit.substring(0, more);
    String base = base(where);
    if (base.isEmpty()) return "";
    return commit.isEmpty() ? base : base + "@" + commit;
  }

  private static String base(String where) {
    if (where.startsWith("git+") || where.startsWith("git:") || where.startsWith("git@")) {
      return where.startsWith("git+") ? where : "git+" + where;
    }
    for (String host : HOSTS) {
      if (where.startsWith(host) && where.startsWith(":", host.length())) {
        String domain = host.equals("gist") ? "gist.github.com" : host + domain(host);
        return "git+https://" + domain + "/" + where.substring(host.length() + 1);
      }
    }
    return isWeb(where) && where.endsWith(".git") ? "git+" + where : "";
  }

  private static String domain(String host) {
    return host.equals("bitbucket") ? ".org" : ".com";
  }

  private static boolean isWeb(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }

  /** The name in an address of a registry, {@code https://host/@scope/name/-/name-1.0.tgz}. */
  static String registryName(String address) {
    int mark = address.indexOf("/-/");
    if (mark < 0 || !isWeb(address)) return "";
    int slash = address.lastIndexOf('/', mark - 1);
    int before = address.lastIndexOf('/', slash - 1);
    String name = address.substring(slash + 1, mark);
    if (before > 0 && address.charAt(before + 1) == '@') return address.substring(before + 1, mark);
    return name.replace("%2f", "/").replace("%2F", "/").replace("%40", "@");
  }

  /** The version in an address of a registry; empty when it has another form. */
  static String registryVersion(String address) {
    int mark = address.indexOf("/-/");
    String name = registryName(address);
    if (name.isEmpty() || !address.endsWith(".tgz")) return "";
    String prefix = name.substring(name.lastIndexOf('/') + 1) + "-";
    int file = address.lastIndexOf('/') + 1;
    if (file <= mark || !address.startsWith(prefix, file)) return "";
    String version = address.substring(file + prefix.length(), address.length() - ".tgz".length());
    return isVersion(version) ? version : "";
  }
}
