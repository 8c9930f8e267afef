package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the Pod Security Standards say about seccomp. */
final class SeccompChecks {
  private static final Set<String> TYPES = Set.of("RuntimeDefault", "Localhost");
  private static final String POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
  private static final String REASON = "seccompProfile";

  private SeccompChecks() {}

  /** Before the fields there were annotations. */
  static Optional<Refusal> annotations(Pod pod) {
    var keys = new TreeSet<String>();
    keys.add(POD);
    for (Container c : pod.containers()) keys.add(CONTAINER + c.name());
    var forbidden = new TreeMap<String, Field>();
    for (String key : keys) {
      Value value = pod.metadata().get("annotations").get(key);
      String profile = value.text();
      boolean allowed =
          profile.equals("runtime/default")
              || profile.equals("docker/default")
              || profile.startsWith("localhost/");
      if (value.present() && !allowed) {
        forbidden.put(key + "=" + Culprits.escaped(profile), value.field());
      }
    }
    if (forbidden.isEmpty()) return Optional.empty();
    return Optional.of(
        new Refusal(
            REASON,
            "forbidden "
                + Culprits.plural("annotation", forbidden.size())
                + " "
                + String.join(", ", forbidden.keySet()),
            new ArrayList<>(forbidden.values())));
  }

  static Optional<Refusal> baseline(Pod pod) {
    var bad = new Culprits();
    var types = new TreeSet<String>();
    explicit(pod, bad, types);
    return refusal(bad, types);
  }

  static Optional<Refusal> restricted(Pod pod) {
    var bad = new Culprits();
    var types = new TreeSet<String>();
    explicit(pod, bad, types);
    if (!bad.none()) return refusal(bad, types);
    var silent = new Culprits();
    boolean ofPod = pod.security().get("seccompProfile").present();
    for (Container c : pod.containers()) {
      Value own = c.security().get("seccompProfile");
      if (!ofPod && !own.present()) silent.container(c, own.get("type").field());
    }
    return silent.refusal(
        REASON,
        "pod or "
            + silent.containers()
            + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or"
            + " \"Localhost\"");
  }

  private static void explicit(Pod pod, Culprits bad, Set<String> types) {
    Value ofPod = pod.security().get("seccompProfile");
    if (refuses(ofPod, types)) bad.pod(ofPod.get("type").field());
    for (Container c : pod.containers()) {
      Value own = c.security().get("seccompProfile");
      if (refuses(own, types)) bad.container(c, own.get("type").field());
    }
  }

  private static boolean refuses(Value profile, Set<String> types) {
    if (!profile.present() || TYPES.contains(profile.get("type").text())) return false;
    types.add(profile.get("type").text());
    return true;
  }

  private static Optional<Refusal> refusal(Culprits bad, Set<String> types) {
    return bad.refusal(
        REASON,
        bad.setters()
            + " must not set securityContext.seccompProfile.type to "
            + Culprits.quoted(types));
  }
}
