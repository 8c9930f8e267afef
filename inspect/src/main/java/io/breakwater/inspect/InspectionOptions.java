package io.breakwater.inspect;

import io.breakwater.inspect.licence.LicencePolicy;
import java.util.Optional;

/**
 * What a user adds to what comes with Breakwater, already read and checked. Whatever changes what
 * is seen in a file belongs into the name of the inspector that uses it ({@link
 * io.breakwater.inspect.internal.FileInspector#name}), so that evidence kept under other options is
 * not taken for its own.
 *
 * @param secrets kinds of secrets, and what is allowed to be there
 * @param licencePolicy which licences are allowed; without it only what is seldom wanted is told
 * @param signatures of malware
 */
public record InspectionOptions(
    SecretConfig secrets, Optional<LicencePolicy> licencePolicy, Signatures signatures) {
  /** Nothing added. */
  public static final InspectionOptions NONE =
      new InspectionOptions(SecretConfig.NONE, Optional.empty(), Signatures.NONE);

  /** With these settings for secrets. */
  public InspectionOptions with(SecretConfig other) {
    return new InspectionOptions(other, licencePolicy, signatures);
  }

  /** The same with a policy of licences. */
  public InspectionOptions with(LicencePolicy policy) {
    return new InspectionOptions(secrets, Optional.of(policy), signatures);
  }

  /** The same with these signatures. */
  public InspectionOptions with(Signatures others) {
    return new InspectionOptions(secrets, licencePolicy, others);
  }
}
