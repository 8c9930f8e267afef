package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.dockerfile.Arguments.Pair;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks about what images a build starts from. */
final class BaseRules {
  /** Official images that hold a compiler or a build tool and are no place to run in. */
  private static final Set<String> TOOLCHAINS =
      Set.of("golang", "rust", "maven", "gradle", "gcc", "swift", "haskell", "composer", "sbt");

  /** Official images that have a smaller variant with the same run time. */
  private static final Map<String, String> SMALLER =
      Map.of(
          "node", "slim",
          "python", "slim",
          "ruby", "slim",
          "perl", "slim",
          "debian", "slim",
          "php", "alpine",
          "eclipse-temurin", "jre",
          "postgres", "alpine",
          "redis", "alpine",
          "nginx", "alpine-slim");

  private static final Set<String> ABANDONED =
      Set.of(
          "centos",
          "openjdk",
          "java",
          "adoptopenjdk",
          "jessie",
          "clearlinux",
          "nuxeo",
          "express-gateway");

  /** Releases that get no fixes any more: an image and the beginnings of its tags. */
  private static final Map<String, List<String>> ENDED =
      Map.of(
          "debian",
              List.of("6", "7", "8", "9", "10", "squeeze", "wheezy", "jessie", "stretch", "buster"),
          "ubuntu",
              List.of(
                  "12.04", "14.04", "16.04", "17.", "18.", "19.", "21.", "22.10", "23.", "precise",
                  "trusty", "xenial", "bionic"),
          "alpine",
              List.of("2.", "3.0", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"),
          "python", List.of("2", "3.0", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8"),
          "node",
              List.of(
                  "0", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
                  "18", "19"),
          "php", List.of("5", "7", "8.0"),
          "ruby", List.of("1", "2", "3.0"),
          "golang", List.of("1.0", "1.1", "1.2"),
          "fedora", List.of("2", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39"),
          "mysql", List.of("5"));

  private BaseRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-no-from",
        (build, report) -> {
          Instruction first = build.file().instructions().getFirst();
          if (build.stages().getFirst().from().isEmpty()) report.at(first);
        });
    rules.on(
        "dockerfile-from-untagged",
        (build, report) ->
            images(
                build,
                (stage, from, word) -> {
                  Image image = Image.of(stage.image());
                  if (image.tag().isEmpty() && image.digest().isEmpty())
                    report.at(from, stage.image());
                }));
    rules.on(
        "dockerfile-from-latest",
        (build, report) ->
            images(
                build,
                (stage, from, word) -> {
                  Image image = Image.of(stage.image());
                  if (image.tag().equals("latest") && image.digest().isEmpty())
                    report.at(from, stage.image());
                }));
    rules.on(
        "dockerfile-from-no-digest",
        (build, report) ->
            images(
                build,
                (stage, from, word) -> {
                  Image image = Image.of(stage.image());
                  if (image.digest().isEmpty()
                      && !image.tag().isEmpty()
                      && !image.tag().equals("latest")) {
                    report.at(from, word, stage.image());
                  }
                }));
    rules.on(
        "dockerfile-from-untrusted-registry",
        (build, report) -> {
          if (build.settings().trusted().isEmpty()) return;
          images(
              build,
              (stage, from, word) -> {
                if (!isTrusted(stage.image(), build.settings().trusted())) {
                  report.at(from, word, stage.image());
                }
              });
        });
    rules.on(
        "dockerfile-from-end-of-life",
        (build, report) ->
            images(
                build,
                (stage, from, word) -> {
                  Image image = Image.of(stage.image());
                  if (isEnded(image.official(), image.tag())) report.at(from, word, stage.image());
                }));
    rules.on(
        "dockerfile-from-abandoned-image",
        (build, report) ->
            images(
                build,
                (stage, from, word) -> {
                  if (ABANDONED.contains(Image.of(stage.image()).official()))
                    report.at(from, word, stage.image());
                }));
    rules.on(
        "dockerfile-final-stage-toolchain",
        (build, report) -> {
          Stage target = build.target();
          if (target.from().isEmpty() || target.isOpen()) return;
          Image image = Image.of(target.root());
          boolean sdk =
              image.path().contains("dotnet/sdk")
                  || TOOLCHAINS.contains(image.official())
                  || (image.official().equals("eclipse-temurin") && image.tag().contains("jdk"));
          if (sdk) report.at(target.from().get(), target.root());
        });
    rules.on(
        "dockerfile-smaller-base",
        (build, report) -> {
          Stage target = build.target();
          if (target.from().isEmpty() || target.isOpen()) return;
          Image image = Image.of(target.root());
          String variant = SMALLER.get(image.official());
          if (variant == null || isSmall(image.tag())) return;
          report.at(target.from().get(), target.root(), image.official(), variant);
        });
    rules.on(
        "dockerfile-from-platform-constant",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            if (stage.from().isEmpty()) continue;
            stage
                .from()
                .get()
                .flag("platform")
                .ifPresent(
                    flag -> {
                      if (flag.value().indexOf('$') < 0) {
                        report.at(stage.from().get(), flag.word(), flag.value());
                      }
                    });
          }
        });
    rules.on(
        "dockerfile-from-platform-redundant",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            if (stage.from().isEmpty()) continue;
            stage
                .from()
                .get()
                .flag("platform")
                .ifPresent(
                    flag -> {
                      if (flag.value().equals("$TARGETPLATFORM")
                          || flag.value().equals("${TARGETPLATFORM}")) {
                        report.at(stage.from().get(), flag.word(), flag.value());
                      }
                    });
          }
        });
    rules.on(
        "dockerfile-from-invalid-default",
        (build, report) -> {
          var defaults = new HashMap<String, Pair>();
          for (Instruction each : build.preamble()) {
            for (Pair pair : each.pairs())
              if (each.is(Keyword.ARG)) defaults.put(pair.name().text(), pair);
          }
          for (Stage stage : build.stages()) {
            if (stage.from().isEmpty() || stage.from().get().words().isEmpty()) continue;
            Word word = stage.from().get().words().getFirst();
            if (word.text().length() > 500) continue;
            var missing = new HashMap<String, Boolean>();
            Variables.uses(
                word.text(),
                build.file().escape(),
                use -> {
                  Pair pair = defaults.get(use.name());
                  if (pair != null && !pair.hasValue() && !use.handlesMissing())
                    missing.put(use.name(), true);
                });
            String left = word.text();
            for (String name : missing.keySet()) {
              left = left.replace("${" + name + "}", "").replace("$" + name, "");
            }
            boolean invalid =
                left.isEmpty()
                    || left.startsWith(":")
                    || left.endsWith(":")
                    || left.endsWith("@")
                    || left.endsWith("/")
                    || left.startsWith("/")
                    || left.contains("//");
            if (!missing.isEmpty() && invalid) report.at(stage.from().get(), word, word.text());
          }
        });
  }

  /** Told of every image that is named in full. */
  interface Look {
    void at(Stage stage, Instruction from, Word word);
  }

  private static void images(Build build, Look look) {
    for (Stage stage : build.stages()) {
      if (stage.from().isEmpty() || stage.from().get().words().isEmpty()) continue;
      if (stage.parent() != null || stage.image().equals("scratch") || stage.isOpen()) continue;
      look.at(stage, stage.from().get(), stage.from().get().words().getFirst());
    }
  }

  /** Whether a name matches one of the registries or names that are trusted. */
  static boolean isTrusted(String written, List<String> trusted) {
    Image image = Image.of(written);
    String registry = image.registry().isEmpty() ? "docker.io" : image.registry();
    for (String each : trusted) {
      String pattern = each.toLowerCase(Locale.ROOT);
      if (pattern.equals("*") || Glob.matches(registry, pattern)) return true;
      if (pattern.equals("hub.docker.com") && registry.equals("docker.io")) return true;
      if (pattern.indexOf('/') >= 0 && Glob.matches(registry + "/" + image.path(), pattern))
        return true;
    }
    return false;
  }

  private static boolean isEnded(String image, String tag) {
    for (String start : ENDED.getOrDefault(image, List.of())) {
      if (!tag.startsWith(start)) continue;
      char next = tag.length() > start.length() ? tag.charAt(start.length()) : '-';
      if (start.endsWith(".") || next == '.' || next == '-') return true;
    }
    return false;
  }

  private static boolean isSmall(String tag) {
    return tag.contains("slim")
        || tag.contains("alpine")
        || tag.contains("distroless")
        || tag.contains("jre")
        || tag.contains("minimal")
        || tag.contains("windows")
        || tag.contains("nanoserver");
  }
}
