package io.breakwater.inspect.internal.dockerfile;

import java.util.List;

/** Checks about what the comments say to builders and linters. */
final class PragmaRules {
  private PragmaRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-ignore-without-reason",
        (build, report) -> {
          for (Comment each : build.file().comments()) {
            Pragma.parse(each.text())
                .filter(p -> p.key().equals("ignore") && p.reason().isEmpty())
                .ifPresent(p -> report.at(each.start(), List.of(), String.join(", ", p.values())));
          }
        });
    rules.on(
        "dockerfile-syntax-untrusted",
        (build, report) -> {
          build
              .file()
              .directive("syntax")
              .ifPresent(
                  directive -> {
                    String name = directive.value();
                    boolean known =
                        name.startsWith("docker/dockerfile")
                            || name.startsWith("docker.io/docker/dockerfile")
                            || name.startsWith("docker/dockerfile-upstream");
                    if (!known && name.indexOf('@') < 0)
                      report.at(directive.start(), List.of(), name);
                  });
        });
  }
}
