package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the Pod Security Standards say about capabilities. */
final class CapabilityChecks {
  private static final Set<String> BASELINE =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");
  private static final Set<String> RESTRICTED = Set.of("NET_BIND_SERVICE");

  private CapabilityChecks() {}

  static Optional<Refusal> baseline(Pod pod) {
    var adding = new Culprits();
    var forbidden = new TreeSet<String>();
    for (Container c : pod.containers()) added(c, BASELINE, adding, forbidden);
    return adding.refusal("non-default capabilities", mustNotAdd(adding, forbidden));
  }

  static Optional<Refusal> restricted(Pod pod) {
    var keeping = new Culprits();
    var adding = new Culprits();
    var forbidden = new TreeSet<String>();
    for (Container c : pod.containers()) {
      Value drop = c.security().at("capabilities.drop");
      if (!drop.texts().contains("ALL")) keeping.container(c, drop.field());
      added(c, RESTRICTED, adding, forbidden);
    }
    var details = new ArrayList<String>();
    var fields = new ArrayList<>(keeping.fields());
    fields.addAll(adding.fields());
    if (!keeping.none()) {
      details.add(keeping.containers() + " must set securityContext.capabilities.drop=[\"ALL\"]");
    }
    if (!adding.none()) details.add(mustNotAdd(adding, forbidden));
    if (details.isEmpty()) return Optional.empty();
    return Optional.of(
        new Refusal("unrestricted capabilities", String.join("; ", details), fields));
  }

  private static void added(Container c, Set<String> allowed, Culprits bad, Set<String> forbidden) {
    Value add = c.security().at("capabilities.add");
    boolean named = false;
    for (String capability : add.texts()) {
      if (allowed.contains(capability)) continue;
      forbidden.add(capability);
      if (!named) bad.container(c, add.field());
      named = true;
    }
  }

  private static String mustNotAdd(Culprits adding, Set<String> forbidden) {
    return adding.containers()
        + " must not include "
        + Culprits.quoted(forbidden)
        + " in securityContext.capabilities.add";
  }
}
