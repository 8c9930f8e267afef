package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.Container.Kind;
import io.breakwater.model.Confidence;
import java.util.List;

/** What can be wrong with a container of a Pod. */
final class ContainerRules {
  private static final List<String> HANDLERS =
      List.of(
          "livenessProbe",
          "readinessProbe",
          "startupProbe",
          "lifecycle.postStart",
          "lifecycle.preStop");

  private ContainerRules() {}

  static void judge(Pod pod, Container container, Discoveries out) {
    privileges(pod, container, out);
    PodRules.unsafe(container.security(), container.name(), out);
    if (!pod.windows()) defaults(pod, container, out);
    image(container, out);
    secrets(container, out);
    ports(container, out);
    if (container.kind() != Kind.EPHEMERAL) resources(container, out);
    if (container.kind() == Kind.MAIN) probes(container, out);
    for (Value mount : container.value().get("volumeMounts").elements()) {
      Value propagation = mount.get("mountPropagation");
      if (propagation.is("Bidirectional")) {
        String path = mount.get("mountPath").text();
        out.add("k8s-mount-propagation", propagation.field(), container.name(), path);
      }
    }
  }

  private static void privileges(Pod pod, Container container, Discoveries out) {
    String name = container.name();
    Value security = container.security();
    Value privileged = security.get("privileged");
    if (privileged.isTrue()) out.add("k8s-privileged", privileged.field(), name);
    Value add = security.at("capabilities.add");
    for (Value capability : add.elements()) {
      String word = capability.text();
      if (Dangers.dangerousCapability(word)) {
        out.add("k8s-cap-dangerous", capability.field(), name, word);
      } else if (!Dangers.ordinaryCapability(word)) {
        out.add("k8s-cap-added", capability.field(), name, word);
      }
    }
    Value mount = security.get("procMount");
    if (mount.present() && !mount.is("Default") && !pod.ownUsers()) {
      out.add("k8s-proc-mount", mount.field(), name, mount.text());
    }
    for (String handler : HANDLERS) {
      for (String action : List.of("httpGet", "tcpSocket")) {
        Value host = container.value().at(handler).get(action).get("host");
        if (!host.text().isEmpty()) out.add("k8s-probe-host", host.field(), handler, name);
      }
    }
  }

  /** What is wrong when nothing is said. */
  private static void defaults(Pod pod, Container container, Discoveries out) {
    String name = container.name();
    Value security = container.security();
    Value escalation = security.get("allowPrivilegeEscalation");
    if (!escalation.isFalse()) out.add("k8s-privilege-escalation", escalation.field(), name);
    Value drop = security.at("capabilities.drop");
    if (drop.texts().stream().noneMatch(word -> word.equalsIgnoreCase("ALL"))) {
      out.add("k8s-cap-drop-all", drop.field(), name);
    }
    Value readOnly = security.get("readOnlyRootFilesystem");
    if (!readOnly.isTrue()) out.add("k8s-writable-root", readOnly.field(), name);
    Value seccomp = security.get("seccompProfile");
    if (!seccomp.present() && !pod.security().get("seccompProfile").present()) {
      out.add("k8s-seccomp-missing", seccomp.field(), name);
    }
    Value nonRoot = security.get("runAsNonRoot");
    boolean said = nonRoot.present() || pod.security().get("runAsNonRoot").present();
    if (!said && !pod.ownUsers()) out.add("k8s-run-as-non-root", nonRoot.field(), name);
  }

  private static void image(Container container, Discoveries out) {
    Value image = container.value().get("image");
    String name = container.name();
    String reference = image.text();
    if (reference.isEmpty()) {
      out.add("k8s-image-missing", image.field(), name);
      return;
    }
    boolean moving = Dangers.movingTag(reference);
    if (moving) out.add("k8s-image-latest", image.field(), reference, name);
    else if (!reference.contains("@")) {
      out.add("k8s-image-no-digest", image.field(), reference, name);
    }
    Value policy = container.value().get("imagePullPolicy");
    if (moving && policy.present() && !policy.is("Always")) {
      out.add("k8s-image-pull-policy", policy.field(), name, policy.text());
    }
    if (reference.contains("/tiller:") || reference.endsWith("/tiller")) {
      out.add("k8s-tiller", image.field(), name, reference);
    }
  }

  private static void secrets(Container container, Discoveries out) {
    String name = container.name();
    for (Value variable : container.value().get("env").elements()) {
      String key = variable.get("name").text();
      Value value = variable.get("value");
      if (Dangers.secret(key, value.text())) {
        out.add("k8s-secret-in-env", Confidence.MEDIUM, value.field(), key, name);
      }
      Value reference = variable.at("valueFrom.secretKeyRef");
      if (reference.present()) out.add("k8s-secret-as-env", reference.field(), key, name);
    }
    for (String list : List.of("command", "args")) {
      for (Value argument : container.value().get(list).elements()) {
        Dangers.secretOption(argument.text())
            .ifPresent(
                option ->
                    out.add(
                        "k8s-secret-in-args", Confidence.MEDIUM, argument.field(), option, name));
      }
    }
  }

  private static void ports(Container container, Discoveries out) {
    for (Value port : container.value().get("ports").elements()) {
      Value host = port.get("hostPort");
      if (host.present() && !host.is(0)) {
        out.add("k8s-host-port", host.field(), container.name(), host.text());
      }
      Value own = port.get("containerPort");
      if (own.is(22)) out.add("k8s-ssh-port", own.field(), container.name(), own.text());
    }
  }

  private static void resources(Container container, Discoveries out) {
    Value resources = container.value().get("resources");
    String name = container.name();
    Value cpu = resources.at("limits.cpu");
    Value memory = resources.at("limits.memory");
    if (!cpu.present()) out.add("k8s-cpu-limit", cpu.field(), name);
    if (!memory.present()) out.add("k8s-memory-limit", memory.field(), name);
    Value cpuRequest = resources.at("requests.cpu");
    Value memoryRequest = resources.at("requests.memory");
    if (!cpuRequest.present() && !cpu.present()) {
      out.add("k8s-cpu-request", cpuRequest.field(), name);
    }
    if (!memoryRequest.present() && !memory.present()) {
      out.add("k8s-memory-request", memoryRequest.field(), name);
    }
  }

  private static void probes(Container container, Discoveries out) {
    Value liveness = container.value().get("livenessProbe");
    Value readiness = container.value().get("readinessProbe");
    if (!liveness.present()) out.add("k8s-liveness-probe", liveness.field(), container.name());
    if (!readiness.present()) out.add("k8s-readiness-probe", readiness.field(), container.name());
  }
}
