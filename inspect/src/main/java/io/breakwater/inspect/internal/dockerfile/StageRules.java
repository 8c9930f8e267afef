package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.TextEdit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks about stages and what they take from each other. */
final class StageRules {
  private static final Set<String> RESERVED = Set.of("scratch", "context");

  private StageRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-stage-name-duplicate",
        (build, report) -> {
          Map<String, Stage> seen = new HashMap<>();
          for (Stage stage : build.stages()) {
            if (!stage.name().isEmpty() && seen.putIfAbsent(stage.name(), stage) != null) {
              report.at(stage.from().orElseThrow(), nameOf(stage), stage.name());
            }
          }
        });
    rules.on(
        "dockerfile-stage-name-reserved",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            if (RESERVED.contains(stage.name())) {
              report.at(stage.from().orElseThrow(), nameOf(stage), stage.name());
            }
          }
        });
    rules.on(
        "dockerfile-stage-name-casing",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            if (stage.name().isEmpty()) continue;
            Word name = nameOf(stage);
            Instruction from = stage.from().orElseThrow();
            if (name.text().equals(stage.name()) || name.text().indexOf('$') >= 0) continue;
            report.at(
                from.line().origin(name.start()), edit(from, name, stage.name()), name.text());
          }
        });
    rules.on(
        "dockerfile-from-as-casing",
        (build, report) -> {
          for (Stage stage : build.stages()) {
            if (stage.name().isEmpty()) continue;
            Instruction from = stage.from().orElseThrow();
            Word as = from.words().get(1);
            boolean upper = from.written().equals(from.written().toUpperCase(Locale.ROOT));
            boolean lower = from.written().equals(from.written().toLowerCase(Locale.ROOT));
            if ((upper && !as.text().equals("AS")) || (lower && !as.text().equals("as"))) {
              String right = upper ? "AS" : "as";
              report.at(
                  from.line().origin(as.start()), edit(from, as, right), as.text(), from.written());
            }
          }
        });
    rules.on(
        "dockerfile-stage-unused",
        (build, report) -> {
          var used = new HashSet<Integer>();
          for (Stage stage : build.stages()) {
            if (stage.parent() != null) used.add(stage.parent().index());
            for (Instruction each : stage.instructions()) {
              for (String reference : references(each.effective())) {
                if (reference.indexOf('$') >= 0) return;
                build.stage(reference, build.stages().size()).ifPresent(s -> used.add(s.index()));
              }
            }
            if (stage.isOpen()) return;
          }
          for (Stage stage : build.stages()) {
            boolean last = stage.index() == build.stages().size() - 1;
            if (!last && !used.contains(stage.index()) && stage.from().isPresent()) {
              report.at(
                  stage.from().get(),
                  stage.name().isEmpty() ? Integer.toString(stage.index()) : stage.name());
            }
          }
        });
    rules.on(
        "dockerfile-copy-from-unknown",
        (build, report) ->
            copies(
                build,
                (stage, copy, flag) -> {
                  String name = flag.value();
                  if (name.indexOf('$') >= 0 || build.stage(name, stage.index()).isPresent())
                    return;
                  boolean self =
                      !stage.name().isEmpty() && stage.name().equals(name.toLowerCase(Locale.ROOT));
                  if (!self
                      && name.indexOf(':') < 0
                      && name.indexOf('@') < 0
                      && name.indexOf('/') < 0) {
                    report.at(copy, flag.word(), name);
                  }
                }));
    rules.on(
        "dockerfile-copy-from-self",
        (build, report) ->
            copies(
                build,
                (stage, copy, flag) -> {
                  boolean named =
                      !stage.name().isEmpty()
                          && stage.name().equals(flag.value().toLowerCase(Locale.ROOT));
                  boolean numbered =
                      stage.from().isPresent()
                          && flag.value().equals(Integer.toString(stage.index()));
                  if (named || numbered) report.at(copy, flag.word(), flag.value());
                }));
    rules.on(
        "dockerfile-copy-from-floating",
        (build, report) ->
            copies(
                build,
                (stage, copy, flag) -> {
                  String name = flag.value();
                  if (name.indexOf('$') >= 0 || build.stage(name, stage.index()).isPresent())
                    return;
                  if (name.indexOf('/') < 0 && name.indexOf(':') < 0) return;
                  Image image = Image.of(name);
                  if (image.digest().isEmpty()
                      && (image.tag().isEmpty() || image.tag().equals("latest"))) {
                    report.at(copy, flag.word(), name);
                  }
                }));
    rules.on(
        "dockerfile-copy-whole-stage",
        (build, report) ->
            copies(
                build,
                (stage, copy, flag) -> {
                  List<Word> words = copy.words();
                  if (stage.isScratch())
                    return; // squashing a stage into an empty image is what this is for
                  for (Word word : words.subList(0, Math.max(0, words.size() - 1))) {
                    String path = word.bare();
                    if (path.equals("/") || path.equals("/.") || path.equals("/*"))
                      report.at(copy, word, flag.value());
                  }
                }));
  }

  private interface Look {
    void at(Stage stage, Instruction copy, Flag from);
  }

  private static void copies(Build build, Look look) {
    for (Stage stage : build.stages()) {
      for (Instruction each : stage.instructions()) {
        Instruction copy = each.effective();
        if (copy.is(Keyword.COPY)) copy.flag("from").ifPresent(f -> look.at(stage, copy, f));
      }
    }
  }

  private static List<String> references(Instruction each) {
    if (each.is(Keyword.COPY) || each.is(Keyword.ADD)) {
      return each.flag("from").map(f -> List.of(f.value())).orElse(List.of());
    }
    if (!each.is(Keyword.RUN)) return List.of();
    return each.flags().stream()
        .filter(f -> f.name().equals("mount"))
        .map(f -> f.options().getOrDefault("from", ""))
        .toList();
  }

  private static Word nameOf(Stage stage) {
    return stage.from().orElseThrow().words().get(2);
  }

  private static List<TextEdit> edit(Instruction at, Word word, String by) {
    return Edits.replace(at, word.start(), word.end(), by);
  }
}
