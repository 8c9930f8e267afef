package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the Pod Security Standards say about SELinux. */
final class SeLinuxCheck {
  static final Set<String> TYPES_1_0 =
      Set.of("", "container_t", "container_init_t", "container_kvm_t");
  static final Set<String> TYPES_1_31 =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

  private final Set<String> allowed;
  private final Culprits bad = new Culprits();
  private final TreeSet<String> types = new TreeSet<>();
  private boolean user;
  private boolean role;

  private SeLinuxCheck(Set<String> allowed) {
    this.allowed = allowed;
  }

  static Optional<Refusal> judge(Pod pod, Set<String> allowed) {
    return new SeLinuxCheck(allowed).judge(pod);
  }

  private Optional<Refusal> judge(Pod pod) {
    refused(pod.security().get("seLinuxOptions")).ifPresent(bad::pod);
    for (Container c : pod.containers()) {
      refused(c.security().get("seLinuxOptions")).ifPresent(field -> bad.container(c, field));
    }
    var details = new ArrayList<String>();
    if (!types.isEmpty()) {
      details.add(Culprits.plural("type", types.size()) + " " + Culprits.quoted(types));
    }
    if (user) details.add("user may not be set");
    if (role) details.add("role may not be set");
    return bad.refusal(
        "seLinuxOptions",
        bad.setters()
            + " set forbidden securityContext.seLinuxOptions: "
            + String.join("; ", details));
  }

  private Optional<Field> refused(Value options) {
    Optional<Field> field = Optional.empty();
    if (!options.get("role").text().isEmpty()) {
      role = true;
      field = Optional.of(options.get("role").field());
    }
    if (!options.get("user").text().isEmpty()) {
      user = true;
      field = Optional.of(options.get("user").field());
    }
    if (!allowed.contains(options.get("type").text())) {
      types.add(options.get("type").text());
      field = Optional.of(options.get("type").field());
    }
    return field;
  }
}
