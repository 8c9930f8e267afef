package io.breakwater.inspect.internal.shell.check;

import static io.breakwater.model.Severity.HIGH;
import static io.breakwater.model.Severity.MEDIUM;

import io.breakwater.inspect.internal.shell.Assignment;
import io.breakwater.inspect.internal.shell.Command;
import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.inspect.internal.shell.Redirect;
import io.breakwater.inspect.internal.shell.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Secrets that a command leaves in the history or in a layer. Never shows one. */
final class SecretRules {
  private static final String SECRETS = "https://docs.docker.com/build/building/secrets/";
  private static final Options.Spec VALUES =
      Options.Spec.of("u user p password proxy-user header H d data o b c e");
  private static final Set<String> VARIABLES =
      Set.of("PGPASSWORD", "MYSQL_PWD", "SSHPASS", "RESTIC_PASSWORD", "VAULT_TOKEN", "GH_TOKEN");
  private static final List<String> FILES =
      List.of(
          ".netrc",
          "/.git-credentials",
          ".pypirc",
          ".npmrc",
          "/.aws/credentials",
          "/.docker/config.json",
          "/.ssh/id_rsa",
          "/.ssh/id_ed25519",
          "/.ssh/id_ecdsa",
          "/.pgpass",
          "/.my.cnf",
          "/.kube/config");

