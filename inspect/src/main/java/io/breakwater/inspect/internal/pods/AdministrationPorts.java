package io.breakwater.inspect.internal.pods;

import java.util.Set;

/** Ports of databases, brokers and administration, which nobody outside has to reach. */
final class AdministrationPorts {
  private static final Set<Integer> PORTS =
      Set.of(
          22, 23, 389, 1433, 1521, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 4369, 5432, 5601, 5672,
          5900, 5984, 6379, 6443, 7000, 7001, 8086, 8123, 8500, 8848, 9000, 9042, 9090, 9092, 9200,
          9300, 10250, 11211, 15672, 27017, 27018, 50000);

  private AdministrationPorts() {}

  static boolean contains(String port) {
    if (port.isEmpty() || port.length() > 5) return false;
    for (int i = 0; i < port.length(); i++) {
      if (port.charAt(i) < '0' || port.charAt(i) > '9') return false;
    }
    return PORTS.contains(Integer.parseInt(port));
  }
}
