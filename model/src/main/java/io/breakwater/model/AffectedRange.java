package io.breakwater.model;

/**
 * A run of affected versions, in the order of the ecosystem's version scheme.
 *
 * @param introduced the first affected version; empty: from the beginning
 * @param end where it ends
 */
public record AffectedRange(String introduced, End end) {

  /** Where a run of affected versions ends. */
  public sealed interface End {
    /** The first version that is not affected any more, because it has the fix. */
    record Fixed(String version) implements End {}

    /** The last version that is affected. */
    record LastAffected(String version) implements End {}

    /** The first version that the advisory does not speak about. */
    record Limit(String version) implements End {}

    /** Every later version is affected as well. */
    record Open() implements End {}
  }
}
