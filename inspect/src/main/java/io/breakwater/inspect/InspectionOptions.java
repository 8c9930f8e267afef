package io.breakwater.inspect;

/**
 * What a user adds to what comes with Breakwater, already read and checked. Whatever changes what
 * is seen in a file belongs into the name of the inspector that uses it ({@link
 * io.breakwater.inspect.internal.FileInspector#name}), so that evidence kept under other options is
 * not taken for its own.
 *
 * @param signatures of malware
 */
public record InspectionOptions(Signatures signatures) {
  /** Nothing added. */
  public static final InspectionOptions NONE = new InspectionOptions(Signatures.NONE);

  /** The same with these signatures. */
  public InspectionOptions with(Signatures others) {
    return new InspectionOptions(others);
  }
}
