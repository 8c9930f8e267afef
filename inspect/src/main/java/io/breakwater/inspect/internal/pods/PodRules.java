package io.breakwater.inspect.internal.pods;

import java.util.List;
import java.util.Set;

/** What can be wrong with a Pod as a whole. */
final class PodRules {
  private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final Set<String> SYSTEM_PRIORITIES =
      Set.of("system-node-critical", "system-cluster-critical");

  private PodRules() {}

  /**
   * Judges a Pod.
   *
   * @param silent the service accounts that hand out no token
   */
  static void judge(Pod pod, Set<String> silent, Discoveries out) {
    flag(pod, "hostNetwork", "k8s-host-network", out);
    flag(pod, "hostPID", "k8s-host-pid", out);
    flag(pod, "hostIPC", "k8s-host-ipc", out);
    flag(pod, "shareProcessNamespace", "k8s-share-process-namespace", out);
    volumes(pod, out);
    account(pod, silent, out);
    security(pod, out);
    placement(pod, out);
  }

  private static void flag(Pod pod, String name, String rule, Discoveries out) {
    Value value = pod.spec().get(name);
    if (value.isTrue()) out.add(rule, value.field());
  }

  private static void volumes(Pod pod, Discoveries out) {
    for (Value volume : pod.spec().get("volumes").elements()) {
      String name = volume.get("name").text();
      Value git = volume.get("gitRepo");
      if (git.present()) out.add("k8s-git-repo-volume", git.field(), name);
      Value host = volume.get("hostPath");
      if (!host.present()) continue;
      Value path = host.get("path");
      String rule =
          switch (Dangers.path(path.text())) {
            case SOCKET -> "k8s-host-path-socket";
            case SENSITIVE -> "k8s-host-path-sensitive";
            case ORDINARY -> "k8s-host-path";
          };
      out.add(rule, path.field(), name, path.text());
    }
  }

  private static void account(Pod pod, Set<String> silent, Discoveries out) {
    Value named = pod.spec().get("serviceAccountName");
    Value old = pod.spec().get("serviceAccount");
    String account = named.present() ? named.text() : old.text();
    boolean isDefault = account.isEmpty() || account.equals("default");
    Value mounts = pod.spec().get("automountServiceAccountToken");
    if (mounts.isFalse()) return;
    String shown = isDefault ? "default" : account;
    if (!silent.contains(shown) || mounts.isTrue()) {
      out.add("k8s-service-account-token", mounts.field(), shown);
    }
    if (isDefault) out.add("k8s-default-service-account", named.field());
  }

  private static void security(Pod pod, Discoveries out) {
    Value security = pod.security();
    unsafe(security, "Pod", out);
    for (Value group : security.get("supplementalGroups").elements()) {
      if (group.is(0)) out.add("k8s-root-group", group.field(), "supplementalGroups");
    }
    if (security.get("fsGroup").is(0)) {
      out.add("k8s-root-group", security.get("fsGroup").field(), "fsGroup");
    }
    for (Value sysctl : security.get("sysctls").elements()) {
      Value name = sysctl.get("name");
      if (!SysctlCheck.SAFE_1_32.contains(name.text())) {
        out.add("k8s-unsafe-sysctl", name.field(), name.text());
      }
    }
    Value annotations = pod.metadata().get("annotations");
    for (String key : annotations.names()) {
      Value profile = annotations.get(key);
      if (key.startsWith(APPARMOR) && profile.is("unconfined")) {
        out.add("k8s-apparmor-unconfined", profile.field(), profile.text());
      }
    }
  }

  /** What a securityContext of a Pod or of a container may say. */
  static void unsafe(Value security, String who, Discoveries out) {
    Value seccomp = security.at("seccompProfile.type");
    if (seccomp.is("Unconfined")) {
      out.add("k8s-seccomp-unconfined", seccomp.field(), who, seccomp.text());
    }
    Value appArmor = security.at("appArmorProfile.type");
    if (appArmor.is("Unconfined")) {
      out.add("k8s-apparmor-unconfined", appArmor.field(), appArmor.text());
    }
    for (String part : List.of("type", "user", "role")) {
      Value value = security.at("seLinuxOptions." + part);
      boolean allowed = part.equals("type") && SeLinuxCheck.TYPES_1_31.contains(value.text());
      if (!value.text().isEmpty() && !allowed) {
        out.add("k8s-selinux-options", value.field(), part, value.text());
      }
    }
    Value user = security.get("runAsUser");
    if (user.is(0)) out.add("k8s-run-as-root", user.field(), who, "runAsUser: 0");
    Value nonRoot = security.get("runAsNonRoot");
    if (nonRoot.isFalse()) {
      out.add("k8s-run-as-root", nonRoot.field(), who, "runAsNonRoot: false");
    }
    Value group = security.get("runAsGroup");
    if (group.is(0)) out.add("k8s-root-group", group.field(), "runAsGroup");
    Value process = security.at("windowsOptions.hostProcess");
    if (process.isTrue()) out.add("k8s-windows-host-process", process.field(), who);
  }

  private static void placement(Pod pod, Discoveries out) {
    for (Value toleration : pod.spec().get("tolerations").elements()) {
      boolean every = toleration.get("operator").is("Exists");
      if (every && toleration.get("key").text().isEmpty()) {
        out.add("k8s-tolerates-everything", toleration.field());
      }
    }
    Value node = pod.spec().get("nodeName");
    if (!node.text().isEmpty()) out.add("k8s-node-name", node.field(), node.text());
    Value priority = pod.spec().get("priorityClassName");
    if (SYSTEM_PRIORITIES.contains(priority.text())) {
      out.add("k8s-system-priority", priority.field(), priority.text());
    }
  }
}
