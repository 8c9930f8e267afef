package io.breakwater.inspect.internal.pods;

import java.util.List;
import java.util.Locale;

/** What can be wrong with Services, Ingresses and network policies. */
final class NetworkRules {
  private static final List<String> SNIPPETS =
      List.of("configuration-snippet", "server-snippet", "auth-snippet", "stream-snippet");

  private NetworkRules() {}

  static void judge(KubernetesObject object, Discoveries out) {
    switch (object.kind()) {
      case "Service" -> service(object, out);
      case "Ingress" -> ingress(object, out);
      case "NetworkPolicy" -> policy(object, out);
      default -> {}
    }
  }

  private static void service(KubernetesObject object, Discoveries out) {
    if (!object.group().isEmpty()) return;
    Value spec = object.value().get("spec");
    Value type = spec.get("type");
    if (type.is("NodePort")) out.add("k8s-service-node-port", type.field(), object.name());
    boolean open =
        spec.get("loadBalancerSourceRanges").texts().isEmpty()
            || spec.get("loadBalancerSourceRanges").texts().contains("0.0.0.0/0");
    if (type.is("LoadBalancer") && open && !internal(object)) {
      out.add("k8s-service-load-balancer", type.field(), object.name());
    }
    Value external = spec.get("externalIPs");
    if (!external.texts().isEmpty()) {
      String addresses = String.join(", ", external.texts());
      out.add("k8s-service-external-ips", external.field(), object.name(), addresses);
    }
  }

  /** Clouds have annotations of their own for load balancers inside of the network. */
  private static boolean internal(KubernetesObject object) {
    Value annotations = object.value().at("metadata.annotations");
    for (String key : annotations.names()) {
      String value = annotations.get(key).text().toLowerCase(Locale.ROOT);
      boolean about = key.contains("load-balancer") || key.contains("loadbalancer");
      if (!about) continue;
      boolean says = value.equals("internal") || value.equals("intranet");
      if (says || (key.endsWith("-internal") && !value.equals("false"))) return true;
    }
    return false;
  }

  private static void ingress(KubernetesObject object, Discoveries out) {
    Value spec = object.value().get("spec");
    Value tls = spec.get("tls");
    if (tls.elements().isEmpty()) out.add("k8s-ingress-no-tls", tls.field(), object.name());
    for (Value rule : spec.get("rules").elements()) {
      Value host = rule.get("host");
      if (host.text().isEmpty() || host.is("*")) {
        out.add("k8s-ingress-any-host", host.field(), object.name(), "*");
      }
    }
    Value annotations = object.value().at("metadata.annotations");
    for (String key : annotations.names()) {
      for (String snippet : SNIPPETS) {
        if (!key.endsWith("/" + snippet)) continue;
        out.add("k8s-ingress-snippet", annotations.get(key).field(), key);
      }
    }
  }

  private static void policy(KubernetesObject object, Discoveries out) {
    Value spec = object.value().get("spec");
    for (String direction : List.of("ingress", "egress")) {
      String peers = direction.equals("ingress") ? "from" : "to";
      for (Value rule : spec.get(direction).elements()) {
        boolean anyPeer = rule.get(peers).elements().isEmpty();
        boolean anyPort = rule.get("ports").elements().isEmpty();
        if (anyPeer && anyPort) {
          out.add("k8s-network-policy-allows-all", rule.field(), object.name(), direction);
        }
        for (Value peer : rule.get(peers).elements()) {
          Value range = peer.at("ipBlock.cidr");
          boolean world = range.is("0.0.0.0/0") || range.is("::/0");
          if (world && peer.at("ipBlock.except").elements().isEmpty()) {
            out.add("k8s-network-policy-world", range.field(), object.name(), range.text());
          }
        }
      }
    }
  }
}
