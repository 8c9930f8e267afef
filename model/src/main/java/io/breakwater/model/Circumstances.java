package io.breakwater.model;

/**
 * What is known of how a package is used, beside the image itself: evidence of rooms that watch it
 * run. What nobody has watched is unknown, and neither raises nor lowers a priority.
 *
 * @param reach whether the entry point uses it
 * @param inUse whether a running process has loaded it
 * @param exposed whether such a process takes connections from outside of its cluster
 * @param privileged whether such a process has rights over its node
 */
public record Circumstances(Reach reach, Known inUse, Known exposed, Known privileged) {
  /** Nobody has watched. */
  public static final Circumstances UNKNOWN = of(Reach.UNKNOWN);

  /** Only what the image tells. */
  public static Circumstances of(Reach reach) {
    return new Circumstances(reach, Known.UNKNOWN, Known.UNKNOWN, Known.UNKNOWN);
  }

  /** An answer that may be missing. */
  public enum Known {
    YES,
    NO,
    UNKNOWN
  }
}
