package io.breakwater.inspect.internal.pods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The simple checks of the Pod Security Standards. */
final class StandardChecks {
  private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final Set<String> APPARMOR_TYPES = Set.of("RuntimeDefault", "Localhost");

  private StandardChecks() {}

  /** What a check says against a Pod. */
  record Refusal(String reason, String detail, List<Field> fields) {}

  static Optional<Refusal> hostNamespaces(Pod pod) {
    var set = new ArrayList<String>();
    var fields = new ArrayList<Field>();
    for (String name : List.of("hostNetwork", "hostPID", "hostIPC")) {
      Value value = pod.spec().get(name);
      if (!value.isTrue()) continue;
      set.add(name + "=true");
      fields.add(value.field());
    }
    if (set.isEmpty()) return Optional.empty();
    return Optional.of(new Refusal("host namespaces", String.join(", ", set), fields));
  }

  static Optional<Refusal> privileged(Pod pod) {
    var bad = new Culprits();
    for (Container c : pod.containers()) {
      Value value = c.security().get("privileged");
      if (value.isTrue()) bad.container(c, value.field());
    }
    return bad.refusal(
        "privileged", bad.containers() + " must not set securityContext.privileged=true");
  }

  static Optional<Refusal> allowPrivilegeEscalation(Pod pod) {
    var bad = new Culprits();
    for (Container c : pod.containers()) {
      Value value = c.security().get("allowPrivilegeEscalation");
      if (!value.isFalse()) bad.container(c, value.field());
    }
    return bad.refusal(
        "allowPrivilegeEscalation != false",
        bad.containers() + " must set securityContext.allowPrivilegeEscalation=false");
  }

  static Optional<Refusal> procMount(Pod pod) {
    var bad = new Culprits();
    var types = new TreeSet<String>();
    for (Container c : pod.containers()) {
      Value value = c.security().get("procMount");
      if (!value.present() || value.is("Default")) continue;
      bad.container(c, value.field());
      types.add(value.text());
    }
    return bad.refusal(
        "procMount",
        bad.containers() + " must not set securityContext.procMount to " + Culprits.quoted(types));
  }

  static Optional<Refusal> appArmorProfile(Pod pod) {
    var bad = new Culprits();
    var types = new TreeSet<String>();
    Value ofPod = pod.security().get("appArmorProfile");
    if (refusesAppArmor(ofPod, types)) bad.pod(ofPod.get("type").field());
    for (Container c : pod.containers()) {
      Value own = c.security().get("appArmorProfile");
      if (refusesAppArmor(own, types)) bad.container(c, own.get("type").field());
    }
    var annotations = new TreeSet<String>();
    var fields = new ArrayList<Field>();
    Value written = pod.metadata().get("annotations");
    for (String key : written.names()) {
      String profile = written.get(key).text();
      boolean allowed =
          profile.isEmpty()
              || profile.equals("runtime/default")
              || profile.startsWith("localhost/");
      if (!key.startsWith(APPARMOR) || allowed) continue;
      annotations.add(key + "=" + Culprits.escaped(profile));
      fields.add(written.get(key).field());
    }
    var setters = new ArrayList<String>();
    if (!bad.none()) setters.add(bad.setters());
    if (!annotations.isEmpty()) setters.add(Culprits.plural("annotation", annotations.size()));
    if (setters.isEmpty()) return Optional.empty();
    var values = new ArrayList<String>(types);
    values.addAll(annotations);
    fields.addAll(0, bad.fields());
    return Optional.of(
        new Refusal(
            Culprits.plural("forbidden AppArmor profile", values.size()),
            String.join(" and ", setters)
                + " must not set AppArmor profile type to "
                + Culprits.quoted(values),
            fields));
  }

  private static boolean refusesAppArmor(Value profile, Set<String> types) {
    if (!profile.present() || APPARMOR_TYPES.contains(profile.get("type").text())) return false;
    types.add(profile.get("type").text());
    return true;
  }
}
