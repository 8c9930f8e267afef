package io.breakwater.inspect.internal.pods;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be wrong with roles and their bindings. */
final class AccessRules {
  private static final Set<String> ROLES = Set.of("Role", "ClusterRole");
  private static final Set<String> BINDINGS = Set.of("RoleBinding", "ClusterRoleBinding");
  private static final Set<String> READS = Set.of("get", "list", "watch");
  private static final Set<String> WRITES = Set.of("create", "update", "patch");
  private static final Set<String> EXEC =
      Set.of("pods/exec", "pods/attach", "pods/portforward", "pods/ephemeralcontainers");
  private static final Set<String> WORKLOADS =
      Set.of(
          "pods",
          "deployments",
          "daemonsets",
          "statefulsets",
          "replicasets",
          "replicationcontrollers",
          "jobs",
          "cronjobs");
  private static final Set<String> WEBHOOKS =
      Set.of("mutatingwebhookconfigurations", "validatingwebhookconfigurations");

  private AccessRules() {}

  static void judge(KubernetesObject object, Discoveries out) {
    String who = object.kind() + " " + object.name();
    if (ROLES.contains(object.kind())) {
      for (Value rule : object.value().get("rules").elements()) rule(who, rule, out);
    } else if (BINDINGS.contains(object.kind())) {
      binding(who, object.value(), out);
    }
  }

  private static void rule(String who, Value rule, Discoveries out) {
    Set<String> verbs = new LinkedHashSet<>(rule.get("verbs").texts());
    Set<String> resources = new LinkedHashSet<>(rule.get("resources").texts());
    if (resources.isEmpty()) return;
    boolean everyVerb = verbs.contains("*");
    boolean everyResource = resources.contains("*");
    Field verbField = rule.get("verbs").field();
    Field field = rule.get("resources").field();
    if (everyVerb && everyResource) {
      out.add("k8s-rbac-wildcard", field, who);
      return;
    }
    if (everyVerb) {
      out.add("k8s-rbac-wildcard-verb", verbField, who, String.join(", ", resources));
    }
    if (everyResource) {
      out.add("k8s-rbac-wildcard-resource", field, who, String.join(", ", verbs));
    }
    for (String verb : List.of("escalate", "bind", "impersonate")) {
      if (verbs.contains(verb)) out.add("k8s-rbac-escalate", verbField, who, verb);
    }
    if (everyResource) return;
    for (Value resource : rule.get("resources").elements())
      resource(who, rule, resource, verbs, out);
  }

  private static void resource(
      String who, Value rule, Value resource, Set<String> verbs, Discoveries out) {
    String name = resource.text();
    Field field = resource.field();
    boolean writes = any(verbs, WRITES);
    boolean creates = verbs.contains("create") || verbs.contains("*");
    if (name.equals("secrets") && any(verbs, READS)) {
      boolean named = !rule.get("resourceNames").texts().isEmpty();
      boolean onlyGet = !verbs.contains("*") && !verbs.contains("list") && !verbs.contains("watch");
      if (!named || !onlyGet) out.add("k8s-rbac-secrets", field, who, String.join(", ", verbs));
    }
    boolean reaches = creates || verbs.contains("get") || verbs.contains("update");
    if (EXEC.contains(name) && (reaches || verbs.contains("patch"))) {
      out.add("k8s-rbac-exec", field, who, name);
    }
    if (name.equals("nodes/proxy")) out.add("k8s-rbac-nodes-proxy", field, who);
    if (WORKLOADS.contains(name) && writes) {
      out.add("k8s-rbac-create-workloads", field, who, does(verbs, name));
    }
    if (WEBHOOKS.contains(name) && writes) {
      out.add("k8s-rbac-webhooks", field, who, does(verbs, name));
    }
    boolean approves = name.equals("certificatesigningrequests/approval") && writes;
    if (approves || (name.equals("signers") && any(verbs, Set.of("approve", "sign")))) {
      out.add("k8s-rbac-csr", field, who, does(verbs, name));
    }
    if (name.equals("serviceaccounts/token") && creates) {
      out.add("k8s-rbac-token", field, who, does(verbs, name));
    }
    if (name.equals("persistentvolumes") && creates) {
      out.add("k8s-rbac-persistent-volumes", field, who, does(verbs, name));
    }
  }

  private static boolean any(Set<String> verbs, Set<String> wanted) {
    if (verbs.contains("*")) return true;
    for (String verb : verbs) if (wanted.contains(verb)) return true;
    return false;
  }

  private static String does(Set<String> verbs, String resource) {
    return String.join(", ", verbs) + " " + resource;
  }

  private static void binding(String who, Value binding, Discoveries out) {
    Value role = binding.at("roleRef.name");
    boolean admin = role.is("cluster-admin");
    for (Value subject : binding.get("subjects").elements()) {
      Value name = subject.get("name");
      String text = name.text();
      if (admin) out.add("k8s-binding-cluster-admin", role.field(), who, text);
      switch (text) {
        case "system:anonymous", "system:unauthenticated" ->
            out.add("k8s-binding-anonymous", name.field(), who, text);
        case "system:authenticated", "system:serviceaccounts" ->
            out.add("k8s-binding-everybody", name.field(), who, text);
        case "system:masters" -> out.add("k8s-binding-masters", name.field(), who, text);
        default -> {
          if (text.equals("default") && subject.get("kind").is("ServiceAccount")) {
            String namespace = subject.get("namespace").text();
            out.add("k8s-binding-default-account", name.field(), who, namespace);
          }
        }
      }
    }
  }
}
