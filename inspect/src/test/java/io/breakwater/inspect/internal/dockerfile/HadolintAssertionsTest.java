package io.breakwater.inspect.internal.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.internal.dockerfile.LintSettings.LabelForm;
import io.breakwater.inspect.lint.InvalidConfigurationException;
import io.breakwater.inspect.lint.LintFinding;
import io.breakwater.model.json.Json;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Findings agree with hadolint's own assertions; where they do not, docs/lint.md says why. */
class HadolintAssertionsTest {
  @Test
  void findingsAgreeWithHadolint() throws IOException {
    var file = SharedData.path("vectors/dockerfile/hadolint-assertions.jsonl");
    var aliased = new HashSet<String>();
    DockerfileLinter.checks().forEach(c -> aliased.addAll(c.aliases()));
    int total = 0;
    var wrong = new ArrayList<String>();
    var byRule = new TreeMap<String, Integer>();
    for (String line : Files.readAllLines(file)) {
      Json.Obj one = Json.parseObject(line.getBytes(StandardCharsets.UTF_8));
      if (!aliased.contains(one.text("rule"))) continue;
      total++;
      boolean fires = codes(one).contains(one.text("rule"));
      if (fires == one.isTrue("fires")) continue;
      byRule.merge(one.text("rule"), 1, Integer::sum);
      wrong.add(
          one.text("rule")
              + (fires ? " fires: " : " is silent: ")
              + one.text("dockerfile").replace("\n", "\\n"));
    }
    double share = 1 - (double) wrong.size() / total;
    System.out.println("agreement with hadolint: " + share + " of " + total + " " + byRule);
    if (Boolean.getBoolean("assertions.show")) wrong.forEach(System.out::println);
    assertThat(share).as(() -> String.join("\n---\n", wrong)).isGreaterThanOrEqualTo(0.95);
  }

  private static Set<String> codes(Json.Obj one) {
    String text = one.text("dockerfile");
    if (one.isTrue("onbuild")) text = onbuild(text);
    var codes = new HashSet<String>();
    try {
      for (LintFinding each :
          new DockerfileLinter(settings(one))
              .lint("Dockerfile", text, Optional.empty())
              .findings()) {
        codes.addAll(each.check().aliases());
      }
    } catch (InvalidConfigurationException refused) {
      codes.add("refused");
    }
    return codes;
  }

  private static String onbuild(String text) {
    var out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.toUpperCase(Locale.ROOT).startsWith("RUN ")) out.append("ONBUILD ");
      out.append(line).append('\n');
    }
    return out.toString();
  }

  private static LintSettings settings(Json.Obj one) {
    Json.Obj config = one.object("config");
    Map<String, LabelForm> labels = new HashMap<>();
    for (var each : config.object("label_schema").members().entrySet()) {
      labels.put(
          each.getKey(),
          switch (((Json.Str) each.getValue()).value()) {
            case "Url" -> LabelForm.URL;
            case "Email" -> LabelForm.EMAIL;
            case "Rfc3339" -> LabelForm.TIME;
            case "Spdx" -> LabelForm.SPDX;
            case "GitHash" -> LabelForm.HASH;
            case "SemVer" -> LabelForm.SEMVER;
            default -> LabelForm.TEXT;
          });
    }
    return new LintSettings(
        Set.of(),
        Map.of(),
        List.copyOf(config.texts("allowed_registries")),
        labels,
        config.isTrue("strict_labels"));
  }
}
