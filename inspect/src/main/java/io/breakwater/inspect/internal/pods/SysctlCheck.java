package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the Pod Security Standards say about kernel parameters. */
final class SysctlCheck {
  static final Set<String> SAFE_1_0 =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.ping_group_range",
          "net.ipv4.tcp_syncookies");
  static final Set<String> SAFE_1_27 = and(SAFE_1_0, "net.ipv4.ip_local_reserved_ports");
  static final Set<String> SAFE_1_29 =
      and(
          SAFE_1_27,
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_keepalive_time");
  static final Set<String> SAFE_1_32 = and(SAFE_1_29, "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");

  private SysctlCheck() {}

  static Optional<Refusal> judge(Pod pod, Set<String> safe) {
    var forbidden = new ArrayList<String>();
    var fields = new ArrayList<Field>();
    for (Value sysctl : pod.security().get("sysctls").elements()) {
      Value name = sysctl.get("name");
      if (safe.contains(name.text())) continue;
      forbidden.add(name.text());
      fields.add(name.field());
    }
    if (forbidden.isEmpty()) return Optional.empty();
    return Optional.of(new Refusal("forbidden sysctls", String.join(", ", forbidden), fields));
  }

  private static Set<String> and(Set<String> some, String... more) {
    var all = new HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }
}
