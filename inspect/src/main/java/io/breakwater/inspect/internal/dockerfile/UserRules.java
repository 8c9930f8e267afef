package io.breakwater.inspect.internal.dockerfile;

import java.util.Optional;
import java.util.Set;

/** Checks about who runs in the container. */
final class UserRules {
  private static final Set<String> ROOT = Set.of("root", "0");

  private UserRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-user-root",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            Optional<Instruction> user = stage.last(Keyword.USER);
            if (user.isPresent() && ROOT.contains(name(stage, user.get(), build))) {
              report.at(user.get());
            }
          }
        });
    rules.on(
        "dockerfile-user-missing",
        (build, report) -> {
          Stage target = build.target();
          if (target.from().isEmpty() || target.isOpen() || target.isWindows()) return;
          String root = target.root();
          if (root.contains("nonroot")
              || root.contains("rootless")
              || root.contains("unprivileged")) return;
          if (target.inherited(Keyword.USER).isEmpty()) report.at(target.from().get());
        });
    rules.on(
        "dockerfile-user-name",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            Optional<Instruction> user = stage.last(Keyword.USER);
            if (user.isEmpty()) continue;
            String name = name(stage, user.get(), build);
            boolean number = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!number && !name.isEmpty() && name.indexOf('$') < 0 && !name.equals("root")) {
              report.at(user.get(), name);
            }
          }
        });
  }

  /** The user's name or number without its group. */
  private static String name(Stage stage, Instruction user, Build build) {
    if (user.words().isEmpty()) return "";
    char escape = build.file().escape();
    String word = user.words().getFirst().text();
    String name = Quotes.remove(Variables.fill(word, stage.environment(), escape), escape);
    int colon = name.indexOf(':');
    return (colon < 0 || name.indexOf('$') >= 0 ? name : name.substring(0, colon)).strip();
  }
}
