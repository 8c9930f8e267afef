package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.dockerfile.Arguments.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks about ARG and ENV. */
final class VariableRules {
  private static final Set<String> SECRET_WORDS =
      Set.of(
          "apikey",
          "auth",
          "credential",
          "credentials",
          "key",
          "password",
          "pword",
          "passwd",
          "secret",
          "token",
          "pwd",
          "passphrase");

  /** Names that hold one of those words and no secret. */
  private static final Set<String> PUBLIC_WORDS =
      Set.of(
          "public",
          "file",
          "path",
          "dir",
          "url",
          "uri",
          "host",
          "fingerprint",
          "id",
          "name",
          "length",
          "ttl",
          "type",
          "server",
          "keyserver",
          "mode",
          "enabled",
          "method");

  /** What a value must not be: the name, the value, and why in one word. */
  private static final Map<String, Set<String>> DANGEROUS =
      Map.of(
          "NODE_TLS_REJECT_UNAUTHORIZED", Set.of("0"),
          "PYTHONHTTPSVERIFY", Set.of("0"),
          "GIT_SSL_NO_VERIFY", Set.of("1", "true"),
          "CURL_INSECURE", Set.of("1", "true"),
          "GOINSECURE", Set.of(),
          "GONOSUMCHECK", Set.of("1"),
          "GOFLAGS", Set.of("-insecure"),
          "LD_PRELOAD", Set.of(),
          "npm_config_strict_ssl", Set.of("false"),
          "NPM_CONFIG_STRICT_SSL", Set.of("false"));

  private static final Set<String> GIVEN =
      Set.of(
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETARCH",
          "TARGETVARIANT",
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDARCH",
          "BUILDVARIANT",
          "TARGETSTAGE",
          "PATH",
          "HTTP_PROXY",
          "http_proxy",
          "HTTPS_PROXY",
          "https_proxy",
          "FTP_PROXY",
          "ftp_proxy",
          "NO_PROXY",
          "no_proxy",
          "ALL_PROXY",
          "all_proxy",
          "HOME",
          "SOURCE_DATE_EPOCH");

  private static final int MAX_NAMES = 3000;

