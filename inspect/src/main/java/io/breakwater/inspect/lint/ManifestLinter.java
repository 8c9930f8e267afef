package io.breakwater.inspect.lint;

import io.breakwater.inspect.internal.pods.Discovery;
import io.breakwater.inspect.internal.pods.KubernetesObject;
import io.breakwater.inspect.internal.pods.Manifests;
import io.breakwater.inspect.internal.pods.Manifests.Form;
import io.breakwater.inspect.internal.pods.Pod;
import io.breakwater.inspect.internal.pods.Standard;
import io.breakwater.inspect.internal.pods.Workloads;
import io.breakwater.inspect.lint.LintResult.Kind;
import io.breakwater.inspect.lint.LintResult.PodSecurity;
import io.breakwater.inspect.lint.LintResult.Violation;
import io.breakwater.model.json.InvalidYamlException;
import io.breakwater.model.json.YamlDocument;
import io.breakwater.model.json.YamlDocument.RepeatedKey;
import io.breakwater.model.json.YamlSpot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lints manifests of Kubernetes and Compose files. */
final class ManifestLinter implements FileLinter {
  private static final Comparator<LintFinding> BY_PLACE =
      Comparator.comparingInt(LintFinding::line)
          .thenComparingInt(LintFinding::column)
          .thenComparing(finding -> finding.check().id());

  @Override
  public boolean accepts(String name, String text) {
    return Manifests.form(name, text) != Form.OTHER;
  }

  @Override
  public LintResult lint(String file, String text, Optional<PodSecurityLevel> podSecurity)
      throws InvalidConfigurationException {
    List<YamlDocument> documents = read(text);
    List<KubernetesObject> objects = objects(documents);
    var findings = new ArrayList<LintFinding>();
    for (Discovery one : objects.isEmpty() ? services(documents) : Workloads.judge(objects)) {
      findings.add(finding(one, one.field().in(documents.get(one.field().document()).spot())));
    }
    for (YamlDocument document : documents) {
      for (RepeatedKey key : document.repeated()) {
        var spot = new YamlSpot(key.line(), key.column(), Map.of(), List.of());
        findings.add(finding(Workloads.duplicateKey(key.key()), spot));
      }
    }
    findings.sort(BY_PLACE);
    return new LintResult(
        file,
        objects.isEmpty() ? Kind.COMPOSE : Kind.KUBERNETES,
        findings,
        podSecurity.map(asked -> verdict(asked, objects)));
  }

  private static List<YamlDocument> read(String text) throws InvalidConfigurationException {
    try {
      return Manifests.read(text);
    } catch (InvalidYamlException malformed) {
      throw new InvalidConfigurationException(
          malformed.reason(), malformed.line(), malformed.column());
    }
  }

  private static List<KubernetesObject> objects(List<YamlDocument> documents) {
    var objects = new ArrayList<KubernetesObject>();
    for (int i = 0; i < documents.size(); i++) {
      objects.addAll(KubernetesObject.in(documents.get(i).value(), i));
    }
    return objects;
  }

  /** A Compose file is one document. */
  private static List<Discovery> services(List<YamlDocument> documents) {
    return documents.isEmpty() ? List.of() : Workloads.judgeCompose(documents.getFirst().value());
  }

  private static LintFinding finding(Discovery one, YamlSpot spot) {
    return new LintFinding(
        one.check(),
        one.check().severity(),
        one.confidence(),
        one.message(),
        spot.line(),
        spot.column(),
        one.field().toString());
  }

  private static PodSecurity verdict(PodSecurityLevel asked, List<KubernetesObject> objects) {
    var violations = new ArrayList<Violation>();
    Standard.Level level = level(asked.level());
    for (KubernetesObject object : objects) {
      for (Pod pod : object.pods()) {
        for (Standard.Violation one : Standard.violations(pod.defaulted(), level, asked.minor())) {
          String field = one.fields().getFirst().toString();
          violations.add(new Violation(one.check(), field, one.message()));
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
