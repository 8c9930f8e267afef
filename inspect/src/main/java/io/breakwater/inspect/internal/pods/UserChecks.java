package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import java.util.Optional;

/** What the Pod Security Standards say about the user that containers run as. */
final class UserChecks {
  private static final String REASON = "runAsNonRoot != true";

  private UserChecks() {}

  static Optional<Refusal> runAsNonRoot(Pod pod) {
    var explicit = new Culprits();
    var silent = new Culprits();
    Value ofPod = pod.security().get("runAsNonRoot");
    if (ofPod.isFalse()) explicit.pod(ofPod.field());
    for (Container c : pod.containers()) {
      Value own = c.security().get("runAsNonRoot");
      if (own.isFalse()) explicit.container(c, own.field());
      else if (!own.isTrue() && !ofPod.isTrue()) silent.container(c, own.field());
    }
    if (!explicit.none()) {
      return explicit.refusal(
          REASON, explicit.setters() + " must not set securityContext.runAsNonRoot=false");
    }
    return silent.refusal(
        REASON, "pod or " + silent.containers() + " must set securityContext.runAsNonRoot=true");
  }

  static Optional<Refusal> runAsUser(Pod pod) {
    var bad = new Culprits();
    Value ofPod = pod.security().get("runAsUser");
    if (ofPod.is(0)) bad.pod(ofPod.field());
    for (Container c : pod.containers()) {
      Value own = c.security().get("runAsUser");
      if (own.is(0)) bad.container(c, own.field());
    }
    return bad.refusal("runAsUser=0", bad.setters() + " must not set runAsUser=0");
  }
}
