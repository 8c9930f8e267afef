package io.breakwater.inspect.internal.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks about EXPOSE. */
final class PortRules {
  private static final Map<Integer, String> ADMINISTRATION =
      Map.ofEntries(
          Map.entry(22, "SSH"),
          Map.entry(23, "telnet"),
          Map.entry(111, "rpcbind"),
          Map.entry(445, "SMB"),
          Map.entry(512, "rexec"),
          Map.entry(513, "rlogin"),
          Map.entry(514, "rsh"),
          Map.entry(873, "rsync"),
          Map.entry(2375, "Docker"),
          Map.entry(2376, "Docker"),
          Map.entry(2379, "etcd"),
          Map.entry(3389, "RDP"),
          Map.entry(5005, "JDWP"),
          Map.entry(5900, "VNC"),
          Map.entry(5901, "VNC"),
          Map.entry(6443, "Kubernetes API"),
          Map.entry(9229, "Node inspector"),
          Map.entry(10250, "kubelet"),
          Map.entry(10255, "kubelet"),
          Map.entry(5985, "WinRM"),
          Map.entry(5986, "WinRM"));

  private PortRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-expose-range",
        (build, report) ->
            ports(
                build,
                (each, word, port) -> {
                  if (port.first() > 65535 || port.last() > 65535)
                    report.at(each, word, word.bare());
                }));
    rules.on(
        "dockerfile-expose-invalid",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.EXPOSE)) continue;
            for (Word word : each.words()) {
              if (word.text().indexOf('$') < 0 && Port.parse(word.bare()).first() < 0)
                report.at(each, word, word.bare());
            }
          }
        });
    rules.on(
        "dockerfile-expose-protocol-casing",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.EXPOSE)) continue;
            for (Word word : each.words()) {
              int slash = word.text().indexOf('/');
              if (slash < 0 || word.text().indexOf('$') >= 0) continue;
              String right =
                  word.text().substring(0, slash)
                      + word.text().substring(slash).toLowerCase(Locale.ROOT);
              if (!right.equals(word.text())) {
                report.at(
                    each.line().origin(word.start()),
                    Edits.replace(each, word.start(), word.end(), right),
                    word.text());
              }
            }
          }
        });
    rules.on(
        "dockerfile-expose-administration",
        (build, report) ->
            ports(
                build,
                (each, word, port) -> {
                  for (var one : ADMINISTRATION.entrySet()) {
                    boolean inside = port.first() <= one.getKey() && one.getKey() <= port.last();
                    if (inside && port.last() - port.first() < 1000) {
                      report.at(each, word, one.getKey().toString(), one.getValue());
                      return;
                    }
                  }
                }));
    rules.on(
        "dockerfile-expose-privileged",
        (build, report) ->
            ports(
                build,
                (each, word, port) -> {
                  if (port.first() > 0
                      && port.first() < 1024
                      && !ADMINISTRATION.containsKey(port.first())) {
                    report.at(each, word, word.bare());
                  }
                }));
  }

  private interface Look {
    void at(Instruction expose, Word word, Port port);
  }

  private static void ports(Build build, Look look) {
    for (Instruction each : build.effective()) {
      if (!each.is(Keyword.EXPOSE)) continue;
      for (Word word : each.words()) {
        Port port = Port.parse(word.bare());
        if (port.first() >= 0) look.at(each, word, port);
      }
    }
  }

  /**
   * What EXPOSE names: one port or a range.
   *
   * @param first -1 when it is none
   */
  record Port(int first, int last) {
    private static final Port NONE = new Port(-1, -1);

    static Port parse(String written) {
      String[] parts = written.split("/", -1);
      if (parts.length > 2) return NONE;
      if (parts.length == 2
          && !List.of("tcp", "udp", "sctp").contains(parts[1].toLowerCase(Locale.ROOT)))
        return NONE;
      String[] range = parts[0].split("-", -1);
      if (range.length > 2) return NONE;
      int first = number(range[0]);
      int last = range.length == 2 ? number(range[1]) : first;
      return first < 0 || last < first ? NONE : new Port(first, last);
    }

    private static int number(String text) {
      if (text.isEmpty() || text.length() > 9) return -1;
      for (int i = 0; i < text.length(); i++)
        if (text.charAt(i) < '0' || text.charAt(i) > '9') return -1;
      return Integer.parseInt(text);
    }
  }
}
