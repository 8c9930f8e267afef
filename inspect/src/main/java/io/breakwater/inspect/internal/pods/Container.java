package io.breakwater.inspect.internal.pods;

/**
 * A container of a Pod.
 *
 * @param kind which list it is in
 * @param value all of it
 */
public record Container(Kind kind, Value value) {
  /** The lists of a Pod, in the order in which Kubernetes visits them. */
  public enum Kind {
    /** Runs before the others; a sidecar when it restarts always. */
    INIT("initContainers"),
    /** Runs while the Pod runs. */
    MAIN("containers"),
    /** Was put into a running Pod to look at it. */
    EPHEMERAL("ephemeralContainers");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /** Its name. */
  public String name() {
    return value.get("name").text();
  }

  /** Its securityContext. */
  public Value security() {
    return value.get("securityContext");
  }
}
