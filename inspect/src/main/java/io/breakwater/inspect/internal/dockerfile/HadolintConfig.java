package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.dockerfile.LintSettings.LabelForm;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import io.breakwater.inspect.lint.Neighbours;
import io.breakwater.model.Severity;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings in a {@code .hadolint.yaml} beside a Dockerfile. */
final class HadolintConfig {
  private HadolintConfig() {}

  /**
   * The settings beside a file, and nothing special without one.
   *
   * @throws InvalidConfigurationException when they cannot be read: a gate must not guess
   */
  static LintSettings read(Neighbours beside) throws InvalidConfigurationException {
    for (String name : List.of(".hadolint.yaml", ".hadolint.yml")) {
      Optional<String> text = beside.text(name);
      if (text.isEmpty()) continue;
      try {
        return settings(Yaml.object(text.get()));
      } catch (IOException malformed) {
        throw new InvalidConfigurationException(
            "the " + name + " beside it cannot be read: " + malformed.getMessage(), 1, 1);
      }
    }
    return LintSettings.NONE;
  }

  private static LintSettings settings(Json.Obj config) {
    Map<String, Severity> severities = new HashMap<>();
    Json.Obj override = config.object("override");
    override.texts("error").forEach(code -> severities.put(code, Severity.HIGH));
    override.texts("warning").forEach(code -> severities.put(code, Severity.MEDIUM));
    override.texts("info").forEach(code -> severities.put(code, Severity.LOW));
    override.texts("style").forEach(code -> severities.put(code, Severity.NEGLIGIBLE));
    Map<String, LabelForm> labels = new HashMap<>();
    Json.Obj schema = config.object("label-schema");
    for (String label : schema.members().keySet()) labels.put(label, form(schema.text(label)));
    return new LintSettings(
        new HashSet<>(config.texts("ignored")),
        severities,
        config.texts("trustedRegistries"),
        labels,
        config.text("strict-labels").equals("true"));
  }

  private static LabelForm form(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "url" -> LabelForm.URL;
      case "email" -> LabelForm.EMAIL;
      case "rfc3339" -> LabelForm.TIME;
      case "spdx" -> LabelForm.SPDX;
      case "hash" -> LabelForm.HASH;
      case "semver" -> LabelForm.SEMVER;
      default -> LabelForm.TEXT;
    };
  }
}