  private SecretRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("password-on-command-line", HIGH)
            .title("A password stands in a command", "命令中写有密码")
            .why(
                "It stays in the history of the image, where everybody who has the image reads it.",
                "它会留在镜像历史中，任何拿到镜像的人都能读到。")
            .remedy(
                "Use RUN --mount=type=secret and read it from the file.",
                "使用 RUN --mount=type=secret 并从文件中读取。")
            .see(SECRETS, "https://cwe.mitre.org/data/definitions/798.html")
            .everywhere()
            .look(SecretRules::passwords),
        Rule.of("account-password-set", HIGH)
            .title("The password of an account is fixed in the build", "在构建中固定了账户密码")
            .why(
                "Everybody who has the file or the image can log in where the account can.",
                "任何拿到该文件或镜像的人都可以用此账户登录。")
            .remedy("Leave the password locked; use keys, or none at all.", "保持密码锁定；使用密钥，或根本不设密码。")
            .see("https://cwe.mitre.org/data/definitions/798.html")
            .look(SecretRules::accounts),
        Rule.of("secret-in-url", HIGH)
            .title("A URL holds a password or a token", "URL 中包含密码或令牌")
            .why(
                "It stays in the history of the image and in the settings of what was fetched.",
                "它会留在镜像历史以及所获取内容的配置中。")
            .remedy(
                "Use RUN --mount=type=secret or --mount=type=ssh.",
                "使用 RUN --mount=type=secret 或 --mount=type=ssh。")
            .see(SECRETS)
            .everywhere()
            .look(
                (code, hits) -> {
                  for (Invocation i : code.invocations()) {
                    for (var a : i.arguments()) {
                      if (!userInfo(a.text())) continue;
                      hits.at(a.word().start(), i.name());
                      break;
                    }
                  }
                }),
        Rule.of("secret-written-to-file", MEDIUM)
            .title("Credentials are written to a file of the layer", "凭据被写入镜像层的文件")
            .why(
                "The file stays in the layer even if a later instruction deletes it.",
                "即使之后的指令删除该文件，它仍留在层中。")
            .remedy(
                "Mount the file with RUN --mount=type=secret,target=…",
                "使用 RUN --mount=type=secret,target=… 挂载该文件。")
            .see(SECRETS)
            .look(SecretRules::files));
  }

  private static void passwords(Code code, Hits hits) {
    for (Invocation i : code.invocations()) {
      Options options = i.options(VALUES);
      Optional<String> secret =
          switch (i.name()) {
            case "curl" ->
                options
                    .value("u", "user", "proxy-user")
                    .filter(v -> v.indexOf(':') > 0)
                    .map(v -> v.substring(v.indexOf(':') + 1))
                    .or(() -> bearer(i));
            case "wget" -> begins(i, "--password=", "--http-password=", "--ftp-password=");
            case "mysql", "mysqladmin", "mysqldump", "mariadb", "mariadb-admin" ->
                begins(i, "--password=", "-p");
            case "sshpass" -> begins(i, "-p").or(() -> options.value("p"));
            case "docker", "podman", "helm", "buildah", "crane", "skopeo" ->
                i.has("login") ? options.value("p", "password") : Optional.empty();
            case "redis-cli" -> after(i, "-a").or(() -> after(i, "--pass"));
            case "mongo", "mongosh" -> options.value("p", "password");
            case "keytool" -> after(i, "-storepass").filter(v -> !v.equals("changeit"));
            case "htpasswd" -> htpasswd(i);
            case "npm", "yarn" -> npmToken(i);
            default -> Optional.empty();
          };
      if (secret.filter(SecretRules::said).isPresent()) hits.at(i.start(), i.name());
    }
    for (Command command : code.analysis().commands()) {
      if (!(command instanceof Command.Simple simple)) continue;
      for (Assignment a : simple.assignments()) {
        if (!VARIABLES.contains(a.name()) || a.values().isEmpty()) continue;
        if (said(code.analysis().shape(a.values().getFirst()))) hits.at(a.start(), a.name());
      }
    }
  }

  private static Optional<String> htpasswd(Invocation i) {
    if (i.arguments().isEmpty()) return Optional.empty();
    String first = i.arguments().getFirst().text();
    boolean inline = first.startsWith("-") && first.indexOf('b') > 0;
    return inline ? Optional.of(i.arguments().getLast().text()) : Optional.empty();
  }

  private static Optional<String> npmToken(Invocation i) {
    for (int k = 0; k < i.arguments().size(); k++) {
      String text = i.arguments().get(k).text();
      int at = text.indexOf("_authToken");
      if (at < 0) continue;
      int equals = text.indexOf('=', at);
      if (equals > 0) return Optional.of(text.substring(equals + 1));
      if (k + 1 < i.arguments().size()) return Optional.of(i.arguments().get(k + 1).text());
    }
    return Optional.empty();
  }

  private static Optional<String> bearer(Invocation i) {
    for (var a : i.arguments()) {
      String lower = a.text().toLowerCase(Locale.ROOT);
      for (String kind :
          List.of(
              "authorization: bearer ",
              "authorization: token ",
              "authorization: basic ",
              "private-token: ",
              "x-api-key: ")) {
        int at = lower.indexOf(kind);
        if (at >= 0) return Optional.of(a.text().substring(at + kind.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> begins(Invocation i, String... starts) {
    for (var a : i.arguments()) {
      for (String start : starts) {
        boolean more = a.text().length() > start.length();
        if (more && a.text().startsWith(start)) {
          if (start.equals("-p") && a.text().startsWith("-port")) continue;
          return Optional.of(a.text().substring(start.length()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> after(Invocation i, String option) {
    for (int k = 0; k + 1 < i.arguments().size(); k++) {
      if (i.arguments().get(k).text().equals(option)) {
        return Optional.of(i.arguments().get(k + 1).text());
      }
    }
    return Optional.empty();
  }

  /** Whether the secret itself is written, and not only where it comes from. */
  private static boolean said(String secret) {
    return !secret.isBlank() && secret.indexOf(Word.UNKNOWN) < 0 && !secret.equals("-");
  }

  private static boolean userInfo(String text) {
    int scheme = text.indexOf("://");
    if (scheme < 0) return false;
    int end = scheme + 3;
    while (end < text.length() && "/?# ".indexOf(text.charAt(end)) < 0) end++;
    String authority = text.substring(scheme + 3, end);
    int at = authority.lastIndexOf('@');
    int colon = authority.indexOf(':');
    return at > 0 && colon >= 0 && colon < at - 1 && said(authority.substring(colon + 1, at));
  }

  private static void accounts(Code code, Hits hits) {
    for (Command command : code.analysis().commands()) {
      if (!(command instanceof Command.Pipeline pipeline)) continue;
      for (int k = 1; k < pipeline.stages().size(); k++) {
        List<Invocation> sinks = code.analysis().invocations(pipeline.stages().get(k));
        if (sinks.isEmpty()) continue;
        Invocation sink = sinks.getLast();
        boolean sets = sink.is("chpasswd") || (sink.is("passwd") && !sink.has("-d", "-l"));
        if (!sets) continue;
        for (Invocation source : code.analysis().invocations(pipeline.stages().get(k - 1))) {
          if (!source.is("echo", "printf") || source.arguments().isEmpty()) continue;
          String last = source.arguments().getLast().text();
          String password = sink.is("chpasswd") ? last.substring(last.indexOf(':') + 1) : last;
          if (said(password)) hits.at(source.start(), sink.name());
        }
      }
    }
    for (Invocation i : code.runs("useradd", "usermod")) {
      Options options = i.options(Options.Spec.of("p password u g G s d c e f b k K"));
      options
          .value("p", "password")
          .filter(SecretRules::said)
          .filter(v -> !v.startsWith("!") && !v.startsWith("*"))
          .ifPresent(_ -> hits.at(i.start(), i.name()));
    }
    for (Invocation i : code.runs("passwd")) {
      if (i.has("-d", "--delete")) hits.at(i.start(), "passwd -d");
    }
  }

  private static void files(Code code, Hits hits) {
    for (Invocation i : code.runs("echo", "printf", "cat", "tee")) {
      String target = "";
      for (Redirect r : i.command().redirects()) {
        if (r.writes()) target = code.analysis().shape(r.target());
      }
      if (i.is("tee") && !i.arguments().isEmpty()) target = i.arguments().getLast().text();
      for (String file : FILES) {
        if (!target.endsWith(file) || code.removedAfter(i, target)) continue;
        if (file.equals(".npmrc") && !tells(i, code)) continue;
        hits.at(i.start(), Install.shown(target));
      }
    }
  }

  /** An .npmrc is a secret only with a token in it. */
  private static boolean tells(Invocation i, Code code) {
    for (var a : i.arguments()) if (a.text().contains("_auth")) return true;
    for (Redirect r : i.command().redirects()) {
      if (r.body().map(code.analysis()::shape).orElse("").contains("_auth")) return true;
    }
    return false;
  }
}
