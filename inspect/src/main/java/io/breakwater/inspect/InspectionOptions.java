package io.breakwater.inspect;

/**
 * What a user adds to what comes with Breakwater, already read and checked. Whatever changes what
 * is seen in a file belongs into the name of the inspector that uses it ({@link
 * io.breakwater.inspect.internal.FileInspector#name}), so that evidence kept under other options is
 * not taken for its own.
 *
 * @param secrets kinds of secrets, and what is allowed to be there
 */
public record InspectionOptions(SecretConfig secrets) {
  /** Nothing added. */
  public static final InspectionOptions NONE = new InspectionOptions(SecretConfig.NONE);

  /** With these settings for secrets. */
  public InspectionOptions with(SecretConfig other) {
    return new InspectionOptions(other);
  }
}
