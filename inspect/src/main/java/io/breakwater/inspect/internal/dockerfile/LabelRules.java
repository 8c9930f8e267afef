package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.dockerfile.Arguments.Pair;
import io.breakwater.inspect.internal.dockerfile.LintSettings.LabelForm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks about LABEL. */
final class LabelRules {
  private static final List<String> RESERVED =
      List.of("com.docker.", "io.docker.", "org.dockerproject.");

  private LabelRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-label-key",
        (build, report) ->
            labels(
                build,
                (each, pair, key) -> {
                  if (!isKey(key)) report.at(each, pair.name(), key);
                }));
    rules.on(
        "dockerfile-label-missing",
        (build, report) -> {
          Stage target = build.target();
          if (build.settings().labels().isEmpty()) return;
          Instruction first = target.from().orElse(build.file().instructions().getFirst());
          var known = new HashSet<String>();
          for (Stage stage = target; stage != null; stage = stage.parent()) {
            for (Instruction each : stage.instructions()) {
              Instruction inner = each.effective();
              if (inner.is(Keyword.LABEL)) inner.pairs().forEach(p -> known.add(p.name().bare()));
            }
          }
          build.settings().labels().keySet().stream()
              .sorted()
              .filter(name -> !known.contains(name))
              .forEach(name -> report.at(first, name));
        });
    rules.on(
        "dockerfile-label-unknown",
        (build, report) ->
            labels(
                build,
                (each, pair, key) -> {
                  LintSettings settings = build.settings();
                  if (settings.strictLabels() && !settings.labels().containsKey(key))
                    report.at(each, pair.name(), key);
                }));
    rules.on(
        "dockerfile-label-empty",
        (build, report) ->
            labels(
                build,
                (each, pair, key) -> {
                  if (form(build, key) != null && pair.value().bare().isBlank())
                    report.at(each, pair.name(), key);
                }));
    form(rules, "dockerfile-label-url", LabelForm.URL);
    form(rules, "dockerfile-label-time", LabelForm.TIME);
    form(rules, "dockerfile-label-licence", LabelForm.SPDX);
    form(rules, "dockerfile-label-hash", LabelForm.HASH);
    form(rules, "dockerfile-label-version", LabelForm.SEMVER);
    form(rules, "dockerfile-label-email", LabelForm.EMAIL);
    rules.on(
        "dockerfile-label-source-missing",
        (build, report) -> {
          Stage target = build.target();
          if (target.from().isEmpty()) return;
          Set<String> wanted =
              Set.of(
                  "org.opencontainers.image.source",
                  "org.opencontainers.image.revision",
                  "org.opencontainers.image.url");
          boolean found = false;
          for (Stage stage = target; stage != null; stage = stage.parent()) {
            for (Instruction each : stage.instructions()) {
              if (each.is(Keyword.LABEL))
                found |= each.pairs().stream().anyMatch(p -> wanted.contains(p.name().bare()));
            }
          }
          if (!found) report.at(target.from().get());
        });
  }

  private interface Look {
    void at(Instruction label, Pair pair, String key);
  }

  private static void labels(Build build, Look look) {
    for (Instruction each : build.effective()) {
      if (!each.is(Keyword.LABEL)) continue;
      for (Pair pair : each.pairs()) look.at(each, pair, pair.name().bare());
    }
  }

  private static void form(Rules rules, String id, LabelForm form) {
    rules.on(
        id,
        (build, report) ->
            labels(
                build,
                (each, pair, key) -> {
                  String value = pair.value().bare();
                  if (form(build, key) != form || value.indexOf('$') >= 0 || value.isBlank())
                    return;
                  if (!LabelForms.fits(form, value)) report.at(each, pair.name(), key, value);
                }));
  }

  private static @org.jspecify.annotations.Nullable LabelForm form(Build build, String key) {
    return build.settings().labels().get(key);
  }

  private static boolean isKey(String key) {
    if (key.indexOf('$') >= 0 && key.indexOf('{') >= 0) return true;
    for (String start : RESERVED) if (key.startsWith(start)) return false;
    char before = '.';
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9';
      boolean separator = c == '.' || c == '-' || c == '_' || c == '/';
      if (i == 0 && !letter) return false;
      if (!letter && !digit && !separator) return false;
      if (separator && (before == '.' || before == '-')) return false;
      before = c;
    }
    return !key.isEmpty() && before != '.' && before != '-';
  }
}
