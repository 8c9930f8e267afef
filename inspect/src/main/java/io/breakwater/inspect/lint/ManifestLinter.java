package io.breakwater.inspect.lint;

import io.breakwater.inspect.internal.pods.KubernetesObject;
import io.breakwater.inspect.internal.pods.Manifests;
import io.breakwater.inspect.internal.pods.Manifests.Form;
import io.breakwater.inspect.internal.pods.Pod;
import io.breakwater.inspect.internal.pods.Standard;
import io.breakwater.inspect.lint.LintResult.Kind;
import io.breakwater.inspect.lint.LintResult.PodSecurity;
import io.breakwater.inspect.lint.LintResult.Violation;
import io.breakwater.model.json.InvalidYamlException;
import io.breakwater.model.json.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lints manifests of Kubernetes and Compose files. */
final class ManifestLinter implements FileLinter {
  @Override
  public boolean accepts(String name, String text) {
    return Manifests.form(name, text) != Form.OTHER;
  }

  @Override
  public LintResult lint(String file, String text, Optional<PodSecurityLevel> podSecurity)
      throws InvalidConfigurationException {
    List<YamlDocument> documents = read(text);
    var findings = new ArrayList<LintFinding>();
    return new LintResult(
        file, Kind.KUBERNETES, findings, podSecurity.map(asked -> verdict(asked, documents)));
  }

  private static List<YamlDocument> read(String text) throws InvalidConfigurationException {
    try {
      return Manifests.read(text);
    } catch (InvalidYamlException malformed) {
      throw new InvalidConfigurationException(
          malformed.reason(), malformed.line(), malformed.column());
    }
  }

  private static PodSecurity verdict(PodSecurityLevel asked, List<YamlDocument> documents) {
    var violations = new ArrayList<Violation>();
    for (YamlDocument document : documents) {
      for (KubernetesObject object : KubernetesObject.in(document.value())) {
        for (Pod pod : object.pods()) {
          for (Standard.Violation one :
              Standard.violations(pod.defaulted(), level(asked.level()), asked.minor())) {
            violations.add(
                new Violation(one.check(), one.fields().getFirst().toString(), one.message()));
          }
        }
      }
    }
    return new PodSecurity(asked.level(), asked.version(), violations);
  }

  private static Standard.Level level(String word) {
    return switch (word) {
      case "privileged" -> Standard.Level.PRIVILEGED;
      case "baseline" -> Standard.Level.BASELINE;
      default -> Standard.Level.RESTRICTED;
    };
  }
}
