package io.breakwater.inspect.internal.pods;

import java.util.List;
import java.util.Optional;

/**
 * The versions of the API that Kubernetes serves no more.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/deprecation-guide/">the list</a>
 */
final class RemovedVersions {
  private static final List<Removed> ALL =
      List.of(
          of("extensions/v1beta1", "Ingress", "1.22", "networking.k8s.io/v1"),
          of("extensions/v1beta1", "NetworkPolicy", "1.16", "networking.k8s.io/v1"),
          of("extensions/v1beta1", "PodSecurityPolicy", "1.16", "Pod Security Admission"),
          of("extensions/v1beta1", "", "1.16", "apps/v1"),
          of("apps/v1beta1", "", "1.16", "apps/v1"),
          of("apps/v1beta2", "", "1.16", "apps/v1"),
          of("batch/v2alpha1", "CronJob", "1.21", "batch/v1"),
          of("batch/v1beta1", "CronJob", "1.25", "batch/v1"),
          of("policy/v1beta1", "PodDisruptionBudget", "1.25", "policy/v1"),
          of("policy/v1beta1", "PodSecurityPolicy", "1.25", "Pod Security Admission"),
          of("networking.k8s.io/v1beta1", "Ingress", "1.22", "networking.k8s.io/v1"),
          of("networking.k8s.io/v1beta1", "IngressClass", "1.22", "networking.k8s.io/v1"),
          group("rbac.authorization.k8s.io/v1alpha1", "rbac.authorization.k8s.io/v1"),
          group("rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io/v1"),
          group("apiextensions.k8s.io/v1beta1", "apiextensions.k8s.io/v1"),
          group("apiregistration.k8s.io/v1beta1", "apiregistration.k8s.io/v1"),
          group("certificates.k8s.io/v1beta1", "certificates.k8s.io/v1"),
          group("scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1"),
          of(
              "admissionregistration.k8s.io/v1beta1",
              "MutatingWebhookConfiguration",
              "1.22",
              "admissionregistration.k8s.io/v1"),
          of(
              "admissionregistration.k8s.io/v1beta1",
              "ValidatingWebhookConfiguration",
              "1.22",
              "admissionregistration.k8s.io/v1"),
          of("storage.k8s.io/v1beta1", "CSIDriver", "1.22", "storage.k8s.io/v1"),
          of("storage.k8s.io/v1beta1", "CSINode", "1.22", "storage.k8s.io/v1"),
          of("storage.k8s.io/v1beta1", "StorageClass", "1.22", "storage.k8s.io/v1"),
          of("storage.k8s.io/v1beta1", "VolumeAttachment", "1.22", "storage.k8s.io/v1"),
          of("storage.k8s.io/v1beta1", "CSIStorageCapacity", "1.27", "storage.k8s.io/v1"),
          of("coordination.k8s.io/v1beta1", "Lease", "1.22", "coordination.k8s.io/v1"),
          of("discovery.k8s.io/v1beta1", "EndpointSlice", "1.25", "discovery.k8s.io/v1"),
          of("events.k8s.io/v1beta1", "Event", "1.25", "events.k8s.io/v1"),
          of("node.k8s.io/v1beta1", "RuntimeClass", "1.25", "node.k8s.io/v1"),
          of("autoscaling/v2beta1", "HorizontalPodAutoscaler", "1.25", "autoscaling/v2"),
          of("autoscaling/v2beta2", "HorizontalPodAutoscaler", "1.26", "autoscaling/v2"),
          of("flowcontrol.apiserver.k8s.io/v1beta1", "", "1.26", "flowcontrol.apiserver.k8s.io/v1"),
          of("flowcontrol.apiserver.k8s.io/v1beta2", "", "1.29", "flowcontrol.apiserver.k8s.io/v1"),
          of(
              "flowcontrol.apiserver.k8s.io/v1beta3",
              "",
              "1.32",
              "flowcontrol.apiserver.k8s.io/v1"));

  private RemovedVersions() {}

  /** A version that is served no more, of one kind or, without a kind, of all. */
  record Removed(String apiVersion, String kind, String version, String instead) {}

  static Optional<Removed> of(String apiVersion, String kind) {
    for (Removed one : ALL) {
      boolean same = one.kind().isEmpty() || one.kind().equals(kind);
      if (same && one.apiVersion().equals(apiVersion)) return Optional.of(one);
    }
    return Optional.empty();
  }

  private static Removed of(String apiVersion, String kind, String version, String instead) {
    return new Removed(apiVersion, kind, version, instead);
  }

  private static Removed group(String apiVersion, String instead) {
    return new Removed(apiVersion, "", "1.22", instead);
  }
}