  private VariableRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-env-self-reference",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            var known = new HashSet<String>(GIVEN);
            for (Instruction declared : build.preamble()) names(declared, known);
            if (stage.parent() != null) known.addAll(stage.parent().environment().keySet());
            for (Instruction each : stage.instructions()) {
              Instruction inner = each.effective();
              if (inner.is(Keyword.ENV)) selfReferences(inner, known, build, report);
              names(inner, known);
            }
          }
        });
    rules.on(
        "dockerfile-secret-variable",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.ARG) && !each.is(Keyword.ENV)) continue;
            for (Pair pair : each.pairs()) {
              if (isSecret(pair.name().text()))
                report.at(each, pair.name(), each.keyword().name(), pair.name().text());
            }
          }
        });
    rules.on(
        "dockerfile-url-credentials",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            for (Pair pair : each.pairs()) {
              if (hasPassword(pair.value().text()))
                report.at(each, pair.name(), pair.name().text());
            }
          }
        });
    rules.on(
        "dockerfile-undefined-variable",
        (build, report) -> {
          for (Stage stage : build.stages()) undefined(build, stage, report);
        });
    rules.on(
        "dockerfile-env-dangerous",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.ENV)) continue;
            for (Pair pair : each.pairs()) {
              Set<String> values = DANGEROUS.get(pair.name().text());
              String value = pair.value().bare();
              if (values != null
                  && !value.isEmpty()
                  && (values.isEmpty() || values.contains(value.toLowerCase(Locale.ROOT)))) {
                report.at(each, pair.name(), pair.name().text(), value);
              }
            }
          }
        });
    rules.on(
        "dockerfile-env-path",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.ENV)) continue;
            for (Pair pair : each.pairs()) {
              if (!pair.name().text().equals("PATH") || pair.value().text().contains(";")) continue;
              for (String part : pair.value().bare().split(":", -1)) {
                boolean bad =
                    part.isEmpty()
                        || part.startsWith(".")
                        || part.startsWith("/tmp")
                        || part.startsWith("/var/tmp")
                        || (Character.isLetter(part.charAt(0))
                            && part.indexOf('\\') < 0
                            && part.length() > 1);
                if (bad) {
                  report.at(each, pair.name(), part.isEmpty() ? "\"\"" : part);
                  break;
                }
              }
            }
          }
        });
    rules.on(
        "dockerfile-env-frontend",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.ENV)) continue;
            for (Pair pair : each.pairs()) {
              if (pair.name().text().equals("DEBIAN_FRONTEND"))
                report.at(each, pair.name(), pair.value().bare());
            }
          }
        });
  }

  private static void names(Instruction each, Set<String> known) {
    if (!each.is(Keyword.ENV) && !each.is(Keyword.ARG)) return;
    for (Pair pair : each.pairs()) {
      if (known.size() >= MAX_NAMES) return;
      known.add(pair.name().text());
    }
  }

  private static void selfReferences(
      Instruction env, Set<String> known, Build build, Report report) {
    var set = new HashSet<String>();
    for (Pair pair : env.pairs()) set.add(pair.name().text());
    for (Pair pair : env.pairs()) {
      Variables.uses(
          pair.value().text(),
          build.file().escape(),
          use -> {
            boolean own = use.name().equals(pair.name().text());
            if (!own && set.contains(use.name()) && !known.contains(use.name())) {
              report.at(env, use.name());
            }
          });
    }
  }

  static boolean isSecret(String name) {
    var words = List.of(name.toLowerCase(Locale.ROOT).split("[_-]", -1));
    String last = words.getLast();
    if (words.contains("access") && words.contains("key")) return true;
    boolean secret = words.stream().anyMatch(SECRET_WORDS::contains);
    return secret
        && !PUBLIC_WORDS.contains(last)
        && !words.contains("public")
        && !words.contains("pubkey");
  }

  private static boolean hasPassword(String value) {
    int scheme = value.indexOf("://");
    if (scheme < 1) return false;
    int at = value.indexOf('@', scheme);
    int slash = value.indexOf('/', scheme + 3);
    if (at < 0 || (slash >= 0 && slash < at)) return false;
    String user = value.substring(scheme + 3, at);
    int colon = user.indexOf(':');
    return colon >= 0 && colon + 1 < user.length() && user.indexOf('$', colon) < 0;
  }

  /** Variables that nothing before them sets. */
  private static void undefined(Build build, Stage stage, Report report) {
    var known = new HashSet<String>(GIVEN);
    var told = new HashSet<String>();
    var preamble = new HashSet<String>(GIVEN);
    for (Instruction each : build.preamble()) {
      if (stage.index() == 0) {
        for (Pair pair : each.pairs()) uses(each, pair.value(), preamble, told, build, report);
      }
      names(each, preamble);
    }
    if (stage.from().isPresent()) {
      Instruction from = stage.from().get();
      for (Word word : from.words()) uses(from, word, preamble, told, build, report);
    }
    // What an image from outside sets is not known: only files that start from nothing are judged.
    if (!stage.isScratch() || stage.from().isEmpty()) return;
    for (Stage each = stage.parent(); each != null; each = each.parent()) {
      for (Instruction set : each.instructions()) if (set.is(Keyword.ENV)) names(set, known);
    }
    for (Instruction each : stage.instructions()) {
      if (each.is(Keyword.ENV) || each.is(Keyword.ARG) || each.is(Keyword.LABEL)) {
        for (Pair pair : each.pairs()) uses(each, pair.value(), known, told, build, report);
        names(each, known);
      } else if (!each.is(Keyword.RUN) && !each.is(Keyword.CMD) && !each.is(Keyword.ENTRYPOINT)) {
        for (Word word : each.words()) uses(each, word, known, told, build, report);
      }
    }
  }

  private static void uses(
      Instruction at, Word word, Set<String> known, Set<String> told, Build build, Report report) {
    Variables.uses(
        word.text(),
        build.file().escape(),
        use -> {
          if (!use.handlesMissing() && !known.contains(use.name()) && told.add(use.name())) {
            report.at(at, word, use.name());
          }
        });
  }
}
