package io.breakwater.inspect.internal.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks about COPY, WORKDIR and VOLUME. */
final class CopyRules {
  private static final Set<String> SECRET_NAMES =
      Set.of(
          ".env",
          ".npmrc",
          ".netrc",
          ".pgpass",
          ".pypirc",
          ".git-credentials",
          "id_rsa",
          "id_dsa",
          "id_ecdsa",
          "id_ed25519",
          ".dockercfg",
          ".docker/config.json",
          "kubeconfig",
          ".kube/config",
          ".aws/credentials",
          ".htpasswd",
          "credentials.json",
          "service-account.json",
          ".s3cfg",
          ".boto",
          ".yarnrc.yml",
          "secrets.yml",
          "secrets.yaml",
          "secrets.json",
          "terraform.tfstate",
          ".ssh",
          ".aws",
          ".gnupg",
          ".kube");

  private static final List<String> SECRET_ENDS =
      List.of(".pem", ".key", ".p12", ".pfx", ".jks", ".keystore", ".kdbx", ".ppk", ".tfstate");

  private static final Set<String> SENSITIVE =
      Set.of(
          "/",
          "/etc",
          "/root",
          "/proc",
          "/sys",
          "/dev",
          "/boot",
          "/bin",
          "/sbin",
          "/usr",
          "/lib",
          "/usr/bin",
          "/var/run/docker.sock",
          "/run/docker.sock",
          "/root/.ssh",
          "/var/lib/docker",
          "/home");

