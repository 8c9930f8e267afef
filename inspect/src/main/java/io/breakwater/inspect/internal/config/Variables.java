package io.breakwater.inspect.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Judges the names of environment variables, and the values that are no secrets. */
final class Variables {
  private static final Set<String> SECRET_WORDS =
      Set.of("password", "passwd", "pwd", "secret", "apikey", "token", "credential", "credentials");

  /** Words behind a secret's that make a name one of something else. */
  private static final Set<String> ABOUT =
      Set.of(
          "file",
          "path",
          "dir",
          "url",
          "uri",
          "name",
          "id",
          "length",
          "type",
          "expiry",
          "expires",
          "ttl",
          "timeout",
          "policy",
          "host",
          "port",
          "algorithm",
          "enabled",
          "header",
          "key_file",
          "min",
          "max",
          "endpoint",
          "prefix",
          "store",
          "manager",
          "provider",
          "version",
          "arn");

  private static final Map<String, String> TLS_OFF =
      Map.ofEntries(
          Map.entry("NODE_TLS_REJECT_UNAUTHORIZED", "0"),
          Map.entry("PYTHONHTTPSVERIFY", "0"),
          Map.entry("GIT_SSL_NO_VERIFY", "*"),
          Map.entry("NPM_CONFIG_STRICT_SSL", "false"),
          Map.entry("PIP_TRUSTED_HOST", "*"),
          Map.entry("GOINSECURE", "*"),
          Map.entry("CURL_INSECURE", "*"),
          Map.entry("SSL_VERIFY", "false"),
          Map.entry("DOCKER_CONTENT_TRUST", "0"),
          Map.entry("AWS_NO_VERIFY_SSL", "*"),
          Map.entry("YARN_STRICT_SSL", "false"),
          Map.entry("BUNDLE_SSL_VERIFY_MODE", "0"));

  private static final Map<String, String> DEBUG =
      Map.ofEntries(
          Map.entry("FLASK_DEBUG", "1"),
          Map.entry("FLASK_ENV", "development"),
          Map.entry("DJANGO_DEBUG", "*"),
          Map.entry("APP_DEBUG", "true"),
          Map.entry("RAILS_ENV", "development"),
          Map.entry("RACK_ENV", "development"),
          Map.entry("SYMFONY_DEBUG", "1"),
          Map.entry("WP_DEBUG", "true"),
          Map.entry("ASPNETCORE_ENVIRONMENT", "development"));

  private static final Set<String> BUILD_ONLY =
      Set.of("DEBIAN_FRONTEND", "DEBCONF_NONINTERACTIVE_SEEN");

  private Variables() {}

  static void judge(List<String> variables, Findings findings) {
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      if (equals <= 0) continue;
      String name = variable.substring(0, equals);
      String value = variable.substring(equals + 1).strip();
      if (value.isEmpty()) continue;
      judge(name, value, findings);
    }
  }

  private static void judge(String name, String value, Findings findings) {
    String part = "Env " + name;
    String upper = name.toUpperCase(Locale.ROOT);
    if (is(TLS_OFF, upper, value)) findings.add(ConfigCheck.TLS_OFF, part, name + "=" + value);
    if (is(DEBUG, upper, value) || isDebugger(upper, value)) {
      findings.add(ConfigCheck.DEBUG, part, name);
    }
    if (BUILD_ONLY.contains(upper)) findings.add(ConfigCheck.FRONTEND, part, name);
    if (upper.endsWith("_PROXY") && hasPassword(value)) {
      findings.add(ConfigCheck.PROXY, part, name);
    } else if (isSecretName(name) && isSecretValue(value)) {
      findings.add(ConfigCheck.SECRET_NAME, part, name + "=" + "*".repeat(8));
    }
  }

  private static boolean is(Map<String, String> values, String name, String value) {
    String meant = values.get(name);
    if (meant == null) return false;
    String lower = value.toLowerCase(Locale.ROOT);
    if (meant.equals("*")) return !lower.equals("0") && !lower.equals("false");
    return lower.equals(meant) || (meant.equals("1") && lower.equals("true"));
  }

  private static boolean isDebugger(String name, String value) {
    boolean options = name.equals("JAVA_TOOL_OPTIONS") || name.equals("JAVA_OPTS");
    return (options && value.contains("jdwp"))
        || (name.equals("NODE_OPTIONS") && value.contains("--inspect"));
  }

  private static boolean hasPassword(String url) {
    int scheme = url.indexOf("://");
    int at = url.indexOf('@', scheme + 3);
    return scheme > 0 && at > 0 && url.substring(scheme + 3, at).contains(":");
  }

  /** Whether a name ends in a word for a secret: DB_PASSWORD, but not PASSWORD_FILE. */
  static boolean isSecretName(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    String[] words = lower.split("_", -1);
    String last = words[words.length - 1];
    if (ABOUT.contains(last)) return false;
    if (SECRET_WORDS.contains(last)) return true;
    String beforeLast = words.length > 1 ? words[words.length - 2] : "";
    boolean isKey =
        last.equals("key")
            && Set.of(
                    "api",
                    "secret",
                    "access",
                    "private",
                    "auth",
                    "encryption",
                    "signing",
                    "license")
                .contains(beforeLast);
    return (isKey && !beforeLast.equals("license"))
        || last.endsWith("password")
        || last.endsWith("secret");
  }

  /** Whether a value may be a secret: no reference to another one, no number, no switch. */
  private static boolean isSecretValue(String value) {
    if (value.startsWith("$") || value.startsWith("/") || value.startsWith("<")) return false;
    String lower = value.toLowerCase(Locale.ROOT);
    return !Set.of("true", "false", "yes", "no", "none", "null", "0", "1", "changeme", "xxx", "***")
        .contains(lower);
  }
}
