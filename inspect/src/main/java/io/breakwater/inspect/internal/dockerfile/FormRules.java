package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.TextEdit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Checks about how instructions are written. */
final class FormRules {
  private FormRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-unknown-instruction",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (each.is(Keyword.UNKNOWN)) report.at(each, each.written());
          }
        });
    rules.on(
        "dockerfile-before-from",
        (build, report) -> {
          for (Instruction each : build.preamble()) {
            if (!each.is(Keyword.ARG)) report.at(each, each.written());
          }
        });
    rules.on(
        "dockerfile-maintainer",
        (build, report) -> {
          for (Instruction each : build.file().instructions()) {
            if (each.is(Keyword.MAINTAINER)) report.at(each.start(), label(each));
          }
        });
    rules.on(
        "dockerfile-instruction-casing",
        (build, report) -> {
          List<Instruction> all = build.effective();
          long upper = all.stream().filter(i -> isUpper(i.written())).count();
          long lower = all.stream().filter(i -> isLower(i.written())).count();
          boolean wantsUpper = upper >= lower;
          for (Instruction each : all) {
            if (each.is(Keyword.UNKNOWN)) continue;
            String right =
                wantsUpper ? each.keyword().name() : each.keyword().name().toLowerCase(Locale.ROOT);
            if (each.written().equals(right)) continue;
            int end = each.keywordAt() + each.written().length();
            report.at(
                each.start(),
                Edits.replace(each, each.keywordAt(), end, right),
                each.written(),
                right);
          }
        });
    rules.on(
        "dockerfile-empty-continuation",
        (build, report) -> {
          for (Instruction each : build.file().instructions()) {
            if (each.blankInside() < 0) continue;
            SourceFile file = build.file().file();
            int line = file.line(each.blankInside());
            int next = line < file.lines() ? file.start(line) : file.text().length();
            report.at(each.blankInside(), List.of(new TextEdit(each.blankInside(), next, "")));
          }
        });
    rules.on(
        "dockerfile-onbuild-forbidden",
        (build, report) -> {
          for (Instruction each : build.file().instructions()) {
            if (!each.is(Keyword.ONBUILD)) continue;
            Keyword inner = each.effective().keyword();
            if (inner == Keyword.ONBUILD || inner == Keyword.FROM || inner == Keyword.MAINTAINER) {
              report.at(each, inner.name());
            }
          }
        });
    rules.on(
        "dockerfile-onbuild",
        (build, report) -> {
          for (Instruction each : build.file().instructions()) {
            if (each.is(Keyword.ONBUILD)) report.at(each, each.effective().written());
          }
        });
    rules.on(
        "dockerfile-legacy-key-value",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.ENV) && !each.is(Keyword.LABEL)) continue;
            for (var pair : each.pairs()) {
              if (pair.separator().isEmpty()) {
                report.at(
                    each.start(), assigned(each, pair, build), each.written(), pair.name().text());
              }
            }
          }
        });
    rules.on(
        "dockerfile-json-form-broken",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            boolean takes =
                each.keyword().grammar() == Keyword.Grammar.COMMAND || each.is(Keyword.VOLUME);
            if (!takes || each.arguments() instanceof Arguments.Exec || each.words().isEmpty())
              continue;
            String first = each.words().getFirst().text();
            boolean test = first.startsWith("[ ") || first.startsWith("[[");
            boolean quoted =
                first.indexOf('"') >= 0 || first.indexOf('\'') >= 0 || first.indexOf('“') >= 0;
            boolean looks = first.startsWith("[") && first.endsWith("]") && (quoted || !test);
            if (looks && !(test && each.is(Keyword.RUN) && !first.contains(",")))
              report.at(each, each.written());
          }
        });
    rules.on(
        "dockerfile-shell-not-json",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (each.is(Keyword.SHELL) && !(each.arguments() instanceof Arguments.Exec))
              report.at(each);
          }
        });
    rules.on("dockerfile-definition-description", (build, report) -> descriptions(build, report));
  }

  /** {@code MAINTAINER name} as a label. */
  private static List<TextEdit> label(Instruction each) {
    if (each.words().isEmpty()) return List.of();
    Word name = each.words().getFirst();
    String value = name.bare();
    if (value.indexOf('"') >= 0 || value.indexOf('\\') >= 0 || value.indexOf('$') >= 0)
      return List.of();
    return Edits.replace(
        each,
        each.keywordAt(),
        name.end(),
        "LABEL org.opencontainers.image.authors=\"" + value + "\"");
  }

  private static List<TextEdit> assigned(Instruction each, Arguments.Pair pair, Build build) {
    String value = pair.value().text();
    boolean plain = value.indexOf(' ') < 0 && value.indexOf('\t') < 0;
    boolean quoted = value.indexOf('"') >= 0 || value.indexOf('\'') >= 0;
    boolean escaped = value.indexOf(build.file().escape()) >= 0;
    if (value.isEmpty() || escaped || (quoted && !plain)) return List.of();
    String right = pair.name().text() + "=" + (plain ? value : "\"" + value + "\"");
    return Edits.replace(each, pair.name().start(), pair.value().end(), right);
  }

  private static void descriptions(Build build, Report report) {
    String asked = build.file().directive("check").map(Directive::value).orElse("");
    if (!asked.contains("experimental=")) return; // as in BuildKit, only for those who want it
    SourceFile file = build.file().file();
    var byLine = new HashMap<Integer, Comment>();
    for (Comment comment : build.file().comments()) byLine.put(file.line(comment.start()), comment);
    for (Instruction each : build.file().instructions()) {
      String name;
      if (each.is(Keyword.FROM) && each.words().size() >= 3) {
        name = each.words().get(2).text();
      } else if (each.is(Keyword.ARG) && each.pairs().size() == 1) {
        name = each.pairs().getFirst().name().text();
      } else {
        continue;
      }
      Comment comment = byLine.get(file.line(each.start()) - 1);
      if (comment != null && !comment.inside() && !Pragma.isOne(comment.text())) {
        String text = comment.text();
        boolean isDescription = text.startsWith(" " + name + " ") || text.strip().equals(name);
        if (!isDescription) report.at(comment.start(), List.of(), name);
      }
    }
  }

  private static boolean isUpper(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static boolean isLower(String word) {
    return word.equals(word.toLowerCase(Locale.ROOT));
  }
}
