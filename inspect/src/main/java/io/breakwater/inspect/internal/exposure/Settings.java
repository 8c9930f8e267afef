package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads small files of settings line by line. */
final class Settings {
  private static final int MOST_LINES = 5_000;

  /** Libraries that are preloaded for speed, by how their names start. */
  private static final List<String> ALLOCATORS =
      List.of("libjemalloc", "libtcmalloc", "libmimalloc", "libhoard", "libgomp", "libnss_wrapper");

  /** Hosts of indexes that everybody knows, by their ends. */
  private static final List<String> PUBLIC =
      List.of(
          "pypi.org",
          "pythonhosted.org",
          "npmjs.org",
          "npmjs.com",
          "yarnpkg.com",
          "nuget.org",
          "maven.org",
          "apache.org",
          "w3.org",
          "github.com",
          "pytorch.org",
          "piwheels.org",
          "anaconda.org",
          "anaconda.com",
          "npmmirror.com",
          "aliyun.com",
          "aliyuncs.com",
          "taobao.org",
          "tencent.com",
          "tencentyun.com",
          "huaweicloud.com",
          "edu.cn",
          "douban.com",
          "volces.com",
          "microsoft.com",
          "googleapis.com",
          "nvidia.com",
          "gradle.org",
          "example.com",
          "example.org",
          "localhost",
          "127.0.0.1");

  private static final Set<String> UNITS_STARTS = Set.of("ExecStart", "ExecStartPre");

  private Settings() {}

  static void sshd(String path, String text, Sightings out) {
    int number = 0;
    for (String line : text.split("\n", MOST_LINES)) {
      number++;
      String[] words = line.strip().split("[ \t=]+", 3);
      if (words.length < 2 || words[0].startsWith("#")) continue;
      String option = words[0].toLowerCase(Locale.ROOT);
      if (option.equals("match")) return; // holds for some only
      if (!words[1].equalsIgnoreCase("yes")) continue;
      Severity severity =
          switch (option) {
            case "permitemptypasswords" -> Severity.HIGH;
            case "permitrootlogin", "passwordauthentication" -> Severity.MEDIUM;
            default -> Severity.UNKNOWN;
          };
      if (severity == Severity.UNKNOWN) continue;
      out.add(Fact.sighting(AccountChecks.SSHD_OPTION, severity, path, number, words[0], "yes"));
    }
  }

  static void authorizedKeys(String path, String text, Sightings out) {
    int keys = 0;
    int first = 0;
    int number = 0;
    for (String line : text.split("\n", MOST_LINES)) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) continue;
      if (keys++ == 0) first = number;
    }
    if (keys == 0) return;
    Check check = AccountChecks.AUTHORIZED_KEYS;
    out.add(Fact.sighting(check, check.severity(), path, first, "", "× " + keys));
  }

  /** Something that is started by itself; what it starts is told. */
  static void job(Check check, String path, String text, Sightings out) {
    int number = 0;
    for (String line : text.split("\n", MOST_LINES)) {
      number++;
      String stripped = line.strip();
      if (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith("[")) continue;
      int equals = stripped.indexOf('=');
      boolean setting =
          equals > 0 && stripped.substring(0, equals).chars().allMatch(Settings::word);
      if (setting && !UNITS_STARTS.contains(stripped.substring(0, equals))) continue;
      String shown = stripped.length() > 160 ? stripped.substring(0, 160) + "…" : stripped;
      out.add(Fact.sighting(check, check.severity(), path, number, "", shown));
      return;
    }
  }

  private static boolean word(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  static void preloadFile(String path, String text, Sightings out) {
    int number = 0;
    for (String line : text.split("\n", MOST_LINES)) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) continue;
      String library = line.strip();
      Severity severity = preload(library) == Severity.LOW ? Severity.MEDIUM : Severity.HIGH;
      out.add(Fact.sighting(StartChecks.PRELOAD_FILE, severity, path, number, "", library));
      return;
    }
  }

  /** How bad a value of LD_PRELOAD is. */
  static Severity preload(String value) {
    Severity worst = Severity.LOW;
    for (String library : value.split("[: ]", 64)) {
      if (library.isEmpty()) continue;
      String name = library.substring(library.lastIndexOf('/') + 1);
      boolean slash = library.indexOf('/') >= 0;
      boolean hidden = name.startsWith(".") || library.contains("/.");
      if (hidden || Rpath.temporary(library) || (slash && Rpath.relative(library))) {
        return Severity.HIGH;
      }
      if (ALLOCATORS.stream().noneMatch(name::startsWith)) worst = Severity.MEDIUM;
    }
    return worst;
  }

  static void profile(String path, String text, Sightings out) {
    int number = 0;
    for (String line : text.split("\n", MOST_LINES)) {
      number++;
      int at = line.indexOf("LD_PRELOAD=");
      if (at < 0 || line.strip().startsWith("#")) continue;
      String value = unquoted(line.substring(at + "LD_PRELOAD=".length()));
      if (value.isEmpty()) continue;
      Check check = StartChecks.PRELOAD;
      out.add(Fact.sighting(check, preload(value), path, number, "LD_PRELOAD", value));
    }
  }

  private static String unquoted(String text) {
    String value = text.strip();
    char quote = value.isEmpty() ? ' ' : value.charAt(0);
    boolean quoted = quote == '"' || quote == '\'';
    int end = quoted ? value.indexOf(quote, 1) : value.indexOf(' ');
    String inner = value.substring(quoted ? 1 : 0, end < 0 ? value.length() : end);
    return inner.endsWith(";") ? inner.substring(0, inner.length() - 1) : inner;
  }

  /** Tells the host of an index that is not public, never the user and password before it. */
  static void packageIndex(String path, String text, Sightings out) {
    int number = 0;
    for (String line : text.split("\n", MOST_LINES)) {
      number++;
      String stripped = line.strip();
      if (stripped.startsWith("#") || stripped.startsWith(";") || stripped.startsWith("<!--")) {
        continue;
      }
      int at = stripped.indexOf("://");
      if (at < 0) continue;
      String host = host(stripped.substring(at + 3));
      boolean named = host.indexOf('.') >= 0 || host.indexOf(':') >= 0;
      if (!named || isPublic(host)) continue;
      boolean more = stripped.startsWith("extra-index-url");
      out.add(
          Fact.sighting(
              LeftoverChecks.PACKAGE_INDEX,
              more ? Severity.MEDIUM : Severity.LOW,
              path,
              number,
              more ? "extra-index-url" : "",
              host));
      return;
    }
  }

  private static String host(String rest) {
    int end = 0;
    while (end < rest.length() && "/ \"'<>".indexOf(rest.charAt(end)) < 0) end++;
    String authority = rest.substring(0, end);
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  private static boolean isPublic(String authority) {
    int colon = authority.indexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    if (host.startsWith("$")) return true;
    for (String end : PUBLIC) {
      if (host.equals(end) || host.endsWith("." + end)) return true;
    }
    return false;
  }
}
