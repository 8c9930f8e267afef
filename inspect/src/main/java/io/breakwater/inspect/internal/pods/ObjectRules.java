package io.breakwater.inspect.internal.pods;

import io.breakwater.model.Confidence;
import java.util.List;
import java.util.Set;

/** What can be wrong with other objects, and with any object. */
final class ObjectRules {
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease");
  private static final Set<String> REPLICATED = Set.of("Deployment", "StatefulSet");

  private ObjectRules() {}

  static void judge(KubernetesObject object, Discoveries out) {
    apiVersion(object, out);
    namespace(object, out);
    switch (object.kind()) {
      case "Secret" -> secret(object, out);
      case "ConfigMap" -> configMap(object, out);
      case "Namespace" -> standard(object, out);
      case "ServiceAccount" -> serviceAccount(object, out);
      case "CronJob" -> cronJob(object, out);
      case "ValidatingWebhookConfiguration" -> webhooks(object, out);
      case "APIService" -> apiService(object, out);
      case "PersistentVolume" -> persistentVolume(object, out);
      default -> {}
    }
  }

  static void replicas(KubernetesObject object, Discoveries out) {
    if (!REPLICATED.contains(object.kind()) || !object.group().equals("apps")) return;
    Value replicas = object.value().at("spec.replicas");
    if (replicas.present() && !replicas.is(1)) return;
    out.add("k8s-single-replica", replicas.field(), object.kind() + " " + object.name());
  }

  private static void apiVersion(KubernetesObject object, Discoveries out) {
    RemovedVersions.of(object.apiVersion(), object.kind())
        .ifPresent(
            removed ->
                out.add(
                    "k8s-api-removed",
                    object.value().get("apiVersion").field(),
                    object.apiVersion() + " " + object.kind(),
                    removed.version(),
                    removed.instead()));
  }

  private static void namespace(KubernetesObject object, Discoveries out) {
    Value namespace = object.value().at("metadata.namespace");
    String what = object.kind() + " " + object.name();
    boolean runs = !object.pods().isEmpty();
    if (runs && namespace.is("default")) {
      out.add("k8s-default-namespace", namespace.field(), what);
    } else if (runs && SYSTEM.contains(namespace.text())) {
      out.add("k8s-system-namespace", namespace.field(), what, namespace.text());
    }
  }

  private static void secret(KubernetesObject object, Discoveries out) {
    if (!object.group().isEmpty()) return;
    for (String part : List.of("data", "stringData")) {
      Value data = object.value().get(part);
      for (String key : data.names()) {
        String value = data.get(key).text();
        if (value.isEmpty() || value.contains("{{") || value.contains("${")) continue;
        out.add("k8s-secret-committed", data.get(key).field(), object.name(), key);
      }
    }
  }

  private static void configMap(KubernetesObject object, Discoveries out) {
    Value data = object.value().get("data");
    for (String key : data.names()) {
      Value value = data.get(key);
      if (Dangers.secret(key, value.text())) {
        out.add("k8s-configmap-secret", Confidence.MEDIUM, value.field(), key, object.name());
      }
    }
  }

  private static void standard(KubernetesObject object, Discoveries out) {
    Value labels = object.value().at("metadata.labels");
    Value enforce = labels.get(ENFORCE);
    if (SYSTEM.contains(object.name())) return;
    if (!enforce.present()) {
      out.add("k8s-namespace-no-standard", enforce.field(), object.name());
    } else if (enforce.is("privileged")) {
      out.add("k8s-namespace-privileged", enforce.field(), object.name());
    }
  }

  private static void serviceAccount(KubernetesObject object, Discoveries out) {
    Value mounts = object.value().get("automountServiceAccountToken");
    if (!mounts.isFalse()) out.add("k8s-service-account-automount", mounts.field(), object.name());
  }

  private static void cronJob(KubernetesObject object, Discoveries out) {
    Value policy = object.value().at("spec.concurrencyPolicy");
    if (!policy.is("Forbid") && !policy.is("Replace")) {
      out.add("k8s-cronjob-concurrency", policy.field(), object.name());
    }
  }

  private static void webhooks(KubernetesObject object, Discoveries out) {
    for (Value webhook : object.value().get("webhooks").elements()) {
      Value policy = webhook.get("failurePolicy");
      if (policy.is("Ignore")) {
        out.add("k8s-webhook-fails-open", policy.field(), webhook.get("name").text());
      }
    }
  }

  private static void apiService(KubernetesObject object, Discoveries out) {
    Value skips = object.value().at("spec.insecureSkipTLSVerify");
    if (skips.isTrue()) out.add("k8s-api-service-insecure", skips.field(), object.name());
  }

  private static void persistentVolume(KubernetesObject object, Discoveries out) {
    Value path = object.value().at("spec.hostPath.path");
    if (path.present()) {
      out.add("k8s-persistent-volume-host-path", path.field(), object.name(), path.text());
    }
  }
}
