package io.breakwater.policy;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What policies ask of other rooms.
 *
 * @param versions the order of versions
 * @param licences the meaning of licence expressions
 */
public record Knowledge(VersionOrder versions, LicenceJudge licences) {
  /** Nothing is known: expressions that ask have no value, and their rules are UNKNOWN. */
  public static final Knowledge NONE =
      new Knowledge((a, b, scheme) -> OptionalInt.empty(), (text, allowed) -> Optional.empty());
}
