package io.breakwater.inspect.internal.config;

import io.breakwater.model.Severity;
import java.util.List;
import java.util.Map;

/** Judges EXPOSE. */
final class Ports {
  private static final Map<Integer, String> ADMINISTRATION =
      Map.ofEntries(
          Map.entry(22, "SSH"),
          Map.entry(23, "telnet"),
          Map.entry(512, "rexec"),
          Map.entry(513, "rlogin"),
          Map.entry(514, "rsh"),
          Map.entry(2375, "Docker without TLS"),
          Map.entry(2376, "Docker"),
          Map.entry(2379, "etcd"),
          Map.entry(2380, "etcd peers"),
          Map.entry(3389, "RDP"),
          Map.entry(5005, "Java debugger"),
          Map.entry(5900, "VNC"),
          Map.entry(5985, "WinRM"),
          Map.entry(9229, "Node debugger"),
          Map.entry(10250, "kubelet"),
          Map.entry(10255, "kubelet, read only"));

  private Ports() {}

  static void judge(List<String> ports, Findings findings) {
    for (String told : ports) {
      int slash = told.indexOf('/');
      String numbers = slash < 0 ? told : told.substring(0, slash);
      String protocol = slash < 0 ? "tcp" : told.substring(slash + 1);
      int dash = numbers.indexOf('-');
      int first = number(dash < 0 ? numbers : numbers.substring(0, dash));
      int last = dash < 0 ? first : number(numbers.substring(dash + 1));
      boolean isProtocol = List.of("tcp", "udp", "sctp").contains(protocol);
      if (first < 1 || last < first || !isProtocol) {
        findings.add(ConfigCheck.PORT_INVALID, "ExposedPorts", told);
        continue;
      }
      String service = first == last ? ADMINISTRATION.get(first) : null;
      if (service != null && !protocol.equals("udp")) {
        Severity severity = first == 23 || first == 2375 ? Severity.HIGH : Severity.MEDIUM;
        findings.add(ConfigCheck.PORT_ADMIN, severity, "ExposedPorts", told + " is " + service);
      } else if (first < 1024) {
        findings.add(ConfigCheck.PORT_PRIVILEGED, "ExposedPorts", told);
      }
    }
  }

  /** From 1 to 65535, else 0. */
  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 5) return 0;
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return 0;
    }
    int number = Integer.parseInt(digits);
    return number <= 65_535 ? number : 0;
  }
}