  private CopyRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-workdir-relative",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.WORKDIR) || each.words().isEmpty()) continue;
            if (!isAbsolute(each.words().getFirst().text()))
              report.at(each, each.words().getFirst().text());
          }
        });
    rules.on(
        "dockerfile-copy-relative",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            boolean set =
                stage.parent() != null && stage.parent().inherited(Keyword.WORKDIR).isPresent();
            for (Instruction each : stage.instructions()) {
              if (each.is(Keyword.WORKDIR)) set = true;
              if (!each.is(Keyword.COPY) || set) continue;
              List<Word> words = paths(each, build);
              if (!words.isEmpty() && !isAbsolute(words.getLast().text())) {
                report.at(each, words.getLast().text());
              }
            }
          }
        });
    rules.on(
        "dockerfile-copy-destination-slash",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.COPY) && !each.is(Keyword.ADD)) continue;
            List<Word> words = paths(each, build);
            int heredocs = each.heredocs().size();
            if (words.size() < 3 || heredocs >= words.size() - 1 + 1) continue;
            String to = words.getLast().bare();
            boolean folder =
                to.endsWith("/")
                    || to.endsWith("\\")
                    || to.equals(".")
                    || to.endsWith("/.")
                    || to.equals("..");
            if (!folder && to.indexOf('$') < 0) report.at(each, words.getLast(), to);
          }
        });
    rules.on(
        "dockerfile-copy-secret",
        (build, report) ->
            sources(
                build,
                (each, word, path) -> {
                  if (isSecret(path)) report.at(each, word, word.bare());
                }));
    rules.on(
        "dockerfile-copy-git",
        (build, report) ->
            sources(
                build,
                (each, word, path) -> {
                  if (path.equals(".git") || path.startsWith(".git/") || path.endsWith("/.git"))
                    report.at(each, word, word.bare());
                }));
    rules.on(
        "dockerfile-copy-ignored",
        (build, report) ->
            sources(
                build,
                (each, word, path) -> {
                  boolean open = path.isEmpty() || path.equals(".") || path.contains("://");
                  for (char c : "*?[$<".toCharArray()) open |= path.indexOf(c) >= 0;
                  if (open || build.ignored().bringsBack(path)) return;
                  if (build.ignored().contains(path)) report.at(each, word, word.bare());
                }));
    rules.on(
        "dockerfile-copy-writable",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            each.flag("chmod")
                .ifPresent(
                    flag -> {
                      String mode = flag.value();
                      boolean octal =
                          mode.length() >= 3
                              && mode.length() <= 5
                              && mode.chars().allMatch(c -> c >= '0' && c <= '7');
                      boolean others = octal && ((mode.charAt(mode.length() - 1) - '0') & 2) != 0;
                      boolean special =
                          octal
                              && mode.length() >= 4
                              && (mode.charAt(mode.length() - 4) - '0') >= 2;
                      boolean symbolic =
                          mode.contains("o+w")
                              || mode.contains("a+w")
                              || mode.contains("+s")
                              || mode.contains("a+rwx");
                      if (others || special || symbolic) report.at(each, flag.word(), mode);
                    });
          }
        });
    rules.on(
        "dockerfile-copy-before-install",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            Instruction whole = null;
            for (Instruction each : stage.instructions()) {
              if (each.is(Keyword.RUN) && whole != null && installs(each)) {
                report.at(whole);
                break;
              }
              if (whole == null
                  && each.is(Keyword.COPY)
                  && each.flag("from").isEmpty()
                  && copiesAll(paths(each, build))) {
                whole = each;
              }
            }
          }
        });
    rules.on(
        "dockerfile-volume-sensitive",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.VOLUME)) continue;
            for (Word word : each.words()) {
              String path = trimmed(word.bare());
              if (SENSITIVE.contains(path)) report.at(each, word, path);
            }
          }
        });
    rules.on(
        "dockerfile-volume-lost-write",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            var volumes = new java.util.ArrayList<String>();
            for (Instruction each : stage.instructions()) {
              if (each.is(Keyword.VOLUME))
                each.words().stream().limit(20).forEach(w -> volumes.add(trimmed(w.bare())));
              if (!each.is(Keyword.RUN)
                  || !(each.arguments() instanceof Arguments.Plain(Word code))) continue;
              for (String volume : volumes.subList(0, Math.min(20, volumes.size()))) {
                if (volume.length() > 2 && writes(code.text(), volume)) {
                  report.at(each, volume);
                  break;
                }
              }
            }
          }
        });
  }

  private interface Look {
    void at(Instruction copy, Word word, String path);
  }

  /** Every file that comes from the context. */
  private static void sources(Build build, Look look) {
    for (Instruction each : build.effective()) {
      if (!each.is(Keyword.COPY) && !each.is(Keyword.ADD)) continue;
      if (each.flag("from").isPresent()) continue;
      List<Word> words = paths(each, build);
      for (int i = 0; i < words.size() - 1; i++) {
        String path = trimmed(words.get(i).bare());
        while (path.startsWith("./")) path = path.substring(2);
        if (path.startsWith("/") && path.length() > 1) path = path.substring(1);
        look.at(each, words.get(i), path);
      }
    }
  }

  private static boolean isSecret(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    if (name.endsWith(".pub")
        || name.contains("example")
        || name.contains("sample")
        || name.contains("template")) return false;
    if (SECRET_NAMES.contains(name) || (name.startsWith(".env.") && !name.endsWith(".dist")))
      return true;
    for (String each : SECRET_NAMES) if (lower.endsWith("/" + each)) return true;
    for (String each : SECRET_ENDS)
      if (name.endsWith(each)
          && !name.contains("cert")
          && !name.contains("ca.")
          && !name.contains("chain")) return true;
    return false;
  }

  /** The words of COPY and ADD; quoted ones stay whole, which the builder does not do. */
  static List<Word> paths(Instruction each, Build build) {
    if (!(each.arguments() instanceof Arguments.Words words) || words.words().isEmpty())
      return each.words();
    boolean quoted =
        words.words().stream().anyMatch(w -> w.text().startsWith("\"") || w.text().startsWith("'"));
    if (!quoted) return words.words();
    return new ArgumentReader(each.line(), '\0').quotedWords(words.words().getFirst().start());
  }

  private static boolean copiesAll(List<Word> words) {
    if (words.size() != 2) return false;
    String from = words.getFirst().bare();
    return from.equals(".") || from.equals("./") || from.equals("*") || from.equals("./*");
  }

  private static final List<String> INSTALLS =
      List.of(
          "npm install",
          "npm ci",
          "npm i",
          "yarn install",
          "yarn --frozen-lockfile",
          "pnpm install",
          "pip install -r",
          "pip3 install -r",
          "bundle install",
          "composer install",
          "go mod download",
          "mvn dependency:",
          "poetry install",
          "pipenv install",
          "pipenv sync",
          "uv sync",
          "cargo fetch",
          "dotnet restore",
          "gradle dependencies");

  private static boolean installs(Instruction run) {
    if (!(run.arguments() instanceof Arguments.Plain(Word code))) return false;
    for (String each : INSTALLS) {
      int at = code.text().indexOf(each);
      if (at < 0) continue;
      int end = at + each.length();
      boolean ends =
          each.endsWith(":")
              || end == code.text().length()
              || " ;&|".indexOf(code.text().charAt(end)) >= 0;
      if (ends) return !each.equals("npm i") || isBare(code.text(), end);
    }
    return false;
  }

  private static boolean isBare(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') at++;
    return at == text.length() || ";&|-".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean writes(String code, String volume) {
    if (code.length() > 20_000) return false; // too long to be worth it
    for (String verb :
        List.of("mkdir -p ", "mkdir ", "touch ", "> ", ">", "chown ", "chmod ", "-C ", "tee ")) {
      for (int at = code.indexOf(verb); at >= 0; at = code.indexOf(verb, at + 1)) {
        int stop = at + verb.length();
        int last = Math.min(code.length(), stop + 300);
        while (stop < last && ";&|\n".indexOf(code.charAt(stop)) < 0) stop++;
        String rest = " " + code.substring(at + verb.length(), stop) + " ";
        if (rest.contains(" " + volume + "/") || rest.contains(" " + volume + " ")) return true;
      }
    }
    return false;
  }

  private static String trimmed(String path) {
    String out = path.strip();
    while (out.length() > 1 && out.endsWith("/")) out = out.substring(0, out.length() - 1);
    return out;
  }

  /** Whether a path is absolute on Linux or Windows, or begins with a variable. */
  static boolean isAbsolute(String written) {
    String path = written.strip();
    while (!path.isEmpty() && (path.charAt(0) == '"' || path.charAt(0) == '\''))
      path = path.substring(1);
    if (path.isEmpty()) return true;
    char first = path.charAt(0);
    boolean drive = path.length() >= 2 && Character.isLetter(first) && path.charAt(1) == ':';
    return first == '/' || first == '\\' || first == '$' || drive;
  }
}
