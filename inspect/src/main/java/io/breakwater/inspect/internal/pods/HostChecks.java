package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the Pod Security Standards say about ports, probes and processes of the node. */
final class HostChecks {
  private static final List<String> HANDLERS =
      List.of(
          "livenessProbe",
          "readinessProbe",
          "startupProbe",
          "lifecycle.postStart",
          "lifecycle.preStop");

  private HostChecks() {}

  static Optional<Refusal> ports(Pod pod) {
    var bad = new Culprits();
    var used = new TreeSet<String>();
    for (Container c : pod.containers()) {
      Optional<Field> first = Optional.empty();
      for (Value port : c.value().get("ports").elements()) {
        Value host = port.get("hostPort");
        if (!host.present() || host.is(0)) continue;
        used.add(host.text());
        if (first.isEmpty()) first = Optional.of(host.field());
      }
      first.ifPresent(field -> bad.container(c, field));
    }
    return bad.refusal(
        "hostPort",
        bad.containers()
            + (bad.count() == 1 ? " uses " : " use ")
            + Culprits.plural("hostPort", used.size())
            + " "
            + String.join(", ", used));
  }

  static Optional<Refusal> probes(Pod pod) {
    var containers = new TreeSet<String>();
    var hosts = new TreeSet<String>();
    var fields = new ArrayList<Field>();
    for (Container c : pod.containers()) {
      for (String handler : HANDLERS) {
        for (String action : List.of("httpGet", "tcpSocket")) {
          Value host = c.value().at(handler).get(action).get("host");
          if (host.text().isEmpty()) continue;
          containers.add(c.name());
          hosts.add(host.text());
          fields.add(host.field());
        }
      }
    }
    if (fields.isEmpty()) return Optional.empty();
    return Optional.of(
        new Refusal(
            "probe or lifecycle host",
            Culprits.plural("container", containers.size())
                + " "
                + Culprits.quoted(containers)
                + (containers.size() == 1 ? " uses " : " use ")
                + Culprits.plural("probe or lifecycle host", hosts.size())
                + " "
                + Culprits.quoted(hosts),
            fields));
  }

  static Optional<Refusal> windowsHostProcess(Pod pod) {
    var bad = new Culprits();
    Value ofPod = pod.security().at("windowsOptions.hostProcess");
    if (ofPod.isTrue()) bad.pod(ofPod.field());
    for (Container c : pod.containers()) {
      Value own = c.security().at("windowsOptions.hostProcess");
      if (own.isTrue()) bad.container(c, own.field());
    }
    return bad.refusal(
        "hostProcess",
        bad.setters() + " must not set securityContext.windowsOptions.hostProcess=true");
  }
}
