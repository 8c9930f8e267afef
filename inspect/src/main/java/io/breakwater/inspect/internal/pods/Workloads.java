package io.breakwater.inspect.internal.pods;

import io.breakwater.model.Check;
import io.breakwater.model.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges objects of Kubernetes and Compose files. Pure: from the parsed object to what is wrong
 * with it, at admission as in a file.
 */
public final class Workloads {
  private Workloads() {}

  /** Judges objects that are deployed together. */
  public static List<Discovery> judge(List<KubernetesObject> objects) {
    var out = new Discoveries(Rules.kubernetes());
    boolean budget = objects.stream().anyMatch(o -> o.kind().equals("PodDisruptionBudget"));
    Set<String> silent = accountsWithoutToken(objects);
    for (KubernetesObject object : objects) {
      ObjectRules.judge(object, out);
      AccessRules.judge(object, out);
      NetworkRules.judge(object, out);
      if (!budget) ObjectRules.replicas(object, out);
      for (Pod pod : object.pods()) {
        PodRules.judge(pod, silent, out);
        for (Container container : pod.containers()) ContainerRules.judge(pod, container, out);
      }
    }
    return out.all();
  }

  private static Set<String> accountsWithoutToken(List<KubernetesObject> objects) {
    var out = new HashSet<String>();
    for (KubernetesObject object : objects) {
      boolean silent = object.value().get("automountServiceAccountToken").isFalse();
      if (silent && object.kind().equals("ServiceAccount")) out.add(object.name());
    }
    return out;
  }

  /** Judges the services of a Compose file. */
  public static List<Discovery> judgeCompose(Json document) {
    var out = new Discoveries(Rules.compose());
    ComposeRules.judge(new Value(document, Field.ROOT), out);
    return out.all();
  }

  /** What is said of a key that a mapping has twice. */
  public static Discovery duplicateKey(String key) {
    var out = new Discoveries(Rules.kubernetes());
    out.add("yaml-duplicate-key", Field.ROOT.member(key), key);
    return out.all().getFirst();
  }

  /** All checks, those of Compose files last. */
  public static List<Check> checks() {
    return Stream.concat(Rules.kubernetes().all().stream(), Rules.compose().all().stream())
        .map(Rules.Rule::check)
        .toList();
  }
}
